namespace Lcra.Hydromet.History.Internal;

/// <summary>
/// The most rain that this library takes for possible between two readings: 12 inches an hour, and 24 inches for each started day.
/// </summary>
internal static class PlausibleRain
{
    private const long HourSeconds = 3_600;
    private const long DaySeconds = 86_400;
    private const long HourLimit = 12_0000;
    private const long DayLimit = 24_0000;

    /// <summary>Gets the limit in ten-thousandths of an inch.</summary>
    /// <param name="seconds">The time between the readings.</param>
    public static long Limit(long seconds) =>
        Math.Min(seconds * HourLimit / HourSeconds, (seconds + DaySeconds - 1) / DaySeconds * DayLimit);
}
