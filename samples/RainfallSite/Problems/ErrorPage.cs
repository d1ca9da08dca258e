using System.Text.Encodings.Web;
using Microsoft.Extensions.Localization;
using RainfallSite.Language;

namespace RainfallSite.Problems;

/// <summary>
/// Errors for people: a page with the way on, at every address that is not one for programs. It is written by hand, because an
/// address that is refused reaches neither the routes nor the pages.
/// </summary>
internal sealed class ErrorPage(IStringLocalizer<ProblemText> text)
{
    private static readonly PathString[] ForPrograms = ["/api", "/openapi", "/badge", "/text", "/atom", "/healthz", "/readyz"];

    /// <summary>Tells whether an address below the path base is for people. The path decides, because shared caches don't tell who accepts what.</summary>
    public static bool IsForPeople(PathString path) =>
        !Array.Exists(ForPrograms, program => path.StartsWithSegments(program, StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the page of the response's status.</summary>
    /// <param name="context">The request.</param>
    /// <param name="pathBase">The path of the site.</param>
    /// <param name="path">The path below it.</param>
    public async Task WriteAsync(HttpContext context, PathString pathBase, PathString path)
    {
        string language = SiteLanguages.LanguageOf(path);
        SiteLanguages.Use(language);
        string root = pathBase.ToUriComponent();
        string home = pathBase.Add(SiteLanguages.PrefixOf(language)).ToUriComponent() + "/";
        (string title, string help) = WordsOf(context.Response.StatusCode);
        HtmlEncoder encoder = HtmlEncoder.Default;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentLanguage = language;
        await context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="{language}">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>{encoder.Encode(title)}</title>
              <link rel="stylesheet" href="{root}/site.css">
              <link rel="stylesheet" href="{root}/components.css">
              <link rel="icon" href="{root}/icon.svg" type="image/svg+xml">
            </head>
            <body>
              <header class="masthead"><a class="brand" href="{home}">{encoder.Encode(text["Home"])}</a></header>
              <main id="content">
                <h1>{encoder.Encode(title)}</h1>
                <p>{encoder.Encode(help)}</p>
                <form method="get" action="{home}">
                  <label for="q">{encoder.Encode(text["Where"])}</label>
                  <div class="row"><input id="q" name="q" type="search" required maxlength="80"> <button type="submit">{encoder.Encode(text["Show"])}</button></div>
                </form>
              </main>
            </body>
            </html>

            """, context.RequestAborted);
    }

    private (string Title, string Help) WordsOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => (text["NotFound"], text["NotFoundHelp"]),
        StatusCodes.Status405MethodNotAllowed or StatusCodes.Status413PayloadTooLarge => (text["ReadOnly"], text["ReadOnlyHelp"]),
        StatusCodes.Status429TooManyRequests => (text["TooMany"], text["TooManyHelp"]),
        >= StatusCodes.Status500InternalServerError => (text["Unavailable"], text["UnavailableHelp"]),
        _ => (text["Invalid"], text["InvalidHelp"]),
    };
}
