using Microsoft.AspNetCore.ResponseCompression;

namespace RainfallSite.StaticFiles;

/// <summary>Compresses what is made for each request; static files come compressed from the build.</summary>
internal static class Compression
{
    private static readonly string[] AlsoText =
        ["application/problem+json", "application/geo+json", "application/atom+xml", "image/svg+xml", "text/csv"];

    // Over HTTPS too: no answer holds a secret that its length could give away.
    public static void AddCompression(this WebApplicationBuilder builder) => builder.Services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. AlsoText];
    });
}
