using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Lcra.Hydromet.Rainfall.Internal;

namespace Lcra.Hydromet;

/// <summary>
/// A span of time that the feeds give a rainfall total for. The catalogue is closed: <see cref="All"/> lists every period.
/// </summary>
/// <remarks>Windows are laid in Central time (America/Chicago), so a local day has 23 or 25 hours when the clocks change.</remarks>
[JsonConverter(typeof(RainfallPeriodJsonConverter))]
public sealed partial class RainfallPeriod : IParsable<RainfallPeriod>
{
    private readonly Func<WindowAnchors, TimeWindow?> _window;

    private RainfallPeriod(
        string key, string name, RainfallPeriodKind kind, HydrometFeed feed, int slot, Func<WindowAnchors, TimeWindow?> window)
    {
        Key = key;
        Name = name;
        Kind = kind;
        Feed = feed;
        Slot = slot;
        _window = window;
    }

    /// <summary>Gets the period's key, such as <c>24_hour</c>: lower case, stable, fit for an address.</summary>
    public string Key { get; }

    /// <summary>Gets the period in English words, such as <c>the last 24 hours</c>.</summary>
    public string Name { get; }

    /// <summary>Gets whether the window rolls or follows the calendar.</summary>
    public RainfallPeriodKind Kind { get; }

    /// <summary>Gets the only feed that an LCRA gauge's total for this period comes from.</summary>
    public HydrometFeed Feed { get; }

    /// <summary>Gets a value indicating whether the window is a calendar span that is still running.</summary>
    public bool IsPartial { get; private init; }

    /// <summary>Gets a value indicating whether the edges of the window are LCRA's and not exact.</summary>
    public bool IsApproximate { get; private init; }

    // The value's place among the amounts that its feed is read for.
    internal int Slot { get; }

    internal bool RequiresObservationTime { get; private init; }

    // The month or year in whose first hours LCRA may not have refreshed the value.
    internal CalendarUnit? LagsInto { get; private init; }

    // Only the beginning of a rolling window is LCRA's own: every window ends at a known time.
    internal bool HasApproximateStart => IsApproximate && Kind == RainfallPeriodKind.Rolling;

    // The calendar unit that the reading must share with the report; else the amount is that of another day, month or year.
    private CalendarUnit? MustMatch { get; init; }

    /// <summary>Finds a period by its key.</summary>
    /// <param name="key">A key such as <c>24_hour</c>, in any case.</param>
    /// <returns>The period.</returns>
    /// <exception cref="FormatException">No period has that key.</exception>
    public static RainfallPeriod Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return TryParse(key, out RainfallPeriod? period) ? period
            : throw new FormatException($"No period has the key '{key}'. The keys are {string.Join(", ", All.Select(known => known.Key))}.");
    }

    /// <inheritdoc cref="Parse(string)"/>
    static RainfallPeriod IParsable<RainfallPeriod>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string?, out RainfallPeriod?)"/>
    static bool IParsable<RainfallPeriod>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out RainfallPeriod result) =>
        TryParse(s, out result);

    /// <summary>Finds a period by its key.</summary>
    /// <param name="key">A key such as <c>24_hour</c>, in any case; or null.</param>
    /// <param name="period">The period, or null when the key is unknown.</param>
    /// <returns>Whether there is such a period.</returns>
    public static bool TryParse(string? key, [NotNullWhen(true)] out RainfallPeriod? period)
    {
        period = null;
        foreach (RainfallPeriod candidate in All)
        {
            if (string.Equals(candidate.Key, key, StringComparison.OrdinalIgnoreCase))
            {
                period = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>Gives the period's key.</summary>
    /// <returns><see cref="Key"/>.</returns>
    public override string ToString() => Key;

    internal bool IsStaleFor(DateOnly read, DateOnly reported, bool atReading) => MustMatch switch
    {
        CalendarUnit.Day => read != reported,
        CalendarUnit.Month => (read.Year, read.Month) != (reported.Year, reported.Month),
        CalendarUnit.Year => read.Year != reported.Year,
        _ => atReading && this == Today && read != reported,
    };

    internal TimeWindow? WindowFor(in WindowAnchors anchors) => _window(anchors);
}
