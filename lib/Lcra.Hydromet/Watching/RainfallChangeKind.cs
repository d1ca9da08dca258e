namespace Lcra.Hydromet;

/// <summary>What changed between two rainfall reports.</summary>
public enum RainfallChangeKind
{
    /// <summary>A gauge counted rain: <see cref="RainfallChange.Inches"/> between <see cref="RainfallChange.From"/> and <see cref="RainfallChange.To"/>.</summary>
    NewRain,

    /// <summary>
    /// A gauge's count since midnight began anew with a new day. Rain between <see cref="RainfallChange.From"/>, the last reading before,
    /// and midnight, if there was any, is in no <see cref="NewRain"/>.
    /// </summary>
    Reset,

    /// <summary>The count since midnight fell within a day: LCRA corrected it. No rain, and no dry time either.</summary>
    Corrected,

    /// <summary>A gauge fell silent: it was last read more than an hour before the report, or LCRA calls it stale.</summary>
    GaugeSilent,

    /// <summary>A silent gauge reports again.</summary>
    GaugeReporting,

    /// <summary>A feed could not be had or read, or its report is more than 45 minutes old.</summary>
    FeedDown,

    /// <summary>A feed that was down is there again.</summary>
    FeedUp,

    /// <summary>A total went over its threshold.</summary>
    ThresholdCrossed,

    /// <summary>A total that had crossed its threshold fell below the amount that clears it.</summary>
    ThresholdCleared,
}
