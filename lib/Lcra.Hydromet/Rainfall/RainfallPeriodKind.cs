using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The kinds of window. Totals of different kinds overlap: do not add them.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<RainfallPeriodKind>))]
public enum RainfallPeriodKind
{
    /// <summary>A length of time that ends at a reading or report, such as the last 24 hours.</summary>
    Rolling,

    /// <summary>Local days, months or years, such as yesterday or this year so far.</summary>
    Calendar,
}
