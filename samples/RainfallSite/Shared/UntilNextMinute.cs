using System.Globalization;
using Microsoft.AspNetCore.Mvc.Filters;

namespace RainfallSite.Shared;

/// <summary>Lets a page be kept until the next minute and no longer, because it says ages to the minute; an error page is not kept.</summary>
internal sealed class UntilNextMinute(TimeProvider clock) : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        HttpResponse response = context.HttpContext.Response;
        response.Headers.CacheControl = response.StatusCode == StatusCodes.Status200OK
            ? string.Create(CultureInfo.InvariantCulture, $"public, max-age={60 - clock.GetUtcNow().Second}")
            : "no-store";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
