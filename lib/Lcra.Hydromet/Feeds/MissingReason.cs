using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Why a total has no amount. A missing amount is never a zero.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MissingReason>))]
public enum MissingReason
{
    /// <summary>The feed has no row for the gauge, or no column or member for the value; or a series has no readings for the window.</summary>
    NotInFeed,

    /// <summary>The feed has the gauge, but the cell (or the observation time it depends on) is blank.</summary>
    Blank,

    /// <summary>The cell, its row or its observation time is not valid.</summary>
    Unreadable,

    /// <summary>
    /// The amount belongs to another day, month or year than the report: the gauge was last read before the period began.
    /// </summary>
    Stale,

    /// <summary>The feed is unavailable or malformed.</summary>
    FeedUnavailable,

    /// <summary>The report was requested without the feed, by <c>RainfallScope.CsvFeeds</c>; or an archive has never requested the day.</summary>
    NotRequested,
}
