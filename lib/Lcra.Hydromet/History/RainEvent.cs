using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>A rain event in a <see cref="RainfallSeries"/>, with what is not known of it.</summary>
public sealed record RainEvent
{
    /// <summary>Gets the time of the last reading before the first rain, in Central time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the time of the reading with the last rain, in Central time.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>Gets the rain of the event in inches; more than zero.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets the share of the event, 0 to 1, that is covered by readings.</summary>
    public decimal Coverage { get; init; } = 1;

    /// <summary>Gets the parts of the event that no readings cover, oldest first. They make up what <see cref="Coverage"/> lacks.</summary>
    public IReadOnlyList<SeriesGap> Gaps { get; init => field = ValueList<SeriesGap>.Of(value); } = ValueList<SeriesGap>.Empty;

    /// <summary>
    /// Gets what is missing of the dry time before the event: rain in it would make the event begin earlier. Empty when it is known to have been dry.
    /// </summary>
    public IReadOnlyList<SeriesGap> GapsBefore { get; init => field = ValueList<SeriesGap>.Of(value); } = ValueList<SeriesGap>.Empty;

    /// <summary>
    /// Gets what is missing of the dry time after the event, such as missing days or the time after the last reading: rain in it would make the
    /// event go on. Empty when it is known to have been dry.
    /// </summary>
    public IReadOnlyList<SeriesGap> GapsAfter { get; init => field = ValueList<SeriesGap>.Of(value); } = ValueList<SeriesGap>.Empty;

    /// <summary>Gets a value indicating whether time in the event, or in the dry time around it, was not measured: it may be a part of a longer event, or several.</summary>
    public bool IsIncomplete => Gaps.Count > 0 || GapsBefore.Count > 0 || GapsAfter.Count > 0;

    /// <summary>Writes the event on one line.</summary>
    /// <returns>Amount, span and coverage, and whether data are missing around it.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Inches} in, {Start:yyyy-MM-dd HH:mm zzz} to {End:yyyy-MM-dd HH:mm zzz}, coverage {Coverage:0.###}{(GapsBefore.Count > 0 ? ", data missing before" : "")}{(GapsAfter.Count > 0 ? ", data missing after" : "")}");
}
