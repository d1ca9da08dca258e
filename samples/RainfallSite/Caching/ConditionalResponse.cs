using Microsoft.Net.Http.Headers;
using RainfallSite.Rainfall;

namespace RainfallSite.Caching;

/// <summary>Gives an answer made from the report its entity tag and age, and answers 304 to a client that has it already.</summary>
internal sealed class ConditionalResponse(bool showsAge) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        DateTimeOffset now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();

        // Before the answer is made: one that is newer than its tag is fetched once too often, never once too seldom.
        string? tag = http.RequestServices.GetRequiredService<RainfallStore>().Current is { } report
            ? http.RequestServices.GetRequiredService<ReportETags>().Tag(report, now, showsAge)
            : null;
        object? answer = await next(context);
        if (tag is null || answer is IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) })
        {
            return answer;
        }

        http.Response.Headers.ETag = tag;
        http.Response.Headers.CacheControl = $"public, max-age={ResponseAge.SecondsToNextMinute(now)}";
        return IsKnown(http.Request, tag) ? Results.StatusCode(StatusCodes.Status304NotModified) : answer;
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out IList<EntityTagHeaderValue>? known)
        && known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
