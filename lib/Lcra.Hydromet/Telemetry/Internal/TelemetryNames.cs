namespace Lcra.Hydromet.Telemetry.Internal;

/// <summary>Words in measurements and traces, which dashboards hold on to.</summary>
internal static class TelemetryNames
{
    private static readonly Dictionary<HydrometFailureKind, string> Kinds = Enum.GetValues<HydrometFailureKind>()
        .ToDictionary(kind => kind, kind => kind.ToString());

    /// <summary>Gets the kind's name, without making text anew each time.</summary>
    public static string Of(HydrometFailureKind kind) => Kinds[kind];
}
