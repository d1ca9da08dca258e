namespace Lcra.Hydromet.Internal;

internal struct FeedRow
{
    public string Number;
    public string? Name;
    public string? Basin;
    public DateTimeOffset? ObservedAt;
    public long Line;

    /// <summary>Why there is no reading time, where there is none.</summary>
    public MissingReason WhyUnobserved;

    /// <summary>Whether every field of the row is in its place, so that its name can be trusted.</summary>
    public bool IsWhole;

    public void Distrust(MissingReason why)
    {
        ObservedAt = null;
        WhyUnobserved = why;
    }
}
