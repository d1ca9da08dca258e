using System.ComponentModel;
using System.Diagnostics;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.Alerts.Internal;

/// <summary>
/// A program that runs for each alert. Names of gauges come from outside, so they are in standard input and in the environment and never in a
/// command line. What the program writes is not ours: only the start of its errors is read, for a message.
/// </summary>
internal sealed class ProgramReceiver(string program, string arguments) : IAlertReceiver
{
    private const int MaxErrorLength = 200;
    private static readonly TimeSpan ErrorTime = TimeSpan.FromSeconds(1);

    public string Name => $"'{program}'";

    public async Task DeliverAsync(RainfallChange change, CancellationToken cancellationToken)
    {
        using Process process = new() { StartInfo = StartInfo(change) };
        try
        {
            process.Start();
        }
        catch (Exception failure) when (failure is Win32Exception or InvalidOperationException or IOException)
        {
            throw new AlertException($"It cannot be started: {failure.Message}", failure);
        }

        try
        {
            Task<string> error = ReadAsync(process.StandardError, cancellationToken);
            _ = ReadAsync(process.StandardOutput, cancellationToken);
            await WriteAsync(process, change, cancellationToken).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            if (process.ExitCode != 0)
            {
                throw new AlertException(FormattableString.Invariant($"It ended with exit code {process.ExitCode}. {await StartOfAsync(error).ConfigureAwait(false)}").TrimEnd()) { IsTransient = true };
            }
        }
        finally
        {
            End(process);
        }
    }

    private ProcessStartInfo StartInfo(RainfallChange change)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in Variables(change))
        {
            start.Environment[$"HYDROMET_{name}"] = value;
        }

        return start;
    }

    // A variable without a value is removed, so that one of an outer watch is not taken for this alert's.
    private static (string Name, string? Value)[] Variables(RainfallChange change) =>
    [
        ("CHANGE", ExportNames<RainfallChangeKind>.Of(change.Kind)),
        ("TEXT", AlertJson.TextOf(change)),
        ("SITE", change.Site is { } site ? ExportTexts.Format(site.Id) : null),
        ("NAME", change.Site?.Name is { } name ? AlertJson.Plain(name) : null),
        ("FEED", change.Feed?.Name),
        ("PERIOD", change.Total?.Period.Key),
        ("TOTAL_IN", change.Total?.Inches is { } inches ? FormattableString.Invariant($"{inches}") : null),
        ("OVER_IN", change.Threshold is { } threshold ? FormattableString.Invariant($"{threshold.OverInches}") : null),
    ];

    private static async Task WriteAsync(Process process, RainfallChange change, CancellationToken cancellationToken)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(AlertJson.Of(change), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A program need not read its input.
        }
    }

    // A program must not be stopped by a full pipe, so everything is read and only the start is held.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        char[] buffer = new char[MaxErrorLength];
        int length = await reader.ReadBlockAsync(buffer, cancellationToken).ConfigureAwait(false);
        string start = new(buffer, 0, length);
        while (await reader.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) > 0)
        {
        }

        return start;
    }

    // A child of the program may hold the pipe open.
    private static async Task<string> StartOfAsync(Task<string> error)
    {
        try
        {
            return AlertJson.Plain((await error.WaitAsync(ErrorTime).ConfigureAwait(false)).Trim());
        }
        catch (Exception failure) when (failure is TimeoutException or IOException)
        {
            return "";
        }
    }

    private static void End(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        catch (Exception failure) when (failure is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended meanwhile.
        }
    }
}
