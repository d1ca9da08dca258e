using System.Collections.Frozen;
using System.Globalization;
using Lcra.Hydromet;

namespace RainfallSite.Search;

/// <summary>
/// The towns, lakes and ZIP codes within 40 miles of a gauge, and the larger towns of the rest of Texas: the embedded Places.csv,
/// which scripts/places/places.mjs writes.
/// </summary>
internal sealed class Gazetteer
{
    private const int ZipLength = 5;
    private const int ZipPlusFourLength = 10;
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

    /// <summary>Gets the ZIP code that a text is, alone or with the four digits of a delivery route; null for another text.</summary>
    public static string? ZipCodeIn(string text)
    {
        string typed = text.Trim();
        bool hasRoute = typed.Length == ZipPlusFourLength && typed[ZipLength] is '-' or ' ' && typed[(ZipLength + 1)..].All(char.IsAsciiDigit);
        return (typed.Length == ZipLength || hasRoute) && typed[..ZipLength].All(char.IsAsciiDigit) ? typed[..ZipLength] : null;
    }

    /// <summary>Finds the place that a text names: a ZIP code, a position or a name, with or without the state; null when it is not known.</summary>
    public Place? Find(string text)
    {
        if (ZipCodeIn(text) is { } zip)
        {
            return _zipCodes.GetValueOrDefault(zip);
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
