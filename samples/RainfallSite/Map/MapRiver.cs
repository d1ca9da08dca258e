namespace RainfallSite.Map;

/// <summary>The rough course of a river: enough to find one's way by, and no more.</summary>
internal sealed record MapRiver(string Name, IReadOnlyList<(double Latitude, double Longitude)> Course);
