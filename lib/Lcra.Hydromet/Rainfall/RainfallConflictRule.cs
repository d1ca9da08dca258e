using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Why two amounts of one gauge cannot both hold.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RainfallConflictRule>))]
public enum RainfallConflictRule
{
    /// <summary>A window lies inside another and has more rain than it; so do several windows that don't overlap.</summary>
    Contains,

    /// <summary>Two windows are the same and their amounts differ.</summary>
    Equals,

    /// <summary>Windows that don't overlap make up another one, and their sum differs from its amount.</summary>
    Tiles,

    /// <summary>Two rolling windows end at the same observation, and the longer one has less rain.</summary>
    NonDecreasing,
}
