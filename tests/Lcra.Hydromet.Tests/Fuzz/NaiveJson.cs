using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Reads JSON responses through a document tree, member by member.</summary>
internal sealed class NaiveJson : IDisposable
{
    private readonly JsonDocument _document;

    public NaiveJson(byte[] body) => _document = JsonDocument.Parse(body is [0xEF, 0xBB, 0xBF, ..] ? body.AsMemory(3) : body);

    private JsonElement Root => _document.RootElement;

    /// <summary>Lists the sites of the all-sites response; the first of its agency and number counts.</summary>
    public Dictionary<(string Agency, string Number), JsonElement> Sites()
    {
        Dictionary<(string, string), JsonElement> sites = [];
        foreach (JsonElement site in Root.EnumerateArray().Where(site => site.ValueKind == JsonValueKind.Object))
        {
            if (Text(Last(site, "agency")) is { } agency && Text(Last(site, "siteNumber")) is { } number)
            {
                sites.TryAdd((agency.ToUpperInvariant(), number), site);
            }
        }

        return sites;
    }

    /// <summary>Lists the records of a history by their instants; of several at one instant the first counts.</summary>
    public Dictionary<DateTimeOffset, JsonElement> Records()
    {
        Dictionary<DateTimeOffset, JsonElement> records = [];
        foreach (JsonElement list in Named(Root, "records"))
        {
            foreach (JsonElement record in list.ValueKind == JsonValueKind.Array ? list.EnumerateArray().ToArray() : [])
            {
                if (record.ValueKind == JsonValueKind.Object && Instant(Last(record, "dateTime")) is { } at)
                {
                    records.TryAdd(at, record);
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
            && Regex.IsMatch(text, "(?:Z|[+-]\\d\\d:\\d\\d)$", RegexOptions.None, TimeSpan.FromSeconds(1))
            && stamp.TryGetDateTimeOffset(out DateTimeOffset at) ? at : null;

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
