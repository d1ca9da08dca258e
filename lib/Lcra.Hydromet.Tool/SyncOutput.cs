using System.Globalization;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary>What a sync writes: a line for each parameter of a site, what failed to standard error, and on a terminal how far it is.</summary>
internal sealed class SyncOutput(ToolConsole console, bool isJson)
{
    /// <summary>Makes the receiver of the steps of a run.</summary>
    /// <param name="show">Shows a text and the part that is done, from 0 to 1.</param>
    public IProgress<ArchiveSyncProgress> To(Action<string, double> show) => new Receiver(step =>
    {
        show(TextOf(step), step.Requests + step.RequestsLeft == 0 ? 1 : (double)step.Requests / (step.Requests + step.RequestsLeft));
        switch (step.Event)
        {
            case ArchiveSyncEvent.SiteDone:
                console.WriteLine(isJson ? JsonOf(step) : step.ToString());
                console.Flush();
                break;
            case ArchiveSyncEvent.WindowFailed or ArchiveSyncEvent.Paused:
                console.WriteNotice(step.ToString());
                break;
        }
    });

    public void End(ArchiveSyncResult result)
    {
        if (result.Outcome == ArchiveSyncOutcome.Completed)
        {
            console.WriteNotice(result.ToString());
        }
        else
        {
            console.WriteError(result.ToString());
        }
    }

    private static string TextOf(ArchiveSyncProgress step)
    {
        string left = step.TimeLeft is { } time ? string.Create(CultureInfo.InvariantCulture, $", at most {AgeText.Of(time)} left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{step.Site} {step.Parameter}: {step.RequestsPerMinute:0} requests a minute, at most {step.RequestsLeft} left{left}");
    }

    private static string JsonOf(ArchiveSyncProgress step) => OutputFormatter.JsonOf(json =>
    {
        json.WriteString("site", ExportTexts.Format(step.Site));
        json.WriteString("parameter", step.Parameter.Key);
        json.WriteNumber("requests", step.Requests);
        json.WriteNumber("added", step.Added);
        json.WriteNumber("corrected", step.Corrected);
    });

    // Unlike Progress<T>, which posts to other threads, it is done when it returns.
    private sealed class Receiver(Action<ArchiveSyncProgress> receive) : IProgress<ArchiveSyncProgress>
    {
        public void Report(ArchiveSyncProgress value) => receive(value);
    }
}
