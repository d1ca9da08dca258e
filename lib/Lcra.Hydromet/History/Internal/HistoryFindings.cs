namespace Lcra.Hydromet.History.Internal;

/// <summary>The findings of one history, at most a hundred.</summary>
/// <param name="feed">The feed of the history.</param>
/// <param name="site">The site.</param>
/// <param name="findings">Where they go; null for nowhere.</param>
internal sealed class HistoryFindings(HydrometFeed feed, SiteId site, ICollection<Finding>? findings)
{
    private const int Max = 100;

    /// <summary>Gets how many there were, listed or not.</summary>
    public int Count { get; private set; }

    public void Add(FindingKind kind, string what, string? column = null, string? value = null)
    {
        Count++;
        if (findings is not null && Count <= Max)
        {
            findings.Add(new Finding { Kind = kind, Feed = feed, Site = site, Column = column, Value = value, Message = $"{feed} of {site}: {what}" });
        }
    }
}
