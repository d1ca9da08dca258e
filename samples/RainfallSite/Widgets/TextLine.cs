using Lcra.Hydromet;
using RainfallSite.Formatting;

namespace RainfallSite.Widgets;

/// <summary>A total on one line: amount or reason, window, source, time of the reading.</summary>
internal static class TextLine
{
    public static string Write(RainfallTotal total, DateTimeOffset now, bool isRecording)
    {
        string read = total.ObservedAt is { } observed ? $"read {TotalFormatter.Moment(observed)}" : "when it was read is not known";
        string conflicts = RainfallFormatter.ExceedsParts(total) ? TotalFormatter.Conflicts(total) : "";
        string stale = total.Source.IsStaleAt(now) ? "; STALE" : "";
        string recording = isRecording ? "; RECORDING, not live" : "";
        return $"{TotalFormatter.Gauge(total.Site)}: {TotalFormatter.Amount(total)}, {total.Period.Name}; {TotalFormatter.Window(total)}; {TotalFormatter.Source(total.Source)}; {read}{stale}{recording}{conflicts}\n";
    }
}
