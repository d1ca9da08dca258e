using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The estimate of a depth, or a bound of its 90 percent confidence interval.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PrecipitationFrequencyBound>))]
public enum PrecipitationFrequencyBound
{
    /// <summary>The estimate.</summary>
    Estimate,

    /// <summary>The lower bound.</summary>
    Lower,

    /// <summary>The upper bound.</summary>
    Upper,
}
