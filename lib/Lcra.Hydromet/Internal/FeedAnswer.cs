namespace Lcra.Hydromet.Internal;

/// <summary>What came over the wire for one feed.</summary>
internal sealed record FeedAnswer(ReadOnlyMemory<byte> Body, DateTimeOffset FetchedAt, HydrometException? Failure)
{
    public FeedResult Read(FeedDefinition definition, FeedRow[]? alike)
    {
        if (Failure is not null)
        {
            return new FeedResult(definition.Feed, null, Failure);
        }

        try
        {
            return new FeedResult(definition.Feed, FeedReader.Read(definition, Body, FetchedAt, alike), null);
        }
        catch (HydrometFormatException failure)
        {
            return new FeedResult(definition.Feed, null, failure);
        }
    }
}
