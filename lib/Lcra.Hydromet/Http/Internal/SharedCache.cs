using System.Globalization;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Reads the headers of an HTTP cache between this program and LCRA. They can make a response older, never fresher.</summary>
internal static class SharedCache
{
    public const string StatusHeader = "X-Cache-Status";
    public const string UpstreamDateHeader = "X-Upstream-Date";
    private const string Stale = "STALE";

    /// <summary>Gets when LCRA sent the response; a date that is in the future, malformed or repeated is ignored.</summary>
    public static DateTimeOffset FetchedAt(HttpResponseMessage response, DateTimeOffset now)
    {
        DateTimeOffset fetchedAt = now;
        if (Single(response, UpstreamDateHeader) is { } text
            && DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset left)
            && left < fetchedAt)
        {
            fetchedAt = left;
        }

        return response.Headers.Age is { } age && age > TimeSpan.Zero && age < now - DateTimeOffset.UnixEpoch && now - age < fetchedAt ? now - age : fetchedAt;
    }

    /// <summary>Gets why the response is stale: the cache's refresh failed, and it returned its last good response.</summary>
    public static HydrometException? RefreshFailure(HttpResponseMessage response, Uri address) =>
        string.Equals(Single(response, StatusHeader), Stale, StringComparison.OrdinalIgnoreCase)
            ? new HydrometException($"The cache in front of {address} could not refresh from LCRA and returned its last good response. Try again later.")
            {
                Kind = HydrometFailureKind.Unreachable,
                RequestUri = address,
                StatusCode = response.StatusCode,
                IsTransient = true,
            }
            : null;

    private static string? Single(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out IEnumerable<string>? values) && values.Take(2).ToArray() is [{ } only] ? only.Trim() : null;
}
