using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace RainfallSite.StaticFiles;

/// <summary>
/// Serves a file under an unknown fingerprint. During a rollout, a page of the new version can request its style sheet from
/// an old replica, which returns the file that it has and forbids caching it.
/// </summary>
internal static partial class FingerprintFallback
{
    private static readonly FileExtensionContentTypeProvider ContentTypes = new();

    public static void UseFingerprintFallback(this WebApplication app)
    {
        IFileProvider files = app.Environment.WebRootFileProvider;
        app.Use((context, next) =>
        {
            if (context.GetEndpoint() is not null
                || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
                || !TryFind(files, context.Request.Path, out IFileInfo? file, out string? contentType))
            {
                return next(context);
            }

            context.Response.Headers.CacheControl = "no-store";
            context.Response.ContentType = contentType;
            context.Response.ContentLength = file.Length;
            return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.SendFileAsync(file, context.RequestAborted);
        });
    }

    private static bool TryFind(
        IFileProvider files, PathString path, [NotNullWhen(true)] out IFileInfo? file, [NotNullWhen(true)] out string? contentType)
    {
        (file, contentType) = (null, null);
        if (Fingerprinted().Match(path.Value ?? "") is not { Success: true } match)
        {
            return false;
        }

        string plain = match.Groups["name"].Value + match.Groups["extension"].Value;
        file = files.GetFileInfo(plain);
        return file is { Exists: true, IsDirectory: false } && ContentTypes.TryGetContentType(plain, out contentType);
    }

    [GeneratedRegex(@"^(?<name>/.+)\.[a-z0-9]{10}(?<extension>\.[a-z0-9]+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Fingerprinted();
}
