namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A download that lacks gauges or its end, and how many in a row were like it.</summary>
/// <param name="Fingerprint">What the downloads must agree in: their gauges and whether they end inside a line.</param>
/// <param name="Attempts">How many agreed.</param>
internal sealed record IncompleteDownload(int Fingerprint, int Attempts)
{
    private const int EnoughAttempts = 3;
    private const int MaxLostShare = 10;

    /// <summary>Judges a download by the gauges of the last accepted one.</summary>
    /// <param name="feed">The feed.</param>
    /// <param name="accepted">The gauges of the last accepted download; null when there is none.</param>
    /// <param name="found">The gauges of this one.</param>
    /// <param name="endsInLine">Whether this one ends inside a line.</param>
    /// <param name="before">The incomplete download before; null when the last one was whole.</param>
    public static CompletenessVerdict Judge(
        HydrometFeed feed, IEnumerable<string>? accepted, IReadOnlyCollection<string> found, bool endsInLine, IncompleteDownload? before)
    {
        HashSet<string> gauges = new(accepted ?? [], StringComparer.Ordinal);
        int known = gauges.Count;
        gauges.ExceptWith(found);
        int lost = gauges.Count;
        bool hasLost = lost * MaxLostShare > known;
        if (!hasLost && !endsInLine)
        {
            return default;
        }

        int fingerprint = endsInLine.GetHashCode();
        foreach (string gauge in found)
        {
            fingerprint = HashCode.Combine(fingerprint, gauge);
        }

        string message = hasLost ? $"{feed} has lost {lost} of {known} gauges" : $"{feed} ends inside a line";
        IncompleteDownload download = new(fingerprint, before?.Fingerprint == fingerprint ? Math.Min(before.Attempts + 1, EnoughAttempts) : 1);
        if (download.Attempts < EnoughAttempts)
        {
            string rows = accepted is null ? "its rows are used because there is no earlier download" : "the rows of the earlier download stay";
            return new CompletenessVerdict(download, new HydrometException($"{message}; {rows}. LCRA may be rewriting the feed: it is requested again.")
            {
                Kind = HydrometFailureKind.Incomplete,
                Feed = feed,
                IsTransient = true,
            });
        }

        return new CompletenessVerdict(
            download,
            Failure: null,
            hasLost ? new Finding { Kind = FindingKind.GaugesLost, Feed = feed, Message = $"{message}; {EnoughAttempts} downloads agree, so it is used as it is." } : null);
    }
}
