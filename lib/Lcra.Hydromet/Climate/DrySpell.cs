using System.Globalization;
using Lcra.Hydromet.Climate.Internal;

namespace Lcra.Hydromet;

/// <summary>Consecutive days of 0.00 in. A missing, suspect or partial day ends a spell: whether it was dry is not known.</summary>
public sealed record DrySpell
{
    /// <summary>Gets the first dry day.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last dry day.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>
    /// Gets a value indicating whether the spell can have been longer: a day beside it is missing, or it begins or ends with the record.
    /// </summary>
    public bool IsLowerBound { get; init; }

    /// <summary>Gets the number of days.</summary>
    public int DayCount => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Writes the spell on one line.</summary>
    /// <returns>Its days and their number.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{(IsLowerBound ? "at least " : "")}{ClimateText.Count(DayCount, "day")} without rain, {ClimateText.Day(First)} to {ClimateText.Day(Last)}");
}
