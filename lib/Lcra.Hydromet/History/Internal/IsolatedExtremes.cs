using System.Globalization;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Finds isolated extreme days with a second sign of an error.</summary>
internal static class IsolatedExtremes
{
    // Rare enough in Central Texas for a manual review, and too common to decide by it alone.
    public const decimal MinExtreme = 4m;
    private const int NearbyDays = 7;
    private const int EnoughDays = 365;
    private const decimal FarBeyond = 2m;

    public static IEnumerable<RainfallFlag> In(DailyRecord record)
    {
        decimal[] largest = [.. record.Days.Select(day => day.Inches!.Value).OrderDescending().Take(2)];
        foreach (DailyRainfall day in record.Days.Where(day => day.Inches >= MinExtreme))
        {
            if (IsWithoutRain(record, day.Day.AddDays(-1)) && IsWithoutRain(record, day.Day.AddDays(1))
                && Against(record, day, largest) is { } reason)
            {
                yield return DailyAnomalies.Flag(day, RainfallFlagKind.IsolatedExtreme, string.Create(
                    CultureInfo.InvariantCulture, $"{day.Inches} in without rain the day before or after, and {reason}."));
            }
        }
    }

    private static string? Against(DailyRecord record, DailyRainfall day, decimal[] largest)
    {
        int missing = Enumerable.Range(-NearbyDays, (2 * NearbyDays) + 1).Count(days => record.IsMissing(day.Day.AddDays(days)));
        if (missing > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{missing} of the 14 days around it missing from the record");
        }

        return record.Days.Count > EnoughDays && day.Inches == largest[0] && day.Inches >= FarBeyond * largest[1]
            ? string.Create(CultureInfo.InvariantCulture, $"the largest of the other days has {largest[1]} in")
            : null;
    }

    private static bool IsWithoutRain(DailyRecord record, DateOnly day) => record.WholeDay(day) == 0 || record.IsMissing(day);
}
