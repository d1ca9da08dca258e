using Microsoft.Net.Http.Headers;
using RainfallSite.Reports;

namespace RainfallSite.Caching;

/// <summary>Adds entity tag and age to a response made from the report, and returns 304 to a client that has it.</summary>
internal sealed class ConditionalResponse(bool showsAge) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        DateTimeOffset now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

        // Before the response is made: if a new report arrives meanwhile, the client requests once more instead of missing it.
        string? tag = http.RequestServices.GetRequiredService<RainfallStore>().Current is { } report
            ? http.RequestServices.GetRequiredService<ReportETags>().Tag(report, now, showsAge)
            : null;
        object? result = await next(context);
        if (tag is null || result is IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) })
        {
            return result;
        }

        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = $"public, max-age={ResponseAge.SecondsToNextMinute(now)}";
        return IsKnown(http.Request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
