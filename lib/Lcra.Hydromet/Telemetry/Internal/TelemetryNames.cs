namespace Lcra.Hydromet.Telemetry.Internal;

/// <summary>Names in measurements and traces; dashboards depend on them.</summary>
internal static class TelemetryNames
{
    private static readonly Dictionary<HydrometFailureKind, string> Kinds = Enum.GetValues<HydrometFailureKind>()
        .ToDictionary(kind => kind, kind => kind.ToString());

    /// <summary>Gets the name of the kind without an allocation.</summary>
    public static string Of(HydrometFailureKind kind) => Kinds[kind];
}
