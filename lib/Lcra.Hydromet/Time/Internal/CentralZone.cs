namespace Lcra.Hydromet.Time.Internal;

/// <summary>The machine's time zone data of Central time, checked once.</summary>
internal static class CentralZone
{
    private static readonly string[] Names = ["America/Chicago", "Central Standard Time"];
    private static readonly DateTimeOffset Winter = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Summer = new(2026, 7, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly Lazy<TimeZoneInfo> Found = new(() => Find(name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out TimeZoneInfo? zone) ? zone : null));

    /// <summary>Gets the zone.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine has no time zone data for it, or wrong data.</exception>
    public static TimeZoneInfo Info => Found.Value;

    public static TimeZoneInfo Find(Func<string, TimeZoneInfo?> find)
    {
        TimeZoneInfo zone = Names.Select(find).FirstOrDefault(found => found is not null)
            ?? throw new TimeZoneNotFoundException($"The time zone data of {Names[0]} are missing. Install them (the package tzdata), or use an image that has them.");
        return zone.GetUtcOffset(Winter).Hours == -6 && zone.GetUtcOffset(Summer).Hours == -5
            ? zone
            : throw new TimeZoneNotFoundException($"The time zone data of {zone.Id} are wrong: in winter they say {zone.GetUtcOffset(Winter)} and in summer {zone.GetUtcOffset(Summer)} from UTC. Install the package tzdata anew.");
    }
}
