using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Why a rank, record, normal or return period is missing.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClimateMissingReason>))]
public enum ClimateMissingReason
{
    /// <summary>Days of the period have no amount: any of consecutive days, or more of a month, season or year than are allowed.</summary>
    MissingDays,

    /// <summary>A day of the period is suspect, so its amount is not ranked.</summary>
    SuspectDay,

    /// <summary>The record has fewer years than the minimum of <see cref="RainfallClimateOptions"/>.</summary>
    RecordTooShort,

    /// <summary>No rain fell: dry days have no rank among the wettest.</summary>
    NoRain,

    /// <summary>The normal is zero, so there is no percentage of it.</summary>
    ZeroNormal,

    /// <summary>The table has no depths of that duration, nor of one shorter and one longer duration.</summary>
    NotInTable,
}
