using Lcra.Hydromet;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using RainfallSite.Files;
using RainfallSite.Language;
using RainfallSite.Preferences;
using RainfallSite.Reports;

namespace RainfallSite.Caching;

/// <summary>Caches responses made from the current reports alone until the next minute or the next report.</summary>
/// <param name="parameters">The query parameters that select a response; a query with others is not cached.</param>
internal sealed class RainfallOutputCachePolicy(IReadOnlyList<string> parameters) : IOutputCachePolicy
{
    /// <summary>The front page. A search text, a place and a roof have too many values to cache their responses.</summary>
    public const string Front = "front";

    /// <summary>The list of gauges as a page.</summary>
    public const string Gauges = "gauges";

    /// <summary>The list of gauges as files.</summary>
    public const string GaugeFiles = "gauge-files";

    /// <summary>Responses that are files on request.</summary>
    public const string Files = "files";

    /// <summary>Pages of one period, or of none.</summary>
    public const string Page = "page";

    /// <summary>Responses without a query.</summary>
    public const string Data = "data";

    /// <summary>The feed of crossings.</summary>
    public const string Crossings = "crossings";
    private const int MaxResponseBytes = 512 * 1024;

    public static void AddTo(IServiceCollection services)
    {
        services.AddSingleton<IOutputCacheStore, BoundedOutputCacheStore>();
        services.AddOutputCache(options =>
        {
            options.MaximumBodySize = MaxResponseBytes;
            options.UseCaseSensitivePaths = true;
            options.AddPolicy(Front, new RainfallOutputCachePolicy(["period", "site", RainUnits.QueryKey]));
            options.AddPolicy(Gauges, new RainfallOutputCachePolicy(["basin", "desc", "period", "sort", RainUnits.QueryKey]));
            options.AddPolicy(GaugeFiles, new RainfallOutputCachePolicy(["basin", "desc", "period", FileQuery.PositionedKey, "sort", FileQuery.StatusKey, RainUnits.QueryKey]));
            options.AddPolicy(Files, new RainfallOutputCachePolicy([FileQuery.FormatKey, FileQuery.PositionedKey, FileQuery.StatusKey]));
            options.AddPolicy(Page, new RainfallOutputCachePolicy(["period", RainUnits.QueryKey]));
            options.AddPolicy(Data, new RainfallOutputCachePolicy([]));
            options.AddPolicy(Crossings, new RainfallOutputCachePolicy(["over"]));
        });
    }

    // The key already has the scheme, the host, the path base and the path.
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpContext http = context.HttpContext;
        IServiceProvider services = http.RequestServices;
        if (!HttpMethods.IsGet(http.Request.Method)
            || services.GetRequiredService<RainfallStore>().Current is not { } report
            || CanonicalQuery.Of(http.Request.Query, parameters, report) is not { } query)
        {
            return ValueTask.CompletedTask;
        }

        DateTimeOffset now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;

        // With locking, a client that disconnects cancels the response for all that wait for it.
        context.AllowLocking = false;
        context.ResponseExpirationTimeSpan = ReportHeaders.NextMinute(now) - now;
        CacheVaryByRules rules = context.CacheVaryByRules;
        rules.QueryKeys = default;
        rules.VaryByValues["query"] = query;
        rules.VaryByValues["language"] = SiteLanguages.Current;
        rules.VaryByValues["encoding"] = EncodingOf(http, services.GetRequiredService<IResponseCompressionProvider>());
        rules.VaryByValues["report"] = services.GetRequiredService<ReportVersion>().KeyAt(now) ?? "";
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpResponse response = context.HttpContext.Response;
        response.OnStarting(() =>
        {
            // The headers of the stored response say until when it is valid.
            response.Headers.Age = default;
            response.Headers.Date = default;
            return Task.CompletedTask;
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    private static string EncodingOf(HttpContext context, IResponseCompressionProvider compression) =>
        compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName ?? "" : "";
}
