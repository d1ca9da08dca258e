namespace RainfallSite.Routing;

/// <summary>Marks a route whose responses are made from the current reports and some query parameters alone, so that they are cached.</summary>
/// <param name="parameters">The query parameters that select a response, in alphabetical order; a response to a query with others is not cached.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class MadeFromReportAttribute(params string[] parameters) : Attribute
{
    /// <summary>Gets the query parameters that select a response.</summary>
    public IReadOnlyList<string> Parameters { get; } = parameters;
}
