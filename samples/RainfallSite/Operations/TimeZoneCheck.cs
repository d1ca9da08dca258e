namespace RainfallSite.Operations;

/// <summary>Checks the time zone data, because every window is in Central time.</summary>
internal static class TimeZoneCheck
{
    private const string Zone = "America/Chicago";
    private static readonly (DateTimeOffset Instant, int OffsetHours)[] Known =
    [
        (new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero), -6),
        (new DateTimeOffset(2026, 7, 15, 12, 0, 0, TimeSpan.Zero), -5),
    ];

    public static void Require()
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(Zone, out TimeZoneInfo? zone))
        {
            throw new InvalidOperationException($"The time zone data of {Zone} are missing. Install the package tzdata, or use an image that has it.");
        }

        foreach ((DateTimeOffset instant, int offsetHours) in Known)
        {
            if (zone.GetUtcOffset(instant).TotalHours != offsetHours)
            {
                throw new InvalidOperationException(
                    $"The time zone data of {Zone} are wrong: {instant:yyyy-MM-dd} has the offset {zone.GetUtcOffset(instant)}, not {offsetHours} hours.");
            }
        }
    }
}
