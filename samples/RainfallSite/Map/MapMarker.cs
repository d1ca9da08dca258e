using Lcra.Hydromet;

namespace RainfallSite.Map;

/// <summary>A gauge on the map.</summary>
/// <param name="Total">Its rain.</param>
/// <param name="Level">The class of its rain.</param>
internal sealed record MapMarker(RainfallTotal Total, int Level)
{
    public bool HasPlace => Total.Site is { Latitude: not null, Longitude: not null };

    public double Latitude => (double)(Total.Site.Latitude ?? 0);

    public double Longitude => (double)(Total.Site.Longitude ?? 0);
}
