using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>What was compared with the depth of a table, which is the largest of any window of its duration.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ReturnPeriodBasis>))]
public enum ReturnPeriodBasis
{
    /// <summary>The amount of a window that can begin at any reading. It is compared as it is.</summary>
    MovingWindow,

    /// <summary>
    /// The amount of calendar days, which on average is less than the largest window of that length. It is compared after it is multiplied:
    /// by 1.13 for one day, by 1.04 for two, by 1 for more.
    /// </summary>
    CalendarDays,
}
