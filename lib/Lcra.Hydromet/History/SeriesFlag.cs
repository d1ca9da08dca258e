using System.Globalization;

namespace Lcra.Hydromet;

/// <summary>A data-quality flag on a reading of a <see cref="RainfallSeries"/>.</summary>
public sealed record SeriesFlag
{
    /// <summary>Gets the kind of flag.</summary>
    public required SeriesFlagKind Kind { get; init; }

    /// <summary>Gets the time, in Central time, of the reading that is flagged (the first one off the level), or the start of the day.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Gets the value of the flagged reading or day, in inches.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets the accumulated rainfall before, in inches; null for a flag that is not about a change.</summary>
    public decimal? PreviousInches { get; init; }

    /// <summary>Gets when the accumulated rainfall was back at its level, in Central time; null except for a glitch.</summary>
    public DateTimeOffset? ReturnedAt { get; init; }

    /// <summary>Writes the flag on one line.</summary>
    /// <returns>Time, kind and inches.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At:yyyy-MM-dd HH:mm zzz} {Kind}, {Inches} in{(PreviousInches is null ? "" : ", before ")}{PreviousInches}{(PreviousInches is null ? "" : " in")}");
}
