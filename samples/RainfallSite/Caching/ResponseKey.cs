using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.ResponseCompression;
using RainfallSite.Language;
using RainfallSite.Reports;
using RainfallSite.Routing;

namespace RainfallSite.Caching;

/// <summary>Names a response made from the current reports alone, in one minute.</summary>
internal sealed class ResponseKey(RainfallStore store, ReportVersion version, IResponseCompressionProvider compression)
{
    private const int MaxEncodings = 32;
    private readonly ConcurrentDictionary<string, string> _encodings = new(StringComparer.Ordinal);

    /// <summary>Gets the key of the response to a request whose address has its one spelling; it is not known whether it has.</summary>
    public string? Of(HttpContext context, DateTimeOffset now) =>
        HttpMethods.IsGet(context.Request.Method) ? Of(context, context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, now) : null;

    /// <summary>Gets the key of the response of a route; null when it is made from more than the reports, and before the first report.</summary>
    public string? Of(HttpContext context, Endpoint route, DateTimeOffset now)
    {
        HttpRequest request = context.Request;
        return HttpMethods.IsGet(request.Method)
            && route.Metadata.GetMetadata<MadeFromReportAttribute>() is { } made
            && store.Current is { } report
            && CacheableQuery.IsOneOfFew(request.Query, made.Parameters, report)
            ? Of(context, request.PathBase.Add(context.Features.GetRequiredFeature<RequestedPath>().Path).ToUriComponent() + new QueryBuilder(QueryOrder.Known(request.Query)), now)
            : null;
    }

    // The header itself: the property throws for a host with malformed Punycode, which is refused later.
    private string? Of(HttpContext context, string target, DateTimeOffset now) => version.KeyAt(now) is { } state
        ? string.Join('\n', context.Request.Scheme, context.Request.Headers.Host.ToString().ToUpperInvariant(), target, EncodingOf(context), state)
        : null;

    // Most requests have one of few headers, and reading one costs more than all else here.
    private string EncodingOf(HttpContext context)
    {
        string accepted = context.Request.Headers.AcceptEncoding.ToString();
        if (!_encodings.TryGetValue(accepted, out string? encoding))
        {
            encoding = compression.CheckRequestAcceptsCompression(context) ? compression.GetCompressionProvider(context)?.EncodingName ?? "" : "";
            if (_encodings.Count < MaxEncodings)
            {
                _encodings.TryAdd(accepted, encoding);
            }
        }

        return encoding;
    }
}
