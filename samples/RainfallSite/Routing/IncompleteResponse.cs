namespace RainfallSite.Routing;

/// <summary>Marks, as a feature of the request, a response that says that a part of it is not there.</summary>
internal sealed class IncompleteResponse
{
    public static void Mark(HttpContext context) => context.Features.Set(new IncompleteResponse());
}
