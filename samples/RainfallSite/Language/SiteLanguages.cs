using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.WebEncoders;
using Microsoft.Net.Http.Headers;

namespace RainfallSite.Language;

/// <summary>English and Spanish: <c>?lang=es</c> wins, then for pages what the browser prefers. Numbers are the same in both.</summary>
internal static class SiteLanguages
{
    public const string QueryKey = "lang";

    public static IReadOnlyList<string> All { get; } = ["en", "es"];

    public static void AddSiteLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings =
            new TextEncoderSettings(UnicodeRanges.BasicLatin, UnicodeRanges.Latin1Supplement, UnicodeRanges.GeneralPunctuation));
        services.AddSingleton<TimeFormatter>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo(All[0]));
            options.SupportedCultures = [CultureInfo.InvariantCulture];
            options.SupportedUICultures = [.. All.Select(CultureInfo.GetCultureInfo)];
            options.FallBackToParentCultures = false;
            options.RequestCultureProviders =
            [
                new QueryStringRequestCultureProvider { QueryStringKey = QueryKey, UIQueryStringKey = QueryKey },
                new CustomRequestCultureProvider(OfBrowserAsync),
            ];
        });
    }

    /// <summary>Sets the language of each request, after routing, which distinguishes pages from other routes.</summary>
    public static void UseSiteLanguages(this IApplicationBuilder app)
    {
        app.UseRequestLocalization();
        app.Use((context, next) =>
        {
            if (IsPage(context))
            {
                context.Response.Headers.ContentLanguage = CultureInfo.CurrentUICulture.Name;
                context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }

            return next(context);
        });
    }

    private static Task<ProviderCultureResult?> OfBrowserAsync(HttpContext context) =>
        IsPage(context)
            ? new AcceptLanguageHeaderRequestCultureProvider().DetermineProviderCultureResult(context)
            : Task.FromResult<ProviderCultureResult?>(null);

    private static bool IsPage(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;
}
