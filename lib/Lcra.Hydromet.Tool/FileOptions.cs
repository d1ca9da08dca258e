using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The options of commands that can write the exported files of the library: CSV, or JSON Lines by the global <c>--json</c>.</summary>
internal sealed class FileOptions(GlobalOptions global)
{
    public Option<bool> Csv { get; } = new("--csv") { Description = "Write CSV." };

    public Option<bool> MeasuredOnly { get; } = new("--measured-only")
    {
        Description = "With --csv or --json, leave out rows without an amount; their number goes to standard error.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(Csv);
        command.Options.Add(MeasuredOnly);
    }

    /// <summary>Reads the format; null for text.</summary>
    public ExportFormat? Format(ParseResult parsed)
    {
        (bool csv, bool json) = (parsed.GetValue(Csv), parsed.GetValue(global.Json));
        return csv && json ? throw new ToolException(ExitCode.Usage, "Choose --csv or --json.")
            : csv ? ExportFormat.Csv
            : json ? ExportFormat.JsonLines
            : parsed.GetValue(MeasuredOnly) ? throw new ToolException(ExitCode.Usage, "--measured-only applies to --csv and --json.")
            : null;
    }

    /// <summary>Reads the format of a command that always writes a file.</summary>
    public ExportFormat Format(ParseResult parsed, ExportFormat standard) =>
        parsed.GetValue(Csv) || parsed.GetValue(global.Json) ? Format(parsed)!.Value : standard;

    public ExportOptions Options(ParseResult parsed) => new() { MeasuredOnly = parsed.GetValue(MeasuredOnly) };
}
