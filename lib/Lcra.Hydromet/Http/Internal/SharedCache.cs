using System.Globalization;
using System.Net;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Reads the headers of an HTTP cache between this program and LCRA. They can make a response older, never fresher.</summary>
internal static class SharedCache
{
    public const string StatusHeader = "X-Cache-Status";
    public const string UpstreamDateHeader = "X-Upstream-Date";
    public const string RefusalStatusHeader = "X-Upstream-Status";
    public const string RefusalDateHeader = "X-Upstream-Refusal-Date";
    private const string Stale = "STALE";

    /// <summary>Gets when LCRA sent the response; a date that is in the future, malformed or repeated is ignored.</summary>
    public static DateTimeOffset FetchedAt(HttpResponseMessage response, DateTimeOffset now)
    {
        DateTimeOffset fetchedAt = DateOf(response, UpstreamDateHeader) is { } sent && sent < now ? sent : now;
        return response.Headers.Age is { } age && age > TimeSpan.Zero && age < now - DateTimeOffset.UnixEpoch && now - age < fetchedAt ? now - age : fetchedAt;
    }

    /// <summary>Gets when LCRA sent the refusal that the cache returns or keeps; now for a response of LCRA itself, and for a date that is in the future, malformed or repeated.</summary>
    public static DateTimeOffset RefusedAt(HttpResponseMessage response, DateTimeOffset now) =>
        DateOf(response, RefusalDateHeader) is { } refused && refused < now ? refused : now;

    /// <summary>Gets why the response is stale: the cache's refresh failed, and it returned its last good response.</summary>
    public static HydrometException? RefreshFailure(HttpResponseMessage response, HydrometFeed feed, Uri address, DateTimeOffset now)
    {
        if (!string.Equals(Single(response, StatusHeader), Stale, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Without a date it is the cache's own status: LCRA did not respond.
        HttpStatusCode? refusal = DateOf(response, RefusalDateHeader) is null ? null : Refusal(response);
        TimeSpan? wait = HttpFailures.RetryAfter(response, now);
        string reason = refusal switch
        {
            null => "",
            HttpStatusCode.OK => ", which returned a web page,",
            { } status => string.Create(CultureInfo.InvariantCulture, $", which returned {(int)status} {status},"),
        };
        return new HydrometException($"The cache in front of {address} could not refresh from LCRA{reason} and returned its last good response. {HttpFailures.Advice(wait)}")
        {
            Kind = refusal switch
            {
                null => HydrometFailureKind.Unreachable,
                HttpStatusCode.OK => HydrometFailureKind.WebPage,
                HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => HydrometFailureKind.Blocked,
                _ => HydrometFailureKind.HttpError,
            },
            Feed = feed,
            RequestUri = address,
            StatusCode = refusal ?? response.StatusCode,
            RetryAfter = wait,
            IsTransient = true,
        };
    }

    private static HttpStatusCode? Refusal(HttpResponseMessage response) =>
        int.TryParse(Single(response, RefusalStatusHeader), NumberStyles.None, CultureInfo.InvariantCulture, out int status) && status is >= 100 and <= 599
            ? (HttpStatusCode)status
            : null;

    // .NET 11 reads an hour of 24, which no HTTP date has.
    private static DateTimeOffset? DateOf(HttpResponseMessage response, string header) =>
        Single(response, header) is { } text && !text.Contains(" 24:", StringComparison.Ordinal) && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset date) ? date : null;

    private static string? Single(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out IEnumerable<string>? values) && values.Take(2).ToArray() is [{ } only] ? only.Trim() : null;
}
