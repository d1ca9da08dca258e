using System.Globalization;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Finds amounts above the resolution that repeat on consecutive days. Single tips do repeat, in drizzle and dew.</summary>
internal static class RepeatedValues
{
    private const int MinDays = 3;

    public static IEnumerable<RainfallFlag> In(DailyRecord record, decimal tip)
    {
        List<DailyRainfall> run = [];
        foreach (DailyRainfall day in record.Days.Where(day => day.Inches > tip && !day.IsPartial))
        {
            if (run.Count > 0 && (run[^1].Inches != day.Inches || run[^1].Day.AddDays(1) != day.Day))
            {
                foreach (RainfallFlag flag in Flags(run))
                {
                    yield return flag;
                }

                run.Clear();
            }

            run.Add(day);
        }

        foreach (RainfallFlag flag in Flags(run))
        {
            yield return flag;
        }
    }

    private static IEnumerable<RainfallFlag> Flags(List<DailyRainfall> run) =>
        run.Count < MinDays
            ? []
            : run.Select(day => DailyAnomalies.Flag(day, RainfallFlagKind.RepeatedValue, string.Create(
                CultureInfo.InvariantCulture, $"{day.Inches} in is repeated on {run.Count} consecutive days, from {run[0].Day:yyyy-MM-dd} on.")));
}
