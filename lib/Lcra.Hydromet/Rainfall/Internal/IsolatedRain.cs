using Lcra.Hydromet.Identity.Internal;

namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>Tells rain that no gauge nearby saw: often water that was poured in to test the gauge.</summary>
internal sealed class IsolatedRain(IReadOnlyList<GaugeInputs> gauges)
{
    public const double RadiusKilometers = 15 * 1.609344;
    private const decimal MaxOrdinaryInches = 1;
    private const int MinNeighbors = 3;

    // A degree of latitude has at least 110.5 kilometers, so a gauge farther north or south than this is out of the radius.
    private const decimal RadiusDegrees = 0.22m;
    private static readonly TimeSpan MaxLength = TimeSpan.FromHours(24);

    /// <summary>Determines whether an amount of a reporting gauge is isolated.</summary>
    /// <param name="gauge">The gauge.</param>
    /// <param name="amount">Its amount.</param>
    /// <param name="neighbors">The gauges around it from an earlier call; null before the first.</param>
    public bool IsIsolated(GaugeInputs gauge, in PeriodAmount amount, ref GaugeInputs[]? neighbors) =>
        amount.Inches > MaxOrdinaryInches
        && amount.Period.Kind == RainfallPeriodKind.Rolling && amount.Window is { } window && window.End - window.Start <= MaxLength
        && gauge is { IsReporting: true, Site: { Latitude: not null, Longitude: not null } }
        && AreAllDry(neighbors ??= Around(gauge), amount.Period);

    private static bool AreAllDry(GaugeInputs[] neighbors, RainfallPeriod period)
    {
        int dry = 0;
        foreach (GaugeInputs neighbor in neighbors)
        {
            decimal? inches = neighbor.Read(period, withSource: false).Inches;
            if (inches > 0)
            {
                return false;
            }

            dry += inches is null ? 0 : 1;
        }

        // A zero that other totals of its gauge contradict is not dry.
        return dry >= MinNeighbors
            && neighbors.All(neighbor => neighbor.Read(period, withSource: false).Inches is null || neighbor.FindConflicts().Of(period).LowerBoundInches is null);
    }

    private GaugeInputs[] Around(GaugeInputs gauge)
    {
        (decimal latitude, decimal longitude) = (gauge.Site.Latitude!.Value, gauge.Site.Longitude!.Value);
        return
        [
            .. gauges.Where(other => other.Site is { Latitude: { } toLatitude, Longitude: { } toLongitude }
                && Math.Abs(toLatitude - latitude) <= RadiusDegrees
                && other.Site.Id != gauge.Site.Id
                && other.IsReporting
                && Geodesy.DistanceKilometers(latitude, longitude, toLatitude, toLongitude) <= RadiusKilometers),
        ];
    }
}
