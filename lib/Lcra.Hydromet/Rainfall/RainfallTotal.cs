using System.Globalization;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// How much rain fell at a gauge over a period: an amount with its window, its source and its age, or the reason why there is none.
/// </summary>
[JsonConverter(typeof(RainfallTotalJsonConverter))]
public sealed record RainfallTotal
{
    private const decimal FinestResolutionInches = 0.01m;
    private const string NotBoth = "A total has an amount or a reason why it is missing, not both.";

    /// <summary>Gets the gauge.</summary>
    public required Site Site { get; init; }

    /// <summary>Gets the period.</summary>
    public required RainfallPeriod Period { get; init; }

    /// <summary>
    /// Gets the amount in inches with the decimals that the feed printed; null when there is none, and then
    /// <see cref="Missing"/> says why. Zero means that the feed printed a zero.
    /// </summary>
    /// <exception cref="ArgumentException"><see cref="Missing"/> is set: set it to null first.</exception>
    public decimal? Inches
    {
        get;
        init => field = value is null || Missing is null ? value : throw new ArgumentException(NotBoth, nameof(value));
    }

    /// <summary>Gets why the amount is missing; null when it is not.</summary>
    /// <exception cref="ArgumentException"><see cref="Inches"/> is set: set it to null first.</exception>
    public MissingReason? Missing
    {
        get;
        init => field = value is null || Inches is null ? value : throw new ArgumentException(NotBoth, nameof(value));
    }

    /// <summary>Gets the start of the window in Central time; null when the observation time that it depends on is unknown.</summary>
    public DateTimeOffset? Start { get; init; }

    /// <summary>Gets the end of the window in Central time; null when the observation time that it depends on is unknown.</summary>
    public DateTimeOffset? End { get; init; }

    /// <summary>Gets when the gauge was read, in Central time; null when that is not known.</summary>
    public DateTimeOffset? ObservedAt { get; init; }

    /// <summary>
    /// Gets until when the gauge measured the window, in Central time: the observation time, where it is inside a calendar window and more
    /// than an hour before its end. Null when the window was measured to its end, and when there is no amount or no known observation time.
    /// </summary>
    public DateTimeOffset? MeasuredUntil { get; init; }

    /// <summary>Gets the totals of the same gauge that this amount cannot hold beside; empty when there are none. The amount stays LCRA's.</summary>
    public IReadOnlyList<RainfallConflict> Conflicts { get; init => field = ValueList<RainfallConflict>.Of(value); } = ValueList<RainfallConflict>.Empty;

    /// <summary>
    /// Gets the largest amount in inches that other totals prove for this window; null when they don't contradict the amount from below.
    /// </summary>
    public decimal? LowerBoundInches { get; init; }

    /// <summary>
    /// Gets a value indicating whether no gauge nearby saw this rain: more than 1 inch over a rolling period of up to 24 hours at a reporting
    /// gauge, while at least three reporting gauges within 15 miles have an amount and all of them have 0.00. It is often water poured in to
    /// test the gauge. The amount stays LCRA's. False also when the gauge's coordinates are unknown or were not requested.
    /// </summary>
    public bool IsIsolated { get; init; }

    /// <summary>Gets where the amount comes from.</summary>
    public required RainfallSource Source { get; init; }

    /// <summary>Gets a value indicating whether the window is a calendar span that is still running.</summary>
    public bool IsPartial => Period.IsPartial;

    /// <summary>Gets a value indicating whether the edges of the window are LCRA's and not exact.</summary>
    public bool IsApproximate => Period.IsApproximate;

    /// <summary>
    /// Converts the amount to millimeters, rounded to what the gauge resolves: one decimal at 0.01 in, whole millimeters at Austin's 0.04 in.
    /// </summary>
    /// <returns>The millimeters; null when the amount is missing.</returns>
    public decimal? ToMillimeters() =>
        Inches is { } inches ? HydrometUnits.InchesToRoundedMillimeters(inches, Site.ResolutionInches ?? FinestResolutionInches) : null;

    /// <summary>Writes the total on one line, for logs and debuggers.</summary>
    /// <returns>Gauge, period, amount or reason, and window.</returns>
    public override string ToString()
    {
        string amount = Inches is { } inches
            ? string.Create(CultureInfo.InvariantCulture, $"{inches} in")
            : $"no amount ({Missing})";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Site.Id} {Site.Name}, {Period.Name}: {amount}{(Start is null || End is null ? ", window unknown" : FormattableString.Invariant($", {Start:yyyy-MM-dd HH:mm zzz} to {End:yyyy-MM-dd HH:mm zzz}"))}");
    }
}
