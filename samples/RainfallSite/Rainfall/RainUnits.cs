namespace RainfallSite.Rainfall;

/// <summary>The unit that an address asks for: <c>?units=mm</c> or <c>?units=in</c>.</summary>
internal static class RainUnits
{
    public const string QueryKey = "units";

    public static RainUnit Of(HttpRequest request) => Requested(request) ?? RainUnit.Inches;

    /// <summary>Gives the unit asked for; null when none was.</summary>
    public static RainUnit? Requested(HttpRequest request) => request.Query[QueryKey].ToString() switch
    {
        "in" => RainUnit.Inches,
        "mm" => RainUnit.Millimeters,
        _ => null,
    };

    public static string Key(RainUnit unit) => unit == RainUnit.Millimeters ? "mm" : "in";
}
