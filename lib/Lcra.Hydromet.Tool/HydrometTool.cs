using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using Lcra.Hydromet.Feeds.Internal;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The command line and the error handling of every command.</summary>
internal static class HydrometTool
{
    // A name that starts with @ is a name, not a file of more arguments.
    private static readonly ParserConfiguration Parser = new() { ResponseFileTokenReplacer = null };

    // After Ctrl+C, alerts that are under way have five seconds.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(8);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, ToolConsole console, CancellationToken cancellationToken = default)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        ParseResult parsed = Root(console).Parse(arguments, Parser);
        if (parsed.Action is ParseErrorAction)
        {
            WriteErrors(parsed, console);

            console.WriteNotice($"Run '{NameOf(parsed.CommandResult)} --help' for the command line.");
            return (int)ExitCode.Usage;
        }

        InvocationConfiguration configuration = new()
        {
            Output = console.Output,
            Error = console.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TerminationTimeout,
        };
        try
        {
            return await parsed.InvokeAsync(configuration, cancellationToken);
        }
        catch (IOException closed) when (ClosedPipe.IsCauseOf(closed))
        {
            // Help and the version have no handler.
            return (int)ExitCode.Ok;
        }
    }

    /// <summary>Sets the action of a command: a failure in it becomes a message and an exit code.</summary>
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
            catch (Exception failure) when (IsExplained(failure))
            {
                console.WriteError(MessageOf(failure));
                return (int)(failure switch
                {
                    ToolException known => known.Code,
                    ArgumentException or OptionsValidationException => ExitCode.Usage,
                    _ => ExitCode.Failed,
                });
            }
        });

    private static bool IsExplained(Exception failure) => failure is IOException input
        ? !ClosedPipe.IsCauseOf(input)
        : failure is ToolException or HydrometException or ArgumentException or OptionsValidationException
            or InvalidOperationException or UnauthorizedAccessException or TimeZoneNotFoundException;

    // The name and the value of a parameter, which .NET adds, are of use to programmers, not to who types a command.
    private static string MessageOf(Exception failure) =>
        failure is ArgumentException { ParamName: { } name } && failure.Message.IndexOf($" (Parameter '{name}')", StringComparison.Ordinal) is > 0 and var end
            ? failure.Message[..end]
            : failure.Message;

    private static void WriteErrors(ParseResult parsed, ToolConsole console)
    {
        string[] likely = [.. parsed.Tokens.Select(token => token.Value).Select(text => LikelyOf(text, parsed.CommandResult)).OfType<string>()];
        if (likely.Length > 0)
        {
            console.WriteError($"Did you mean {string.Join(" and ", likely)}?");
            return;
        }

        foreach (ParseError error in parsed.Errors)
        {
            console.WriteError(error.Message);
        }
    }

    // What is nearly an option, or nearly a command where one is required.
    private static string? LikelyOf(string text, CommandResult command)
    {
        string[] names = text.StartsWith("--", StringComparison.Ordinal)
            ? [.. Options(command).Where(option => !option.Hidden).Select(option => option.Name)]
            : [.. command.Command.Subcommands.Select(known => known.Name)];
        return names.Contains(text, StringComparer.Ordinal) ? null : NearestName.Find(text, names);
    }

    private static IEnumerable<Option> Options(CommandResult command) =>
        command.Command.Options.Concat(command.Parent is CommandResult parent ? Options(parent).Where(option => option.Recursive) : []);

    private static string NameOf(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "hydromet";

    private static RootCommand Root(ToolConsole console)
    {
        GlobalOptions global = new();
        return new RootCommand("Rain, gauges, and history from LCRA's Hydromet. Readings are provisional; this is not a warning service.")
        {
            global.Json,
            global.Replay,
            global.BaseAddress,
            TotalCommand.Create(global, console),
            GaugesCommand.Create(global, console),
            WindowCommand.Create(global, console),
            DailyCommand.Create(global, console),
            EventsCommand.Create(global, console),
            HistoryCommand.Create(global, console),
            ClimateCommand.Create(global, console),
            CompareCommand.Create(global, console),
            BasinCommand.Create(global, console),
            LakesCommand.Create(global, console),
            RiversCommand.Create(global, console),
            SyncCommand.Create(global, console),
            ArchiveCommand.Create(global, console),
            WatchCommand.Create(global, console),
            DoctorCommand.Create(global, console),
            RecordCommand.Create(global, console),
            TidyCommand.Create(global, console),
            CompletionCommand.Create(console),
        };
    }
}
