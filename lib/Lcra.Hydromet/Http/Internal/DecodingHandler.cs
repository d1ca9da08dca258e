using System.Net.Http.Headers;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Requests gzip and brotli, and decodes them itself, because the framework's decoders accept a body that ends early.</summary>
internal sealed class DecodingHandler(int maxBytes) : DelegatingHandler
{
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
            response.Content = await DecodeAsync(response.Content, cancellationToken).ConfigureAwait(false);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpContent> DecodeAsync(HttpContent coded, CancellationToken cancellationToken)
    {
        await coded.LoadIntoBufferAsync(maxBytes, cancellationToken).ConfigureAwait(false);
        byte[] body = await coded.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        foreach (string coding in coded.Headers.ContentEncoding.Reverse())
        {
            body = coding.ToUpperInvariant() switch
            {
                "IDENTITY" => body,
                "GZIP" or "X-GZIP" => ContentDecoder.Gzip(body, maxBytes),
                "BR" => ContentDecoder.Brotli(body, maxBytes),
                _ => throw new InvalidDataException($"The response has the content coding '{coding}', which was not requested."),
            };
        }

        ByteArrayContent content = new(body);
        foreach ((string name, IEnumerable<string> values) in coded.Headers)
        {
            if (name is not ("Content-Encoding" or "Content-Length"))
            {
                content.Headers.TryAddWithoutValidation(name, values);
            }
        }

        coded.Dispose();
        return content;
    }
}
