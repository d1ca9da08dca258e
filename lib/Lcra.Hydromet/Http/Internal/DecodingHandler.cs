using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Requests gzip and brotli, and decodes them itself, because the framework's decoders accept a body that ends early.</summary>
internal sealed class DecodingHandler(int maxBytes) : DelegatingHandler
{
    private readonly BodyBuffers _buffers = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.AcceptEncoding.Count == 0)
        {
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        }

        HttpResponseMessage response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentEncoding.Count == 0 || !response.IsSuccessStatusCode)
        {
            return response;
        }

        try
        {
            await DecodeAsync(response, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The content owns the body and disposes of it.")]
    private async Task DecodeAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        LoadedContent content = await BoundedBody.LoadAsync(response, _buffers, maxBytes, cancellationToken).ConfigureAwait(false);
        foreach (string coding in content.Headers.ContentEncoding.Reverse().Where(coding => !coding.Equals("identity", StringComparison.OrdinalIgnoreCase)))
        {
            using LoadedContent coded = content;
            content = new LoadedContent(coded, coding.ToUpperInvariant() switch
            {
                "GZIP" or "X-GZIP" => ContentDecoder.Gzip(coded.Body.Span, _buffers, maxBytes),
                "BR" => ContentDecoder.Brotli(coded.Body.Span, _buffers, maxBytes),
                _ => throw new InvalidDataException($"The response has the content coding '{coding}', which was not requested."),
            });
            response.Content = content;
        }

        content.Headers.ContentEncoding.Clear();
    }
}
