namespace Lcra.Hydromet.ArchiveRates;

/// <summary>The rank of a day among the days of a record.</summary>
internal static class Ranks
{
    public static int Of(IReadOnlyCollection<DailyRainfall> days, DateOnly day)
    {
        decimal? inches = days.First(other => other.Day == day).Inches;
        return 1 + days.Count(other => other.Inches > inches);
    }
}
