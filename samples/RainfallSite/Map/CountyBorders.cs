using System.Text.Json;

namespace RainfallSite.Map;

/// <summary>
/// The county borders around the gauges, for orientation: counties.json, which scripts/places/counties.mjs writes. Gauges near a
/// border can be on its other side, so nothing tells a gauge's county by them.
/// </summary>
internal sealed class CountyBorders
{
    private const double Grid = 10_000;

    public CountyBorders()
    {
        using Stream file = typeof(CountyBorders).Assembly.GetManifestResourceStream(typeof(CountyBorders), "counties.json")!;
        Lines = [.. JsonSerializer.Deserialize(file, MapJsonContext.Default.Int32ArrayArray)!.Select(Read)];
    }

    /// <summary>Gets the lines, each once where two counties share it.</summary>
    public IReadOnlyList<IReadOnlyList<(double Latitude, double Longitude)>> Lines { get; }

    private static (double Latitude, double Longitude)[] Read(int[] differences)
    {
        var points = new (double, double)[differences.Length / 2];
        (int latitude, int longitude) = (0, 0);
        for (int i = 0; i < points.Length; i++)
        {
            latitude += differences[2 * i];
            longitude += differences[(2 * i) + 1];
            points[i] = (latitude / Grid, longitude / Grid);
        }

        return points;
    }
}
