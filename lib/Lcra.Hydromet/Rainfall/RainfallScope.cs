using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Which feeds a rainfall report is made of.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RainfallScope>))]
public enum RainfallScope
{
    /// <summary>The three rainfall CSV feeds and the all-sites response: 25 periods, coordinates, and the gauges of other agencies.</summary>
    AllFeeds,

    /// <summary>The three rainfall CSV feeds: the periods of the all-sites response are missing as <see cref="MissingReason.NotRequested"/>.</summary>
    CsvFeeds,
}
