namespace RainfallSite.Map;

/// <summary>A town to find one's way by.</summary>
internal sealed record MapPlace(string Name, double Latitude, double Longitude);
