using System.CommandLine;
using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The command line, and how every command ends.</summary>
internal static class HydrometTool
{
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        ParseResult parsed = Root(console).Parse(arguments);
        int code = await parsed.InvokeAsync(
            new InvocationConfiguration { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false }, cancellationToken);
        return parsed.Errors.Count > 0 ? (int)ExitCode.Usage : code;
    }

    /// <summary>Makes an action of a command: whatever goes wrong in it becomes a message and an exit code.</summary>
    public static void SetHandler(this Command command, ToolConsole console, Func<ParseResult, CancellationToken, Task<ExitCode>> action) =>
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                return (int)await action(parsed, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return (int)ExitCode.Cancelled;
            }
            catch (Exception failure) when (failure is ToolException or HydrometException or ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
            {
                console.WriteError(failure.Message);
                return (int)(failure switch
                {
                    ToolException told => told.Code,
                    ArgumentException => ExitCode.Usage,
                    _ => ExitCode.Failed,
                });
            }
        });

    private static RootCommand Root(ToolConsole console)
    {
        GlobalOptions global = new();
        return new RootCommand("Rain, gauges and history from LCRA's Hydromet. Readings are provisional; this is not a warning service.")
        {
            global.Json,
            global.Replay,
            global.BaseAddress,
            TotalCommand.Create(global, console),
            GaugesCommand.Create(global, console),
            HistoryCommand.Create(global, console),
            WatchCommand.Create(global, console),
            DoctorCommand.Create(global, console),
            RecordCommand.Create(global, console),
        };
    }
}
