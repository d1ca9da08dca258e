using System.Globalization;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>What an HTTP cache between this program and LCRA says about an answer. It can make an answer older, never fresher.</summary>
internal static class SharedCache
{
    public const string StatusHeader = "X-Cache-Status";
    public const string UpstreamDateHeader = "X-Upstream-Date";
    private const string Stale = "STALE";

    /// <summary>Tells when the answer left LCRA; a date in the future, an unreadable one or two of them are as good as none.</summary>
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

    /// <summary>Tells why the answer is not a new one: the cache asked LCRA, in vain, and gave its last good answer.</summary>
    public static HydrometException? RefreshFailure(HttpResponseMessage response, Uri address) =>
        string.Equals(Single(response, StatusHeader), Stale, StringComparison.OrdinalIgnoreCase)
            ? new HydrometException($"The cache in front of {address} could not get a new answer from LCRA and gave its last good one. Try again later.")
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
