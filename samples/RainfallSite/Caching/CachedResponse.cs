using Microsoft.Extensions.Primitives;

namespace RainfallSite.Caching;

/// <summary>A response with the status 200 as it was sent.</summary>
/// <param name="Route">The route that made it, for traces and metrics.</param>
/// <param name="Headers">All its headers.</param>
/// <param name="Body">Its body, as it was compressed.</param>
internal sealed record CachedResponse(Endpoint? Route, KeyValuePair<string, StringValues>[] Headers, byte[] Body)
{
    public Task SendAsync(HttpContext context)
    {
        context.SetEndpoint(Route);
        IHeaderDictionary headers = context.Response.Headers;
        foreach ((string name, StringValues value) in Headers)
        {
            headers[name] = value;
        }

        return context.Response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }
}
