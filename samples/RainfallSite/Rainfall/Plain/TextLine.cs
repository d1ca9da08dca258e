using Lcra.Hydromet;

namespace RainfallSite.Rainfall.Plain;

/// <summary>A total on one line: amount or reason, window, source, age.</summary>
internal static class TextLine
{
    public static string Of(RainfallTotal total, DateTimeOffset now)
    {
        string read = total.ObservedAt is { } observed ? $"read {TotalWords.Age(observed, now)}" : "when it was read is not known";
        string stale = total.Source.IsStaleAt(now) ? "; STALE" : "";
        return $"{TotalWords.Gauge(total.Site)}: {TotalWords.Amount(total)}, {total.Period.Name}; {TotalWords.Window(total)}; {TotalWords.Source(total.Source)}; {read}{stale}\n";
    }
}
