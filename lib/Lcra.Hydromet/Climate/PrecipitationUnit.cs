using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The unit in which a table of NOAA Atlas 14 was downloaded.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PrecipitationUnit>))]
public enum PrecipitationUnit
{
    /// <summary>Inches.</summary>
    Inches,

    /// <summary>Millimeters.</summary>
    Millimeters,
}
