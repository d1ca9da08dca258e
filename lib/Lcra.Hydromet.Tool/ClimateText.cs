using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>A climate for a person.</summary>
internal static class ClimateText
{
    public static IEnumerable<string> Of(RainfallClimateSummary summary) =>
    [
        summary.ToString(),
        .. Part("Ranks", summary.Ranks),
        .. Part("Percent of normal", summary.Normals),
        .. Part("Monthly normals", summary.MonthlyNormals),
        .. Part("Records", [.. summary.Extremes, .. summary.LongestDrySpell is { } dry ? [$"Longest dry spell: {dry}."] : Array.Empty<object>()]),
        .. ReturnPeriods(summary.ReturnPeriods),
        .. Part("Suspect days, left out", summary.SuspectDays),
        "",
        string.Create(
            CultureInfo.InvariantCulture,
            $"A month, season or year counts when at most {summary.MaxMissingPercent} percent of its days are missing; the driest are of complete ones. Ranks need {summary.MinYears} years, normals {summary.MinNormalYears}. Readings are provisional."),
    ];

    /// <summary>Formats the return periods of the wettest windows of the last days; none where the gauge has no readings.</summary>
    public static IEnumerable<string> Recent(IReadOnlyList<ReturnPeriod> found, int days) =>
        Part(string.Create(CultureInfo.InvariantCulture, $"Wettest windows of the last {days} days"), [.. found.Select(one => one.WithoutSource())]);

    // The table is named once, and durations that it lacks share a line.
    private static IEnumerable<string> ReturnPeriods(IReadOnlyList<ReturnPeriod> found)
    {
        if (found is not [var any, ..])
        {
            return [];
        }

        int missing = found.Count(one => one.Missing is not null);
        string note = missing == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" It has no depths for {missing} more of such days.");
        return Part("Return periods", [.. found.Where(one => one.Missing is null).Select(one => one.WithoutSource()), $"By {any.Source}.{note}"]);
    }

    private static IEnumerable<string> Part(string title, IReadOnlyList<object> lines) =>
        lines.Count == 0 ? [] : ["", title, .. lines.Select(line => $"  {line}")];
}
