using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The options of commands that can write the exported files of the library: CSV, or JSON Lines by the global <c>--json</c>.</summary>
/// <param name="global">The options of every command.</param>
/// <param name="isAlwaysFile">Whether the command writes a file also without either option.</param>
internal sealed class FileOptions(GlobalOptions global, bool isAlwaysFile = false)
{
    public Option<bool> Csv { get; } = new("--csv") { Description = "Write CSV." };

    public Option<bool> MeasuredOnly { get; } = new("--measured-only")
    {
        Description = isAlwaysFile
            ? "Leave out rows that are not measured; their number goes to standard error."
            : "With --csv or --json, leave out rows that are not measured; their number goes to standard error.",
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
