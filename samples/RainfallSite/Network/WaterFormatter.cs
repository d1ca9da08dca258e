using System.Globalization;

namespace RainfallSite.Network;

/// <summary>Levels and flows as numbers; what is missing is a dash.</summary>
internal static class WaterFormatter
{
    private const string Missing = "–";

    public static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? Missing;

    public static string Number(decimal? number, string format) => number?.ToString(format, CultureInfo.InvariantCulture) ?? Missing;

    /// <summary>Writes a change with its sign; one of nothing has none.</summary>
    public static string Change(decimal? change) => Number(change, "+0.00;−0.00;0.00");
}
