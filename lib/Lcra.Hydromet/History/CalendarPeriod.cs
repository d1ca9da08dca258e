using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The calendar periods that daily rain is added up for.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<CalendarPeriod>))]
public enum CalendarPeriod
{
    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>A water year: from October 1 to September 30, named by the year in which it ends.</summary>
    WaterYear,

    /// <summary>
    /// A meteorological season of three months: winter (December to February, named by both years), spring (March to May), summer (June to
    /// August) or fall (September to November).
    /// </summary>
    Season,
}
