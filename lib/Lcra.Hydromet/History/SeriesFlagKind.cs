using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>What kind of thing a <see cref="SeriesFlag"/> is about.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SeriesFlagKind>))]
public enum SeriesFlagKind
{
    /// <summary>
    /// The count left its level and came back to it (115, 49, 115 or 49, 115, 49), however many readings and hours later. The readings
    /// between are left out, so a glitch that lasts is a gap. Flagged as <see cref="Reset"/> too when a reset fits as well:
    /// then the smaller amount counts and <see cref="SeriesTotal.UncertaintyInches"/> is the difference.
    /// </summary>
    Glitch,

    /// <summary>
    /// The count fell and went on from there. Rain between the two readings is not known, so that time is not covered; what the new
    /// count shows at its first reading is in <see cref="SeriesTotal.UncertaintyInches"/>. A fall that no later reading explains is
    /// flagged too, and nothing after it is covered.
    /// </summary>
    Reset,

    /// <summary>
    /// The count rose by more than this library takes for possible: 12 inches an hour, or 24 inches for each started day.
    /// The rise is credited: whether it rained is for the reader to judge.
    /// </summary>
    ImplausibleRise,

    /// <summary>
    /// The value can be no amount of rain (below zero, above 200,000 inches or finer than 1/10000 inch), or a later reading of the same
    /// second has another one. It is left out.
    /// </summary>
    Unusable,

    /// <summary>The day was not over when it was read: its amount so far is in the total, and the day is not covered.</summary>
    PartialDay,
}
