using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>How a feed compares with what the library expects.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<FeedVerdict>))]
public enum FeedVerdict
{
    /// <summary>The feed is as expected.</summary>
    AsExpected,

    /// <summary>The feed is valid, but its schema changed, or less than half of the usual cells of a column are filled or readable.</summary>
    Changed,

    /// <summary>The feed is unavailable or malformed.</summary>
    Broken,
}
