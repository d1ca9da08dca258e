using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using RainfallSite.Language;
using RainfallSite.Routing;

namespace RainfallSite.Caching;

/// <summary>
/// The headers of a response made from the current reports: it is valid until the next full minute in every cache, a cache may
/// serve it while it asks for the next one or while the site is down, and all replicas give it the same tag.
/// </summary>
/// <param name="Version">What the response is made from.</param>
/// <param name="Now">The time of the request.</param>
internal sealed record ReportHeaders(string Version, DateTimeOffset Now)
{
    // Expires and neither max-age nor s-maxage: it ends at one moment everywhere, and s-maxage would forbid the stale page.
    private const string CacheControl = "public, stale-while-revalidate=10, stale-if-error=300";
    private const string ProgramCacheControl = "public, max-age=3600";
    private const int TagBytes = 12;
    private static readonly string ProgramVersion = typeof(ReportHeaders).Module.ModuleVersionId.ToString("N");

    private bool IsOfProgram { get; init; }

    /// <summary>Reads the state that a response of this request is made from; null before the first report.</summary>
    public static ReportHeaders? Read(HttpContext context)
    {
        DateTimeOffset now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.GetEndpoint()?.Metadata.GetMetadata<MadeFromProgramAttribute>() is not null ? new(ProgramVersion, now) { IsOfProgram = true } : context.RequestServices.GetRequiredService<ReportVersion>().At(now) is { } version ? new(version, now) : null;
    }

    /// <summary>Gets the next full minute.</summary>
    public static DateTimeOffset NextMinute(DateTimeOffset now) => new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);

    /// <summary>Gets the tag of the response at a request's address; weak, because it can be compressed or not.</summary>
    /// <param name="request">The request.</param>
    /// <param name="others">The name of what the response is made from besides the reports; null where it has none, and so no tag.</param>
    public string? TagOf(HttpRequest request, string? others)
    {
        if (others is null)
        {
            return null;
        }

        string query = string.Concat(QueryOrder.Known(request.Query).Select(pair => $"&{pair.Key}={pair.Value}"));
        long minute = IsOfProgram ? 0 : Now.UtcTicks / TimeSpan.TicksPerMinute;
        string state = string.Create(CultureInfo.InvariantCulture, $"{Version}\n{others}\n{request.PathBase}\n{request.Path}\n{query}\n{SiteLanguages.Current}\n{minute}");
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state)).AsSpan(0, TagBytes))}\"";
    }

    /// <summary>Writes the headers.</summary>
    /// <param name="response">The response.</param>
    /// <param name="tag">Its tag; null for a response without one.</param>
    public void Write(HttpResponse response, string? tag)
    {
        IHeaderDictionary headers = response.Headers;
        headers.CacheControl = IsOfProgram ? ProgramCacheControl : CacheControl;
        headers.Expires = IsOfProgram ? default(Microsoft.Extensions.Primitives.StringValues) : HeaderUtilities.FormatDate(NextMinute(Now));
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentLanguage = SiteLanguages.Current;
        headers.ETag = tag;
    }
}
