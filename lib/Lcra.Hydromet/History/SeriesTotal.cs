using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>How much rain a <see cref="RainfallSeries"/> counted over a window, and how much of the window it knows.</summary>
public sealed record SeriesTotal
{
    /// <summary>Gets the beginning of the window in Central time.</summary>
    public required DateTimeOffset Start { get; init; }

    /// <summary>Gets the end of the window in Central time.</summary>
    public required DateTimeOffset End { get; init; }

    /// <summary>
    /// Gets the rain in inches that was counted in the window; null when nothing of the window is covered and nothing was counted
    /// in it, and then <see cref="Missing"/> says why. Below a <see cref="Coverage"/> of 1 it is the rain of the covered part, of
    /// the gaps that end in the window and of a running day so far (<see cref="SeriesFlagKind.PartialDay"/>); more may have fallen.
    /// </summary>
    public decimal? Inches { get; init; }

    /// <summary>Gets why the amount is missing; null when it is not.</summary>
    public MissingReason? Missing { get; init; }

    /// <summary>
    /// Gets the share of the window, 0 to 1, that is covered: by readings no farther apart than the series' gap threshold,
    /// or by days that have an amount and were over.
    /// </summary>
    public required decimal Coverage { get; init; }

    /// <summary>
    /// Gets the rain in inches that was counted over gaps which an edge of the window cuts. It fell inside the window or outside;
    /// <see cref="Inches"/> has it when the gap ends in the window. Zero when neither edge lies in a gap with rain.
    /// </summary>
    public decimal BoundaryGapInches { get; init; }

    /// <summary>
    /// Gets how many inches more than <see cref="Inches"/> may have fallen, because readings in the window can be explained in two ways
    /// and the smaller amount counts. Over covered time the rain is between <see cref="Inches"/> and their sum.
    /// </summary>
    public decimal UncertaintyInches { get; init; }

    /// <summary>
    /// Gets, for a greatest depth, the rain in inches of the wettest single interval that is longer than the window and has more rain; null
    /// when there is none. How much of it fell within the duration is not known.
    /// </summary>
    public decimal? LargerOmittedInches { get; init; }

    /// <summary>Gets the stretches of the window that are not covered, oldest first. They make up what <see cref="Coverage"/> lacks.</summary>
    public required IReadOnlyList<SeriesGap> Gaps { get; init => field = ValueList<SeriesGap>.Of(value); }

    /// <summary>Gets what is to know about the readings in the window, oldest first.</summary>
    public required IReadOnlyList<SeriesFlag> Flags { get; init => field = ValueList<SeriesFlag>.Of(value); }

    /// <summary>Writes the total on one line, for logs and debuggers.</summary>
    /// <returns>Amount or reason, window and coverage.</returns>
    public override string ToString()
    {
        string amount = Inches is { } inches
            ? string.Create(CultureInfo.InvariantCulture, $"{inches} in{(UncertaintyInches > 0 ? FormattableString.Invariant($" (up to {inches + UncertaintyInches} in)") : "")}")
            : $"no amount ({Missing})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{amount}, {Start:yyyy-MM-dd HH:mm zzz} to {End:yyyy-MM-dd HH:mm zzz}, coverage {Coverage:0.###}");
    }
}
