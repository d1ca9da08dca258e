using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The resolution of a history.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HistoryResolution>))]
public enum HistoryResolution
{
    /// <summary>Every record that LCRA has: about one in 15 minutes, fewer in the early years.</summary>
    FifteenMinutes,

    /// <summary>
    /// About one record an hour. Where LCRA has 15-minute records but no hourly ones, the result has those.
    /// Not for daily rain and not for Austin's gauges.
    /// </summary>
    Hourly,
}
