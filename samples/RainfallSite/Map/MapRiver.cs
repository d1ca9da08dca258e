namespace RainfallSite.Map;

/// <summary>The approximate course of a river, for orientation.</summary>
internal sealed record MapRiver(string Name, IReadOnlyList<(double Latitude, double Longitude)> Course);
