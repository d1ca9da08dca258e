using Lcra.Hydromet;

namespace RainfallSite.Climate;

/// <summary>How unusual a total is among all that the archive has of its gauge, or why that cannot be said.</summary>
/// <param name="Rank">The rank; null with a problem.</param>
/// <param name="Normal">The comparison with the normal of a month or year; null for days.</param>
/// <param name="Problem">Why there is no rank.</param>
internal sealed record Rarity(RainfallRank? Rank, RainfallNormalComparison? Normal, RarityProblem Problem)
{
    /// <summary>The least number of days whose percentage of normal says anything.</summary>
    public const int MinDaysOfPercent = 14;

    /// <summary>Gets how rare the amount is by a table of NOAA Atlas 14; null without one.</summary>
    public ReturnPeriod? ReturnPeriod { get; init; }

    public static Rarity Of(RarityProblem problem) => new(null, null, problem);

    public static Rarity Of(RainfallRank rank, RainfallNormalComparison? normal = null) => rank.Missing switch
    {
        null => new Rarity(rank, normal, RarityProblem.None),
        ClimateMissingReason.SuspectDay => Of(RarityProblem.SuspectDay),
        ClimateMissingReason.RecordTooShort => Of(RarityProblem.RecordTooShort),
        _ => Of(RarityProblem.MissingDays),
    };
}
