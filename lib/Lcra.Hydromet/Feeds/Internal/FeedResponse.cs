namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>What came over the wire for one feed.</summary>
/// <param name="Body">The feed's bytes; null when none came.</param>
/// <param name="FetchedAt">When they left LCRA, as far as is known.</param>
/// <param name="Failure">Why there is no new answer; with a body, why the body is an old one.</param>
/// <param name="Validators">What to ask with the next time; null when the answer gave nothing.</param>
/// <param name="IsUnchanged">Whether the server says that the answer it was asked about still holds.</param>
internal sealed record FeedResponse(
    ReadOnlyMemory<byte>? Body, DateTimeOffset FetchedAt, HydrometException? Failure, FeedValidators? Validators = null, bool IsUnchanged = false)
{
    public FeedResult Read(FeedDefinition definition, FeedRow[]? alike, FeedTable? earlier = null)
    {
        if (IsUnchanged || Body is null)
        {
            return new FeedResult(definition.Feed, IsUnchanged ? Confirmed(earlier!) : earlier, Failure);
        }

        try
        {
            FeedTable table = FeedReader.Read(definition, Body.Value, FetchedAt, alike) with { Validators = Validators };
            return new FeedResult(definition.Feed, IsOlderThan(earlier?.FetchedAt) ? earlier : table, Failure);
        }
        catch (HydrometFormatException failure)
        {
            return new FeedResult(definition.Feed, earlier, failure);
        }
    }

    /// <summary>Tells whether this is an old answer, and older than one that is at hand.</summary>
    public bool IsOlderThan(DateTimeOffset? earlier) => Failure is not null && earlier > FetchedAt;

    private FeedTable Confirmed(FeedTable earlier) =>
        IsOlderThan(earlier.FetchedAt) ? earlier : earlier with { FetchedAt = CentralTime.At(FetchedAt), Validators = Validators ?? earlier.Validators };
}
