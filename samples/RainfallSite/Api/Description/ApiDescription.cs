using RainfallSite.Routing;

namespace RainfallSite.Api.Description;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>.</summary>
internal static class ApiDescription
{
    public static void AddApiDescription(this WebApplicationBuilder builder) => builder.Services.AddOpenApi(options =>
    {
        options.ShouldInclude = route => string.Equals(route.HttpMethod, HttpMethods.Get, StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new()
            {
                Title = "Central Texas rainfall",
                Version = "1",
                Description = "How much rain fell at a gauge over a period: an amount with its window, source and age, or the reason why it is missing. "
                    + "Provisional data of the Lower Colorado River Authority, read by a program that is not part of LCRA. Not a warning service. "
                    + "Responses can be cached until the next full minute (Expires) and revalidated with their entity tag (If-None-Match). Each has one address; other spellings of it redirect (301). Any origin can read them.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(new RouteDescriptions());
        options.AddSchemaTransformer(new ClosedSets());
    });

    // MapOpenApi accepts only GET.
    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi().WithMetadata(new MadeFromReportAttribute(), new MadeFromProgramAttribute()).Finally(endpoint =>
    {
        foreach (HttpMethodMetadata methods in endpoint.Metadata.OfType<HttpMethodMetadata>().ToArray())
        {
            endpoint.Metadata.Remove(methods);
        }

        endpoint.Metadata.Add(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]));
    });
}
