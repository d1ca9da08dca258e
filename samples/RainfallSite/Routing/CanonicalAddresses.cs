using System.Text;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.WebUtilities;
using RainfallSite.Language;

namespace RainfallSite.Routing;

/// <summary>
/// Each response has one address: other spellings of path, site, period or parameters, another order, empty parameters and the
/// language in the query redirect to it. Unknown parameters alone redirect nowhere.
/// </summary>
internal static class CanonicalAddresses
{
    private const string Lifetime = "public, max-age=3600";

    public static void UseCanonicalAddresses(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint() is not RouteEndpoint route)
        {
            return next(context);
        }

        HttpRequest request = context.Request;
        bool isPage = route.IsPage();
        PathString prefix = SiteLanguages.PrefixOf(SiteLanguages.Current);
        if (prefix.HasValue && !isPage)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!isPage && !route.IsMadeFromReport())
        {
            return next(context);
        }

        string path = PathOf(route.RoutePattern, request.RouteValues);
        KeyValuePair<string, string>[] known = request.QueryString.HasValue ? [.. QueryOrder.Known(request.Query)] : [];
        string? language = isPage ? request.Query[SiteLanguages.QueryKey] : default(string);
        PathString asked = context.Features.Get<RequestedPath>()!.Path;
        if (language is null && string.Equals(asked.Value, prefix.Add(path).Value, StringComparison.Ordinal) && IsInOrder(request, known))
        {
            return next(context);
        }

        if (language is not null && SiteLanguages.All.Contains(language, StringComparer.Ordinal))
        {
            prefix = SiteLanguages.PrefixOf(language);
        }

        context.Response.StatusCode = StatusCodes.Status301MovedPermanently;
        context.Response.Headers.Location = request.PathBase.Add(prefix).Add(path).ToUriComponent() + new QueryBuilder(known);
        context.Response.Headers.CacheControl = Lifetime;
        return Task.CompletedTask;
    });

    private static string PathOf(RoutePattern pattern, RouteValueDictionary values)
    {
        StringBuilder path = new();
        foreach (RoutePatternPathSegment segment in pattern.PathSegments)
        {
            path.Append('/');
            foreach (RoutePatternPart part in segment.Parts)
            {
                path.Append(part switch
                {
                    RoutePatternParameterPart parameter => CanonicalValue.Of(parameter.Name, values[parameter.Name]?.ToString() ?? ""),
                    RoutePatternLiteralPart literal => literal.Content,
                    RoutePatternSeparatorPart separator => separator.Content,
                    _ => "",
                });
            }
        }

        return path.Length == 0 ? "/" : path.ToString();
    }

    // The known parameters alone are compared; a repeated one is nobody's link and stays as it is.
    private static bool IsInOrder(HttpRequest request, KeyValuePair<string, string>[] known)
    {
        int next = 0;
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            string name = pair.DecodeName().ToString();
            if (!QueryOrder.IsKnown(name))
            {
                continue;
            }

            if (request.Query[name].Count > 1)
            {
                return true;
            }

            if (next == known.Length || !string.Equals(known[next].Key, name, StringComparison.Ordinal) || !pair.DecodeValue().Span.SequenceEqual(known[next].Value.AsSpan()))
            {
                return false;
            }

            next++;
        }

        return true;
    }
}
