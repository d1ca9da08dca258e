namespace RainfallSite.Caching;

internal static class ConditionalResponses
{
    /// <summary>Tags the answers of these routes, which are made from the report alone.</summary>
    /// <param name="routes">The routes.</param>
    /// <param name="showsAge">Whether the answers say how many minutes old they are, and so change with the minute.</param>
    public static TBuilder WithConditionalAnswers<TBuilder>(this TBuilder routes, bool showsAge = false)
        where TBuilder : IEndpointConventionBuilder => routes.AddEndpointFilter(new ConditionalResponse(showsAge));
}
