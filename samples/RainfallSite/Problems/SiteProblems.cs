namespace RainfallSite.Problems;

/// <summary>Errors as <c>application/problem+json</c> that say what to do instead, and never how the code looks inside.</summary>
internal static class SiteProblems
{
    public const int RetryAfterSeconds = 30;

    public static void AddSiteProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = Complete);
        builder.Services.AddSingleton<IProblemDetailsWriter, ProblemDetailsFallbackWriter>();
    }

    public static void UseSiteProblems(this IApplicationBuilder app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    public static IResult NothingYet(HttpContext context, string detail)
    {
        context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
        return Results.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "No rainfall report yet", detail: detail);
    }

    public static IResult BadQuery(string detail) =>
        Results.Problem(statusCode: StatusCodes.Status400BadRequest, title: "The query cannot be read", detail: detail);

    private static void Complete(ProblemDetailsContext context)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.ProblemDetails.Detail ??= context.ProblemDetails.Status switch
        {
            StatusCodes.Status404NotFound => "Nothing is at this address. /openapi/v1.json lists the addresses for programs.",
            StatusCodes.Status405MethodNotAllowed => "Everything here is read with GET or HEAD; nothing can be changed.",
            StatusCodes.Status413PayloadTooLarge => "No request to this site needs a body.",
            StatusCodes.Status429TooManyRequests => "Too many requests from your address in this minute. Retry-After says in how many seconds there is room again.",
            StatusCodes.Status500InternalServerError => "The fault is this site's. The log has the reason.",
            StatusCodes.Status503ServiceUnavailable => "The answer took too long. Try again in a moment.",
            _ => null,
        };
    }
}
