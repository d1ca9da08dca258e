using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>A place that gauges are near to.</summary>
/// <param name="Name">Its name; empty for a visitor's position and for a ZIP code without one.</param>
/// <param name="ZipCode">Its ZIP code; null when it was named otherwise.</param>
/// <param name="Position">The point that distances are measured from.</param>
/// <param name="Source">Where the position is from.</param>
internal sealed record Place(string Name, string? ZipCode, Coordinates Position, PlaceSource Source)
{
    /// <summary>Gets the text that finds this place.</summary>
    public string Key => ZipCode ?? (Name.Length > 0 ? Name : Position.ToString());
}
