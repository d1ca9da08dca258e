using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Reads JSON responses through a document tree, member by member.</summary>
internal sealed class NaiveJson : IDisposable
{
    private readonly JsonDocument _document;

    public NaiveJson(byte[] body) => _document = JsonDocument.Parse(body switch
    {
        [0xEF, 0xBB, 0xBF, ..] => body.AsMemory(3),
        [0xFF, 0xFE, ..] => Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(body, 2, body.Length - 2)),
        [0xFE, 0xFF, ..] => Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(body, 2, body.Length - 2)),
        _ => NaiveCsv.IsUtf8(body) ? body : Encoding.UTF8.GetBytes(NaiveCsv.Western.GetString(body)),
    });

    private JsonElement Root => _document.RootElement;

    /// <summary>Lists the sites of the all-sites response with all rows of their agency and number.</summary>
    public Dictionary<(string Agency, string Number), List<JsonElement>> Sites()
    {
        Dictionary<(string, string), List<JsonElement>> sites = [];
        foreach (JsonElement site in Root.EnumerateArray().Where(site => site.ValueKind == JsonValueKind.Object))
        {
            if (Text(Last(site, "agency")) is { } agency && Text(Last(site, "siteNumber")) is { } number)
            {
                sites.TryAdd((agency.ToUpperInvariant(), number), []);
                sites[(agency.ToUpperInvariant(), number)].Add(site);
            }
        }

        return sites;
    }

    /// <summary>Lists all records of a history by their instants.</summary>
    public Dictionary<DateTimeOffset, List<JsonElement>> Records()
    {
        Dictionary<DateTimeOffset, List<JsonElement>> records = [];
        foreach (JsonElement list in Named(Root, "records"))
        {
            foreach (JsonElement record in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [])
            {
                if (record.ValueKind == JsonValueKind.Object && Instant(Last(record, "dateTime")) is { } at)
                {
                    records.TryAdd(at, []);
                    records[at].Add(record);
                }
            }
        }

        return records;
    }

    public static bool Says(JsonElement owner, string member, decimal number) =>
        Named(owner, member).Any(found => Text(found) is { } text
            && NaiveNumber.Says(text, number, withExponent: found.ValueKind == JsonValueKind.Number));

    public static DateTimeOffset? Instant(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } stamp && Text(stamp) is { } text
            && Regex.IsMatch(text, "(?:[Zz]|[+-]\\d\\d(?::?\\d\\d)?)$", RegexOptions.None, TimeSpan.FromSeconds(1))
            && NaiveCsv.WithoutEndOfDay(text) is var (plain, days)
            && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset at) ? at.AddDays(days) : null;

    /// <summary>Finds a member; of several with one name the last counts.</summary>
    public static JsonElement? Last(JsonElement owner, string member) =>
        Named(owner, member) is [.., var last] ? last : null;

    public void Dispose() => _document.Dispose();

    private static List<JsonElement> Named(JsonElement owner, string member) =>
        [.. owner.EnumerateObject().Where(found => Is(found, member)).Select(found => found.Value)];

    private static bool Is(JsonProperty found, string member)
    {
        try
        {
            return found.NameEquals(member);
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement? value) => value is not { } element ? null
        : element.ValueKind == JsonValueKind.Number ? element.GetRawText()
        : element.ValueKind == JsonValueKind.String ? OrNull(element.GetString) : null;

    // Half a surrogate pair or invalid UTF-8 is not a number, a time or a name.
    private static string? OrNull(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
