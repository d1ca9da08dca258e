using System.Globalization;

namespace RainfallSite.Map;

/// <summary>The map as a drawing, for a browser without scripts.</summary>
internal sealed class MapDrawing(MapView view, IReadOnlyList<MapMarker> markers, CountyBorders borders)
{
    /// <summary>How many numbers fit on a small screen.</summary>
    public const int MainNumbers = 4;

    private const int Margin = 20;
    private const int MaxNumbers = 14;
    private const double NumberApart = 64;
    private const double NumberHigh = 30;

    /// <summary>Gets the gauges in view, the wettest last so that they lie on top, and isolated rain below all.</summary>
    public IReadOnlyList<(MapMarker Marker, string X, string Y)> Dots { get; } =
    [
        .. markers
            .Where(marker => marker.HasPlace)
            .Select(marker => (Marker: marker, Place: view.Place(marker.Latitude, marker.Longitude)))
            .Where(dot => IsInside(dot.Place))
            .OrderByDescending(dot => dot.Marker.Total.IsIsolated)
            .ThenBy(dot => dot.Marker.Level)
            .ThenBy(dot => dot.Marker.Total.Inches)
            .Select(dot => (dot.Marker, Written(dot.Place.X), Written(dot.Place.Y))),
    ];

    /// <summary>Gets the wettest gauges whose numbers do not overlap.</summary>
    public IReadOnlyList<(MapMarker Marker, string X, string Y)> Numbers
    {
        get
        {
            List<(double X, double Y)> taken = [];
            List<(MapMarker, string, string)> numbers = [];
            foreach ((MapMarker marker, string x, string y) in Dots.Reverse().Where(dot => dot.Marker.Total.Inches > 0))
            {
                (double X, double Y) place = view.Place(marker.Latitude, marker.Longitude);
                if (numbers.Count < MaxNumbers && taken.TrueForAll(other => Math.Abs(other.X - place.X) > NumberApart || Math.Abs(other.Y - place.Y) > NumberHigh))
                {
                    taken.Add(place);
                    numbers.Add((marker, x, y));
                }
            }

            return numbers;
        }
    }

    public IEnumerable<(MapPlace Town, string X, string Y)> Towns => CentralTexas.Towns
        .Select(town => (Town: town, Place: view.Place(town.Latitude, town.Longitude)))
        .Where(town => IsInside(town.Place))
        .Select(town => (town.Town, Written(town.Place.X), Written(town.Place.Y)));

    /// <summary>Gets the county borders that come into the drawing.</summary>
    public IEnumerable<string> Borders => borders.Lines
        .Select(line => line.Select(point => view.Place(point.Latitude, point.Longitude)).ToArray())
        .Where(line => Array.Exists(line, IsInside))
        .Select(Course);

    public IEnumerable<string> Rivers => CentralTexas.Rivers.Select(river => Course(river.Course.Select(point => view.Place(point.Latitude, point.Longitude))));

    private static string Course(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(point => $"{Written(point.X)},{Written(point.Y)}"));

    private static bool IsInside((double X, double Y) place) =>
        place.X is > -Margin and < MapView.Width + Margin && place.Y is > -Margin and < MapView.Height + Margin;

    private static string Written(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
