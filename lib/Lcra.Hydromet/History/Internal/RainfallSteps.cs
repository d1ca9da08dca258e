namespace Lcra.Hydromet.History.Internal;

/// <summary>Computes the rain between readings from the series that they make.</summary>
internal static class RainfallSteps
{
    public static IReadOnlyList<RainfallStep> Of(IReadOnlyList<AccumulatedRainfall> readings, RainfallSeries series)
    {
        SeriesPoints points = series.Points;
        RainfallStep[] steps = new RainfallStep[readings.Count];
        int point = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            AccumulatedRainfall reading = readings[i];
            while (point < points.Count && points.UnixSecondsOf(point) < reading.At.ToUnixTimeSeconds())
            {
                point++;
            }

            // Of two readings of one second the later one counts.
            bool counts = point < points.Count && points.UnixSecondsOf(point) == reading.At.ToUnixTimeSeconds()
                && (i + 1 == steps.Length || readings[i + 1].At.ToUnixTimeSeconds() != reading.At.ToUnixTimeSeconds());
            int? rain = counts && point > 0 ? points.Depths[point] - points.Depths[point - 1] : null;
            bool unknown = rain is null || (rain == 0 && series.Gaps.Closes(point));
            steps[i] = new RainfallStep
            {
                At = reading.At,
                AccumulatedInches = reading.Inches,
                Inches = unknown ? null : FixedInches.ToInches(rain!.Value),
                Missing = !counts ? MissingReason.Unreadable : unknown ? MissingReason.NotInFeed : null,
            };
        }

        return steps;
    }
}
