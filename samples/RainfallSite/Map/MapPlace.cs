namespace RainfallSite.Map;

/// <summary>A town, for orientation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="IsMain">Whether it is named on a small screen too.</param>
internal sealed record MapPlace(string Name, double Latitude, double Longitude, bool IsMain = false);
