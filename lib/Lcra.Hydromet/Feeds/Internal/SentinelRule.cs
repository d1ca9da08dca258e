namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>
/// Which numbers are no readings. The marks of older data (-998 and -888) are none of any quantity. The marks -999, -9999 and the like are none of a stage,
/// an elevation or a temperature, because those cannot be so low; a flow can, so of a discharge only the exact marks are none.
/// </summary>
internal static class SentinelRule
{
    private const decimal LowestStageFeet = -500;
    private const decimal LowestElevationFeet = 0;
    private const decimal LowestTemperature = -100;
    private const decimal HighestTemperature = 212;

    /// <summary>Returns the cell, or an unreadable one when its value is not a reading of the quantity.</summary>
    public static Cell Apply(Cell cell, Quantity quantity) => cell.Value is { } value && !IsReading(value, quantity) ? Cell.Unreadable : cell;

    /// <summary>Determines whether a number can be a reading of a quantity.</summary>
    public static bool IsReading(decimal value, Quantity quantity) => quantity switch
    {
        Quantity.Stage => value >= LowestStageFeet,
        Quantity.Elevation => value >= LowestElevationFeet,
        Quantity.Temperature => value is >= LowestTemperature and <= HighestTemperature,
        Quantity.Discharge => value is not (-999 or -9999 or -99999 or -999999),
        _ => true,
    };
}
