using Microsoft.AspNetCore.ResponseCompression;

namespace RainfallSite.StaticFiles;

/// <summary>Compresses dynamic responses; static files are compressed by the build.</summary>
internal static class Compression
{
    private static readonly string[] AdditionalTypes =
        ["application/problem+json", "application/geo+json", "application/jsonl", "application/atom+xml", "image/svg+xml", "text/csv"];

    // Over HTTPS too: no response has a secret that its length could reveal.
    public static void AddCompression(this WebApplicationBuilder builder) => builder.Services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;

        // By default .NET 11 adds zstd, so that browsers of different ages would share fewer cached responses.
        options.Providers.Add<BrotliCompressionProvider>();
        options.Providers.Add<GzipCompressionProvider>();
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. AdditionalTypes];
    });
}
