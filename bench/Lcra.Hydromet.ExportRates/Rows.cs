namespace Lcra.Hydromet.ExportRates;

/// <summary>A year of readings at 15 minutes of many gauges, made up and made while they are written: one step in 80 has rain, one in 50 is missing.</summary>
internal sealed class Rows(int gauges)
{
    private const int StepsPerYear = 365 * 96;
    private static readonly DateTimeOffset Start = new(2025, 1, 1, 6, 0, 0, TimeSpan.Zero);

    public static readonly string[] Columns = ["site", "time_utc", "time_central", "day", "rain_in", "accumulated_in", "status"];

    public long Count => (long)gauges * StepsPerYear;

    public IEnumerable<SiteRecord<RainfallStep>> All()
    {
        uint state = 20260101;
        for (int gauge = 0; gauge < gauges; gauge++)
        {
            SiteId site = new("LCRA", $"{1000 + (gauge * 7)}");
            decimal count = 0.00m;
            for (int step = 0; step < StepsPerYear; step++)
            {
                state = (state * 1664525) + 1013904223;
                uint chance = (state >> 16) % 4000;
                decimal rain = chance < 50 ? 0.01m * (1 + (chance % 9)) : 0.00m;
                count += rain;
                bool missing = chance is >= 50 and < 130;
                yield return new SiteRecord<RainfallStep>(site, new RainfallStep
                {
                    At = Start.AddMinutes(15 * step),
                    AccumulatedInches = count,
                    Inches = missing ? null : rain,
                    Missing = missing ? MissingReason.Blank : null,
                });
            }
        }
    }
}
