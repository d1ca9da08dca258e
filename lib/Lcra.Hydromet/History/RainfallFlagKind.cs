using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The kinds of <see cref="RainfallFlag"/>. A flagged amount is not necessarily wrong: it needs a manual review.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RainfallFlagKind>))]
public enum RainfallFlagKind
{
    /// <summary>
    /// Four inches or more, no rain on the day before and the day after, and a second sign of an error: days missing from the
    /// record within a week, or twice as much as on any other day of a record of a year or more.
    /// </summary>
    IsolatedExtreme,

    /// <summary>The same amount, more than the resolution, on three or more consecutive days.</summary>
    RepeatedValue,

    /// <summary>The amount is not a multiple of the gauge's resolution.</summary>
    NotMultipleOfResolution,

    /// <summary>
    /// A day with rain just before or after days that are missing from the record: it can lack rain of its own or include that of the missing days.
    /// </summary>
    AdjacentToGap,

    /// <summary>A negative amount, such as an old sentinel for missing (-998). It is not a valid amount.</summary>
    Negative,

    /// <summary>The history has two records of the day with different amounts. The later one is used.</summary>
    DuplicateRecord,
}
