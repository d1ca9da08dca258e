namespace RainfallSite.Routing;

/// <summary>The methods of a route that is read: GET, and HEAD for those who only look whether it is there.</summary>
internal static class ReadRoutes
{
    public static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];
}
