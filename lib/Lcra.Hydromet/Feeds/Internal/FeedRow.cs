namespace Lcra.Hydromet.Feeds.Internal;

internal struct FeedRow
{
    public string Number;
    public string? Name;
    public string? Basin;
    public int Line;

    /// <summary>Whether every field of the row is in its column.</summary>
    public bool IsWhole;

    /// <summary>Whether the feed ends inside the row.</summary>
    public bool IsCut;

    private bool _isObserved;
    private MissingReason _whyUnobserved;
    private DateTimeOffset _observedAt;

    public readonly bool NameIsWhole => Name is not null && IsWhole && !IsCut;

    public readonly DateTimeOffset? ObservedAt => _isObserved ? _observedAt : null;

    public readonly MissingReason WhyUnobserved => _whyUnobserved;

    public void Observe(DateTimeOffset at)
    {
        _isObserved = true;
        _observedAt = at;
    }

    public void ClearObservation(MissingReason why)
    {
        _isObserved = false;
        _whyUnobserved = why;
    }
}
