using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>--from</c> and <c>--to</c> of commands that need neither: without them the last thirty days.</summary>
internal sealed class DaySpanOptions
{
    private const int DefaultDays = 30;

    private readonly Option<DateOnly?> _from = Arguments.OptionalDay("--from", $"The first day, in Central time. The default is {DefaultDays} days up to --to.");
    private readonly Option<DateOnly?> _to = Arguments.OptionalDay("--to", "The last day, which is included. The default is today.");

    public void AddTo(Command command)
    {
        command.Options.Add(_from);
        command.Options.Add(_to);
    }

    /// <summary>Reads the days.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="clock">The clock that tells which day today is.</param>
    /// <param name="maxDays">The maximum number of days.</param>
    public (DateOnly First, DateOnly Last) Read(ParseResult parsed, TimeProvider clock, int maxDays)
    {
        DateOnly today = CentralTime.Today(clock);
        DateOnly last = parsed.GetValue(_to) ?? today;
        DateOnly first = parsed.GetValue(_from) ?? DateOnly.FromDayNumber(Math.Max(0, last.DayNumber - DefaultDays + 1));
        string? mistake = first > today ? "--from must not be in the future."
            : last < first ? "--to must not be before --from."
            : last.Year - today.Year > 1 ? "--to must not be years ahead."
            : last.DayNumber - first.DayNumber >= maxDays ? $"Choose at most {maxDays} days."
            : null;
        return mistake is null ? (first, last) : throw new ToolException(ExitCode.Usage, mistake);
    }
}
