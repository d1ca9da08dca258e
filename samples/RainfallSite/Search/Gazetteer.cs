using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>
/// The towns, lakes and ZIP codes within 40 miles of a gauge, and the larger towns of the rest of Texas: the embedded Places.csv,
/// which scripts/places/places.mjs writes.
/// </summary>
internal sealed partial class Gazetteer
{
    private const int ShortestStart = 3;
    private readonly FrozenDictionary<string, Place> _zipCodes;
    private readonly FrozenDictionary<string, Place> _names;

    public Gazetteer()
    {
        using Stream file = typeof(Gazetteer).Assembly.GetManifestResourceStream(typeof(Gazetteer), "Places.csv")!;
        using StreamReader reader = new(file);
        Place[] places = [.. Rows(reader).Skip(1).Select(Read)];
        _zipCodes = places.Where(place => place.ZipCode is not null).ToFrozenDictionary(place => place.ZipCode!, StringComparer.Ordinal);
        _names = places.Where(place => place.ZipCode is null).DistinctBy(place => SearchWords.KeyOf(place.Name), StringComparer.Ordinal).ToFrozenDictionary(place => SearchWords.KeyOf(place.Name), StringComparer.Ordinal);
    }

    /// <summary>Gets the ZIP code that a text is, alone, with the four digits of a delivery route or with the state; null for another text.</summary>
    public static string? ZipCodeIn(string text) => ZipCode().Match(text.Trim()) is { Success: true, Index: 0 } match ? match.Groups["zip"].Value : null;

    /// <summary>Finds the place that a text names: a ZIP code, a position, a name, or an address that ends with a known ZIP code; null when it is not known.</summary>
    public Place? Find(string text)
    {
        string typed = text.Trim();
        Match zip = ZipCode().Match(typed);
        if (zip.Success && (zip.Index == 0 || typed[..zip.Index].Any(char.IsLetter)) && _zipCodes.TryGetValue(zip.Groups["zip"].Value, out Place? place))
        {
            return place;
        }

        return CoordinatesInput.Parse(text) is { } position
            ? new Place("", null, position, PlaceSource.Visitor)
            : _names.GetValueOrDefault(SearchWords.KeyOf(text)) ?? _names.GetValueOrDefault(string.Concat(SearchWords.Significant(text)));
    }

    /// <summary>Finds the places whose names begin with a text, or that it may mean with a typing error or two.</summary>
    public IReadOnlyList<Place> Similar(string text, int max)
    {
        string typed = SearchWords.KeyOf(text);
        return
        [
            .. _names
                .Where(place => (typed.Length >= ShortestStart && place.Key.StartsWith(typed, StringComparison.Ordinal)) || EditDistance.IsSimilar(place.Key, typed))
                .OrderBy(place => EditDistance.Between(place.Key, typed))
                .ThenBy(place => place.Key, StringComparer.Ordinal)
                .Take(max)
                .Select(place => place.Value),
        ];
    }

    [GeneratedRegex("(^|[, ])(?<zip>[0-9]{5})([- ][0-9]{4})?([, ]+(tx|texas|usa))*$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.RightToLeft | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ZipCode();

    private static IEnumerable<string> Rows(StreamReader reader)
    {
        while (reader.ReadLine() is { Length: > 0 } row)
        {
            yield return row;
        }
    }

    private static Place Read(string row)
    {
        string[] columns = row.Split(',');
        Coordinates position = new(decimal.Parse(columns[2], CultureInfo.InvariantCulture), decimal.Parse(columns[3], CultureInfo.InvariantCulture));
        return new Place(columns[1], columns[0].Length > 0 ? columns[0] : null, position, Enum.Parse<PlaceSource>(columns[4], ignoreCase: true));
    }
}
