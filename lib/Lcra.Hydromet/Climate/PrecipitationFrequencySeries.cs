using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The series that a table of NOAA Atlas 14 is made of. They differ for common rain alone: by about 6 percent at 2 years, and hardly from 10 years on.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PrecipitationFrequencySeries>))]
public enum PrecipitationFrequencySeries
{
    /// <summary>Partial duration series: all large amounts. Its return periods are average recurrence intervals, which begin at 1 year.</summary>
    PartialDuration,

    /// <summary>Annual maximum series: the largest amount of each year. Its return periods are 1 divided by the annual exceedance probability and begin at 2 years.</summary>
    AnnualMaximum,
}
