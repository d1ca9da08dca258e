namespace Lcra.Hydromet.Climate.Internal;

/// <summary>The estimates of a file, and its bounds if it has them.</summary>
internal sealed class FrequencyTables(
    PrecipitationFrequencySource source, IReadOnlyList<int> years, IReadOnlyDictionary<PrecipitationFrequencyBound, SortedList<TimeSpan, decimal[]>> tables)
{
    private readonly SortedList<TimeSpan, decimal[]> _estimates = tables[PrecipitationFrequencyBound.Estimate];

    public PrecipitationFrequencySource Source => source;

    public IReadOnlyList<int> Years => years;

    public IReadOnlyList<TimeSpan> Durations { get; } = [.. tables[PrecipitationFrequencyBound.Estimate].Keys];

    public bool HasBounds => tables.Count > 1;

    public decimal? Depth(TimeSpan duration, int year, PrecipitationFrequencyBound bound)
    {
        int column = years.ToList().IndexOf(year);
        return column >= 0 && tables.TryGetValue(bound, out SortedList<TimeSpan, decimal[]>? table) && table.TryGetValue(duration, out decimal[]? depths)
            ? InInches(depths[column])
            : null;
    }

    /// <summary>Finds the return period of an amount; null when the duration is not between those of the table.</summary>
    public FrequencyPlace? Find(decimal inches, TimeSpan duration)
    {
        if (DepthsOf(duration) is not { } depths)
        {
            return null;
        }

        double amount = (double)(source.Unit == PrecipitationUnit.Inches ? inches : HydrometUnits.InchesToMillimeters(inches));
        int above = Array.FindIndex(depths, depth => depth >= amount);
        if (above < 0)
        {
            return new FrequencyPlace(years[^1], IsRarer: true);
        }

        if (depths[above] == amount)
        {
            return new FrequencyPlace(years[above]);
        }

        if (above == 0)
        {
            return new FrequencyPlace(years[0], IsMoreCommon: true);
        }

        double share = (amount - depths[above - 1]) / (depths[above] - depths[above - 1]);
        return new FrequencyPlace(Math.Exp(Math.Log(years[above - 1]) + (share * (Math.Log(years[above]) - Math.Log(years[above - 1])))));
    }

    private double[]? DepthsOf(TimeSpan duration)
    {
        if (_estimates.TryGetValue(duration, out decimal[]? exact))
        {
            return [.. exact.Select(depth => (double)depth)];
        }

        int above = Durations.TakeWhile(known => known < duration).Count();
        if (above == 0 || above == Durations.Count)
        {
            return null;
        }

        double share = (Math.Log(duration.TotalMinutes) - Math.Log(Durations[above - 1].TotalMinutes))
            / (Math.Log(Durations[above].TotalMinutes) - Math.Log(Durations[above - 1].TotalMinutes));
        return
        [
            .. _estimates.GetValueAtIndex(above - 1).Zip(_estimates.GetValueAtIndex(above))
                .Select(pair => Math.Exp(Math.Log((double)pair.First) + (share * (Math.Log((double)pair.Second) - Math.Log((double)pair.First))))),
        ];
    }

    private decimal InInches(decimal depth) => source.Unit == PrecipitationUnit.Inches ? depth : HydrometUnits.MillimetersToInches(depth);
}
