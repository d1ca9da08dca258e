namespace RainfallSite.Rainfall.Api.Description;

/// <summary>The OpenAPI document at <c>/openapi/v1.json</c>, made when somebody asks for it.</summary>
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
                Description = "How much rain fell at a gauge over a period: a number that carries its window, its source and its age, or says why it is missing. "
                    + "Provisional data of the Lower Colorado River Authority, read by a program that is not LCRA's. Not a warning service. "
                    + "Answers may be kept until the next minute (Cache-Control) and asked for again with their entity tag (If-None-Match). Any origin may read them.",
            };
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(new RouteDescriptions());
        options.AddSchemaTransformer(new ClosedSets());
    });

    public static void MapApiDescription(this IEndpointRouteBuilder routes) => routes.MapOpenApi();
}
