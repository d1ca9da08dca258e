using System.Net.Http.Headers;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>The validators (<c>ETag</c>, <c>Last-Modified</c>) of a conditional request.</summary>
internal sealed record FeedValidators(EntityTagHeaderValue? Tag, DateTimeOffset? LastModified)
{
    private const int MaxTagLength = 256;

    public static FeedValidators? Of(HttpResponseMessage response)
    {
        FeedValidators given = new(response.Headers.ETag, response.Content.Headers.LastModified);
        given = given.Tag?.Tag.Length > MaxTagLength ? given with { Tag = null } : given;
        return given == new FeedValidators(null, null) ? null : given;
    }

    public void AddTo(HttpRequestHeaders headers)
    {
        if (Tag is not null)
        {
            headers.IfNoneMatch.Add(Tag);
        }

        headers.IfModifiedSince = LastModified;
    }
}
