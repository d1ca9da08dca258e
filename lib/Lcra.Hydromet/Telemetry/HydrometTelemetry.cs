namespace Lcra.Hydromet;

/// <summary>The names of the library's meter and activity source. docs/telemetry.md lists every instrument with its unit.</summary>
/// <remarks>Nothing is measured without a listener. No measurement, trace or log line has a body, a header or an address with secrets.</remarks>
public static class HydrometTelemetry
{
    /// <summary>The name of the meter (<c>AddMeter</c>).</summary>
    public const string MeterName = "Lcra.Hydromet";

    /// <summary>The name of the activity source (<c>AddSource</c>). Each download, with its retries, is one activity.</summary>
    public const string ActivitySourceName = "Lcra.Hydromet";
}
