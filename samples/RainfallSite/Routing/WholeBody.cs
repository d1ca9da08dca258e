using Microsoft.AspNetCore.Http.Features;

namespace RainfallSite.Routing;

/// <summary>Makes a body whole before it is sent, so that it has its length: a cache then notices one that is cut.</summary>
internal static class WholeBody
{
    /// <summary>Collects what is written to the response instead of sending it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="write">Writes the response.</param>
    /// <returns>The body.</returns>
    public static async Task<MemoryStream> CollectAsync(HttpContext context, Func<Task> write)
    {
        IHttpResponseBodyFeature direct = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        MemoryStream body = new();
        StreamResponseBodyFeature whole = new(body);
        context.Features.Set<IHttpResponseBodyFeature>(whole);
        try
        {
            await write();
            await whole.CompleteAsync();
            return body;
        }
        finally
        {
            context.Features.Set(direct);
        }
    }

    /// <summary>Sends a collected body with its length; for HEAD the length alone.</summary>
    public static async Task SendAsync(HttpContext context, MemoryStream body)
    {
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), context.RequestAborted);
        }
    }
}
