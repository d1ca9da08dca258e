namespace Lcra.Hydromet;

/// <summary>The names to listen for: what the library tells about its downloads and feeds. docs/telemetry.md lists every instrument with its unit.</summary>
/// <remarks>Nothing is measured while nobody listens, and no measurement, trace or log line holds a body, a header or an address with its secrets.</remarks>
public static class HydrometTelemetry
{
    /// <summary>The name of the meter (<c>AddMeter</c>).</summary>
    public const string MeterName = "Lcra.Hydromet";

    /// <summary>The name of the activity source (<c>AddSource</c>). Each download, with its retries, is one activity.</summary>
    public const string ActivitySourceName = "Lcra.Hydromet";
}
