using System.Globalization;
using Lcra.Hydromet;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using RainfallSite.Reports;

namespace RainfallSite.Caching;

/// <summary>Caches responses made from the report alone until the next minute or the next report.</summary>
internal sealed class RainfallOutputCachePolicy(RainfallStore store, ReportETags versions, IResponseCompressionProvider compression, TimeProvider clock)
    : IOutputCachePolicy
{
    public const string Policy = nameof(RainfallOutputCachePolicy);
    private const int MaxBytes = 8 * 1024 * 1024;
    private const int MaxResponseBytes = 256 * 1024;

    public static void Configure(OutputCacheOptions options)
    {
        options.SizeLimit = MaxBytes;
        options.MaximumBodySize = MaxResponseBytes;
        options.UseCaseSensitivePaths = true;
        options.AddPolicy(Policy, policy => policy.AddPolicy<RainfallOutputCachePolicy>(), excludeDefaultPolicy: true);
    }

    // The key has the scheme, the host, the path base and the path already.
    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpRequest request = context.HttpContext.Request;
        DateTimeOffset now = clock.GetUtcNow();
        if (!HttpMethods.IsGet(request.Method) || store.Current is not { } report)
        {
            return ValueTask.CompletedTask;
        }

        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;

        // With locking, a client that disconnects cancels the response for all that wait for it.
        context.AllowLocking = false;
        context.ResponseExpirationTimeSpan = ResponseAge.TimeToNextMinute(now);
        CacheVaryByRules rules = context.CacheVaryByRules;
        rules.QueryKeys = default;
        rules.VaryByValues["query"] = request.QueryString.Value ?? "";
        rules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        rules.VaryByValues["encoding"] = EncodingOf(context.HttpContext);
        rules.VaryByValues["report"] = versions.Tag(report, now, showsAge: true);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        HttpResponse response = context.HttpContext.Response;
        int seconds = ResponseAge.SecondsToNextMinute(clock.GetUtcNow());
        response.OnStarting(() =>
        {
            // It is valid until the next minute and no longer.
            response.Headers.Age = default;
            response.Headers.Date = default;
            if (response.Headers.ETag.Count > 0)
            {
                response.Headers.CacheControl = $"public, max-age={seconds}";
            }

            return Task.CompletedTask;
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }

    private string EncodingOf(HttpContext context) =>
        compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName ?? "" : "";
}
