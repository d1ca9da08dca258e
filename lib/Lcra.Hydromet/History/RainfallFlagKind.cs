namespace Lcra.Hydromet;

/// <summary>What is odd about a day's rain. Odd is not wrong: a flag asks a person to look.</summary>
public enum RainfallFlagKind
{
    /// <summary>
    /// Four inches or more, no rain on the day before nor on the day after, and something else against it: days missing from the
    /// record within a week, or twice as much as on any other day of a record of a year or more.
    /// </summary>
    IsolatedExtreme,

    /// <summary>The same amount, more than one tip, on three days in a row or more.</summary>
    RepeatedValue,

    /// <summary>No whole number of tips makes this amount.</summary>
    NotMultipleOfResolution,

    /// <summary>
    /// A day with rain just before or after days that are missing from the record: it may lack rain of its own or hold that of others.
    /// </summary>
    AdjacentToGap,

    /// <summary>Less than no rain, such as an old sign for missing (-998). It is no amount.</summary>
    Negative,
}
