using System.Globalization;

namespace RainfallSite.Formatting;

/// <summary>Formats levels and discharges; a missing value is a dash.</summary>
internal static class WaterFormatter
{
    /// <summary>The format of a discharge, which can have six digits.</summary>
    public const string Grouped = "#,0.00";

    private const string Missing = "–";

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Missing;

    public static string Number(decimal? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>Formats a change with its sign; zero has none.</summary>
    public static string Change(decimal? change) => Number(change, "+0.00;−0.00;0.00");
}
