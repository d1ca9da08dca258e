using Lcra.Hydromet;
using RainfallSite.Language;
using RainfallSite.Routing;
using RainfallSite.Settings;

namespace RainfallSite.Problems;

/// <summary>Errors as <c>application/problem+json</c> that say what to do instead, without implementation details.</summary>
internal static class SiteProblems
{
    private const string RetryAfterSeconds = "30";

    public static void AddSiteProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemDetailsFallbackWriter>();
        builder.Services.AddSingleton<ErrorPage>();
    }

    public static void UseSiteProblems(this WebApplication app)
    {
        PathString pathBase = app.Configuration[SettingNames.PathBase] is ['/', ..] set ? set : PathString.Empty;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                if (context.Response is { StatusCode: StatusCodes.Status503ServiceUnavailable, Headers.RetryAfter.Count: 0 })
                {
                    context.Response.Headers.RetryAfter = RetryAfterSeconds;
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = WriteAsync });
        app.UseStatusCodePages(context => WriteAsync(context.HttpContext));

        async Task WriteAsync(HttpContext context)
        {
            PathString path = context.Features.Get<RequestedPath>() is { } requested ? requested.Path
                : context.Request.Path.StartsWithSegments(pathBase, StringComparison.OrdinalIgnoreCase, out PathString rest) ? rest : context.Request.Path;
            using MemoryStream body = await WholeBody.CollectAsync(context, () => ErrorPage.IsForPeople(path)
                ? context.RequestServices.GetRequiredService<ErrorPage>().WriteAsync(context, pathBase, path)
                : context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new() { HttpContext = context, ProblemDetails = { Status = context.Response.StatusCode } }).AsTask());
            await WholeBody.SendAsync(context, body);
        }
    }

    /// <summary>Makes the response a 503 that says when to retry.</summary>
    public static void SetUnavailable(this HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = RetryAfterSeconds;
    }

    public static IResult NoReportYet(
        HttpContext context, string detail = "LCRA's feeds have not been read since this site started. Try again in half a minute.")
    {
        context.Response.SetUnavailable();
        return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "No rainfall report yet", detail: detail);
    }

    public static IResult UnknownPeriod(string period) => Results.Problem(
        statusCode: StatusCodes.Status404NotFound,
        title: "No such period",
        detail: $"No period is called '{period}'.",
        extensions: [new("periods", RainfallPeriod.All.Select(known => known.Key).ToArray())]);

    public static IResult InvalidQuery(string detail) =>
        Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The query is invalid", detail: detail);

    private static void Complete(ProblemDetailsContext context)
    {
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status400BadRequest => "The address has a malformed host or characters that are not valid text.",
            StatusCodes.Status404NotFound => "Nothing is at this address. /openapi/v1.json lists the addresses for programs.",
            StatusCodes.Status405MethodNotAllowed => "Every address accepts only GET and HEAD; nothing can be changed.",
            StatusCodes.Status413PayloadTooLarge => "No request to this site needs a body.",
            StatusCodes.Status414UriTooLong => "The address is too long. No address of this site has more than 512 characters of path and 2,048 of query.",
            StatusCodes.Status429TooManyRequests => "Too many requests from your address in this minute. Retry-After says in how many seconds to try again.",
            StatusCodes.Status500InternalServerError => "The site failed. Its log has the reason.",
            StatusCodes.Status503ServiceUnavailable => "The response took too long. Try again in a moment.",
            _ => null,
        };
    }
}
