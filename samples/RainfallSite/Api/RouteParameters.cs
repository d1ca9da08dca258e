namespace RainfallSite.Api;

/// <summary>What the API description says of the parameters that several routes share.</summary>
internal static class RouteParameters
{
    public const string Site = "The gauge: a number for an LCRA gauge (3018), agency and number for any other (COA:950).";
    public const string Period = "The period's key.";
}
