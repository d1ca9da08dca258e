namespace RainfallSite.Caching;

internal static class ConditionalResponses
{
    /// <summary>Adds entity tags to the responses of these routes, which are made from the report alone.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="showsAge">Whether the responses contain ages in minutes, and so change each minute.</param>
    public static TBuilder WithConditionalResponses<TBuilder>(this TBuilder routes, bool showsAge = false)
        where TBuilder : IEndpointConventionBuilder => routes.AddEndpointFilter(new ConditionalResponse(showsAge));
}
