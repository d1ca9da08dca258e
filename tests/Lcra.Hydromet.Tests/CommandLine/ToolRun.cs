using System.Globalization;
using Lcra.Hydromet.CommandLine;
using Spectre.Console;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>One run of the program inside the test: what it wrote and its exit code.</summary>
internal sealed record ToolRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs the program with both outputs redirected.</summary>
    public static Task<ToolRun> OfAsync(params string[] arguments) => OfAsync(arguments, CancellationToken.None);

    public static Task<ToolRun> OfAsync(string[] arguments, CancellationToken cancellationToken) =>
        RunAsync(arguments, _ => null, cancellationToken);

    /// <summary>Runs the program with both outputs on a terminal.</summary>
    public static Task<ToolRun> OnTerminalAsync(int width, params string[] arguments) =>
        RunAsync(arguments, writer => Terminal(writer, width), CancellationToken.None);

    /// <summary>Runs the program on a terminal where NO_COLOR is set.</summary>
    public static Task<ToolRun> WithoutColorAsync(params string[] arguments) =>
        RunAsync(arguments, writer => ToolTerminal.Create(writer, hasColor: false), CancellationToken.None);

    private static async Task<ToolRun> RunAsync(string[] arguments, Func<TextWriter, ToolTerminal?> terminal, CancellationToken cancellationToken)
    {
        await using StringWriter output = new(CultureInfo.InvariantCulture);
        await using StringWriter error = new(CultureInfo.InvariantCulture);
        int code = await HydrometTool.RunAsync(arguments, new ToolConsole(output, error, terminal(output), terminal(error)), cancellationToken);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    private static ToolTerminal Terminal(TextWriter writer, int width)
    {
        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        terminal.Profile.Width = width;
        terminal.Profile.Capabilities.Unicode = true;
        return new ToolTerminal(terminal);
    }
}
