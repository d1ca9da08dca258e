using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace RainfallSite.Security;

/// <summary>Refuses addresses that no link of this site has, before anything reads them: too long, a malformed host, invalid text.</summary>
internal static class RequestValidation
{
    private const int MaxPathLength = 512;
    private const int MaxQueryLength = 2048;

    public static void UseRequestValidation(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Refusal(context.Request) is not { } status)
        {
            return next(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });

    private static int? Refusal(HttpRequest request) =>
        request.Path.Value?.Length > MaxPathLength || request.QueryString.Value?.Length > MaxQueryLength ? StatusCodes.Status414UriTooLong
        : IsValidHost(request) && IsValidPath(request.Path.Value) && request.Query.All(pair => IsValidText(pair.Key) && IsValidText(pair.Value)) ? null
        : StatusCodes.Status400BadRequest;

    // A client of HTTP/1.0 sends no host.
    private static bool IsValidHost(HttpRequest request)
    {
        try
        {
            return !request.Host.HasValue || Uri.TryCreate($"{Uri.UriSchemeHttp}{Uri.SchemeDelimiter}{request.Host.Value}", UriKind.Absolute, out _);
        }
        catch (ArgumentException)
        {
            // Reading a host with malformed Punycode throws.
            return false;
        }
    }

    // A percent sign in a decoded path was encoded twice or is in an invalid sequence.
    private static bool IsValidPath(string? path) => path?.Contains('%', StringComparison.Ordinal) != true && IsValidText(path);

    private static bool IsValidText(StringValues values)
    {
        foreach (string? value in values)
        {
            if (!IsValidText(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsValidText(string? text)
    {
        for (int i = 0; i < text?.Length; i++)
        {
            if (char.IsAscii(text[i]) && !char.IsControl(text[i]))
            {
                continue;
            }

            if (!Rune.TryGetRuneAt(text, i, out Rune rune) || IsInvalid(rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }

    // Controls and noncharacters; a noncharacter ends a plane or is one of the 32 from U+FDD0 on.
    private static bool IsInvalid(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control || (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
