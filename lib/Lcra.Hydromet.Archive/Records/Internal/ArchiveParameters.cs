namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Which values the records of a history have.</summary>
internal static class ArchiveParameters
{
    /// <summary>Gets the histories that an archive has.</summary>
    public static IReadOnlyList<HistoryParameter> Histories { get; } =
        [HistoryParameter.RainDaily, HistoryParameter.Rain, HistoryParameter.Flow, HistoryParameter.LakeLevel];

    public static HistoryParameter HistoryOf(long parameter) => (ArchiveParameter)parameter switch
    {
        ArchiveParameter.AccumulatedRainfall => HistoryParameter.Rain,
        ArchiveParameter.DailyRainfall => HistoryParameter.RainDaily,
        ArchiveParameter.Stage or ArchiveParameter.Discharge => HistoryParameter.Flow,
        _ => HistoryParameter.LakeLevel,
    };

    /// <summary>Gets the parameter of the first value, whose number is also that of the history.</summary>
    /// <exception cref="ArgumentException">An archive has no such history.</exception>
    public static ArchiveParameter FirstOf(HistoryParameter history, string name)
    {
        ArgumentNullException.ThrowIfNull(history, name);
        return history.Key switch
        {
            "rain" => ArchiveParameter.AccumulatedRainfall,
            "rainDaily" => ArchiveParameter.DailyRainfall,
            "flow" => ArchiveParameter.Stage,
            "lakelevel" => ArchiveParameter.HeadwaterElevation,
            _ => throw new ArgumentException($"An archive has no {history}, only {string.Join(", ", Histories)}.", name),
        };
    }

    /// <summary>Gets the parameters of the values of a history's records.</summary>
    public static IEnumerable<ArchiveParameter> AllOf(ArchiveParameter first) => SecondOf(first) is { } second ? [first, second] : [first];

    /// <summary>Gets the parameter of the second value; null when only one value is stored.</summary>
    public static ArchiveParameter? SecondOf(ArchiveParameter first) => first switch
    {
        ArchiveParameter.Stage => ArchiveParameter.Discharge,
        ArchiveParameter.HeadwaterElevation => ArchiveParameter.TailwaterElevation,
        _ => null,
    };
}
