using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;

namespace RainfallSite.Language;

/// <summary>
/// English and Spanish by path: below <c>/es</c> everything is Spanish, elsewhere English. Numbers are the same in both.
/// No header chooses, so that a shared cache needs the address alone.
/// </summary>
internal static class SiteLanguages
{
    /// <summary>The parameter that chose the language before the path did; its addresses redirect.</summary>
    public const string QueryKey = "lang";

    /// <summary>The name of the other language.</summary>
    public const string Spanish = "es";

    private static readonly PathString SpanishPrefix = new("/" + Spanish);

    public static IReadOnlyList<string> All { get; } = ["en", Spanish];

    /// <summary>Gets the language of the current request.</summary>
    public static string Current => CultureInfo.CurrentUICulture.Name;

    /// <summary>Gets what the path of a page in a language begins with, below the path base.</summary>
    public static PathString PrefixOf(string language) => string.Equals(language, Spanish, StringComparison.Ordinal) ? SpanishPrefix : PathString.Empty;

    /// <summary>Gets the language of a path below the path base.</summary>
    public static string LanguageOf(PathString path) => path.StartsWithSegments(SpanishPrefix, StringComparison.OrdinalIgnoreCase) ? Spanish : All[0];

    /// <summary>Sets the language of what follows in the request.</summary>
    public static void Use(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
    }

    public static void AddSiteLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings =
            new TextEncoderSettings(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.GeneralPunctuation));
        services.AddSingleton<TimeFormatter>();
    }

    /// <summary>Sets the language of each request and takes it out of the path, before routing.</summary>
    public static void UseSiteLanguages(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        HttpRequest request = context.Request;
        context.Features.Set(new RequestedPath(request.Path));
        Use(LanguageOf(request.Path));
        if (request.Path.StartsWithSegments(SpanishPrefix, StringComparison.OrdinalIgnoreCase, out PathString rest))
        {
            request.Path = rest.HasValue ? rest : "/";
        }

        await next(context);
    });
}
