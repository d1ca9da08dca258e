using System.Text.Json;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>A contradiction between a total and another total, or the sum of several, of the same gauge. Neither amount is changed.</summary>
/// <remarks>
/// Amounts contradict each other when they differ by more than one resolution step (0.01 in at LCRA's gauges, 0.04 in at Austin's)
/// for each window that is held against the other one.
/// </remarks>
[JsonConverter(typeof(RainfallConflictJsonConverter))]
public sealed record RainfallConflict
{
    /// <summary>Gets the rule that the amounts break.</summary>
    public required RainfallConflictRule Rule { get; init; }

    /// <summary>Gets the period of the other total; null when the other side is a sum, whose periods are in <see cref="Parts"/>.</summary>
    public RainfallPeriod? Period { get; init; }

    /// <summary>Gets the other amount, in inches: that of the other total, or the sum.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets the beginning of the other window, or of the first part, in Central time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the end of the other window, or of the last part, in Central time.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets the feed of the other total; null when the other side is a sum.</summary>
    public HydrometFeed? Feed { get; init; }

    /// <summary>Gets the periods that are added up, in the order of their windows; empty when no sum is involved.</summary>
    public IReadOnlyList<RainfallPeriod> Parts { get; init => field = ValueList<RainfallPeriod>.Of(value); } = ValueList<RainfallPeriod>.Empty;

    /// <summary>Formats the rule and the other side's periods, such as <c>contains:24_hour</c> or <c>tiles:1_day_ago+since_midnight</c>.</summary>
    /// <returns>The text, without blanks.</returns>
    public override string ToString()
    {
        string rule = JsonNamingPolicy.CamelCase.ConvertName(Rule.ToString());
        return $"{rule}:{(Period is { } other ? other.Key : string.Join('+', Parts.Select(part => part.Key)))}";
    }
}
