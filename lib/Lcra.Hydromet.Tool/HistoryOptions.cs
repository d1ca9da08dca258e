using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The command line of <c>hydromet history</c>.</summary>
internal sealed class HistoryOptions(GlobalOptions global)
{
    private static readonly Dictionary<string, CalendarPeriod> Periods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["month"] = CalendarPeriod.Month,
        ["season"] = CalendarPeriod.Season,
        ["year"] = CalendarPeriod.Year,
        ["water-year"] = CalendarPeriod.WaterYear,
    };

    private readonly Argument<string[]> _sites = Arguments.Texts("site", "LCRA gauges, by number (2959) or name.");
    private readonly Option<DateOnly> _from = Arguments.Day("--from", "The first day, in Central time.");
    private readonly Option<DateOnly> _to = Arguments.Day("--to", "The last day, which is included.");
    private readonly Option<bool> _wide = new("--wide") { Description = "With --csv or --json, a row for each day and a column for each gauge." };
    private readonly Option<int> _allowMissing = Arguments.Count("--allow-missing", "With --by, how many days of a period may be missing for it to have an amount.", 0, minimum: 0);
    private readonly Option<CalendarPeriod?> _by = new("--by")
    {
        Description = "Add up the days of each month, season, year or water year; there is an amount only where no day is missing.",
        HelpName = "month|season|year|water-year",
        CustomParser = result =>
        {
            if (Periods.TryGetValue(result.Tokens[0].Value, out CalendarPeriod period))
            {
                return period;
            }

            result.AddError($"--by must be month, season, year or water-year; it is '{result.Tokens[0].Value}'.");
            return null;
        },
    };

    private readonly FileOptions _file = new(global);
    private readonly UnitsOption _units = new();

    public void AddTo(Command command)
    {
        command.Arguments.Add(_sites);
        command.Options.Add(_from);
        command.Options.Add(_to);
        command.Options.Add(_by.Completes([.. Periods.Keys]));
        command.Options.Add(_allowMissing);
        command.Options.Add(_wide);
        _file.AddTo(command);
        _units.AddTo(command);
    }

    public HistoryQuery Read(ParseResult parsed)
    {
        ExportFormat? format = _file.Format(parsed);
        HistoryQuery query = new()
        {
            Names = parsed.GetRequiredValue(_sites),
            First = parsed.GetRequiredValue(_from),
            Last = parsed.GetRequiredValue(_to),
            By = parsed.GetValue(_by),
            AllowedMissingDays = parsed.GetValue(_allowMissing),
            IsWide = parsed.GetValue(_wide),
            Format = format,
            Unit = _units.Read(parsed, format),
            Options = _file.Options(parsed),
        };
        string? mistake = query.Last < query.First ? "--to must not be before --from."
            : query.IsWide && query.Format is null ? "--wide applies to --csv and --json."
            : query.IsWide && query.By is not null ? "Choose --wide or --by."
            : query.By is null && parsed.GetResult(_allowMissing) is { Implicit: false } ? "--allow-missing applies to --by."
            : null;
        return mistake is null ? query : throw new ToolException(ExitCode.Usage, mistake);
    }
}
