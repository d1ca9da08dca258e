using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The kinds of change between two rainfall reports.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RainfallChangeKind>))]
public enum RainfallChangeKind
{
    /// <summary>A gauge recorded rain: <see cref="RainfallChange.Inches"/> between <see cref="RainfallChange.From"/> and <see cref="RainfallChange.To"/>.</summary>
    NewRain,

    /// <summary>
    /// A gauge's amount since midnight started again with a new day. Rain between <see cref="RainfallChange.From"/>, the last reading before,
    /// and midnight, if any, is not in a <see cref="NewRain"/>.
    /// </summary>
    Reset,

    /// <summary>The amount since midnight fell within a day: LCRA corrected it. It is neither rain nor dry time.</summary>
    Corrected,

    /// <summary>A gauge is silent: it was last read more than an hour before the report, or LCRA marks it as stale.</summary>
    GaugeSilent,

    /// <summary>A silent gauge reports again.</summary>
    GaugeReporting,

    /// <summary>A feed is unavailable or malformed, or its report is more than 45 minutes old.</summary>
    FeedDown,

    /// <summary>A feed that was down is available again.</summary>
    FeedUp,

    /// <summary>A total exceeded its threshold.</summary>
    ThresholdCrossed,

    /// <summary>A total that had crossed its threshold fell below the amount that clears it.</summary>
    ThresholdCleared,
}
