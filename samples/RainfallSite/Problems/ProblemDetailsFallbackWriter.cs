using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace RainfallSite.Problems;

/// <summary>Writes a problem as JSON also for a client that accepts only other types, instead of an empty response.</summary>
internal sealed class ProblemDetailsFallbackWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    public bool CanWrite(ProblemDetailsContext context) => true;

    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        HttpResponse response = context.HttpContext.Response;
        ProblemDetails problem = context.ProblemDetails;
        problem.Status ??= response.StatusCode;
        problem.Title ??= Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(problem.Status.Value);
        options.Value.CustomizeProblemDetails?.Invoke(context);
        return new ValueTask(response.WriteAsJsonAsync(problem, options: null, contentType: "application/problem+json"));
    }
}
