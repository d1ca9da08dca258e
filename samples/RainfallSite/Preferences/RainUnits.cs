namespace RainfallSite.Preferences;

/// <summary>The unit in the query: <c>?units=mm</c> or <c>?units=in</c>.</summary>
internal static class RainUnits
{
    public const string QueryKey = "units";

    public static RainUnit From(HttpRequest request) => Requested(request) ?? RainUnit.Inches;

    /// <summary>Gets the requested unit; null when the query has none.</summary>
    public static RainUnit? Requested(HttpRequest request) => request.Query[QueryKey].ToString() switch
    {
        "in" => RainUnit.Inches,
        "mm" => RainUnit.Millimeters,
        _ => null,
    };

    public static string Key(RainUnit unit) => unit == RainUnit.Millimeters ? "mm" : "in";
}
