using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace RainfallSite.StaticFiles;

/// <summary>
/// Serves a file under an unknown fingerprint. During a rollout, a page of the new version can request its style sheet from
/// an old replica, which returns the file that it has and forbids caching it.
/// </summary>
internal static class FingerprintFallback
{
    private const int FingerprintLength = 10;
    private static readonly SearchValues<char> FingerprintCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");
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
        if (WithoutFingerprint(path.Value ?? "") is not { } plain)
        {
            return false;
        }

        file = files.GetFileInfo(plain);
        return file is { Exists: true, IsDirectory: false } && ContentTypes.TryGetContentType(plain, out contentType);
    }

    // /js/map.abcdefghij.js is /js/map.js; null for any other form.
    private static string? WithoutFingerprint(string path)
    {
        int extension = path.LastIndexOf('.');
        int fingerprint = extension > 0 ? path.LastIndexOf('.', extension - 1) : -1;
        return fingerprint > 1
            && extension == fingerprint + 1 + FingerprintLength
            && !path.AsSpan(fingerprint + 1, FingerprintLength).ContainsAnyExcept(FingerprintCharacters)
            ? string.Concat(path.AsSpan(0, fingerprint), path.AsSpan(extension))
            : null;
    }
}
