using System.Globalization;
using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <summary>A reading of accumulated rainfall with the rain since the reading before.</summary>
public readonly record struct RainfallStep
{
    /// <summary>Gets when the gauge was read.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the accumulated rainfall in inches, as LCRA has it.</summary>
    public required decimal AccumulatedInches { get; init; }

    /// <summary>
    /// Gets the rain in inches since the reading before that counts; null when it is unknown, and then <see cref="Missing"/> says why. The sum
    /// of the steps is the total of <see cref="RainfallSeries"/>: a glitch adds nothing, and a reset only what was counted after it.
    /// </summary>
    public decimal? Inches { get; init; }

    /// <summary>
    /// Gets why the rain is unknown; null when it is not. <see cref="MissingReason.NotInFeed"/>: no reading is before this one, the counter was
    /// reset, or no reading is within the hour before and the count stayed the same. <see cref="MissingReason.Unreadable"/>: the reading is a glitch or not a count.
    /// </summary>
    public MissingReason? Missing { get; init; }

    /// <summary>Computes the steps of a gauge's readings.</summary>
    /// <param name="readings">The readings, oldest first.</param>
    /// <param name="resolutionInches">The gauge's resolution in inches: 0.01 at LCRA's gauges, 0.04 at Austin's.</param>
    /// <returns>A step for each reading.</returns>
    /// <exception cref="ArgumentException">The readings are not in order.</exception>
    public static IReadOnlyList<RainfallStep> Of(IEnumerable<AccumulatedRainfall> readings, decimal resolutionInches = 0.01m)
    {
        ArgumentNullException.ThrowIfNull(readings);
        IReadOnlyList<AccumulatedRainfall> all = readings as IReadOnlyList<AccumulatedRainfall> ?? [.. readings];
        return RainfallSteps.Of(all, RainfallSeries.FromAccumulatedRainfall(all, TimeSpan.FromHours(1), resolutionInches));
    }

    /// <summary>Formats the step on one line.</summary>
    /// <returns>Time, rain and accumulated rainfall.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm zzz}: {(Inches is null ? $"no amount ({Missing})" : FormattableString.Invariant($"{Inches} in"))}, {AccumulatedInches} in accumulated");
}
