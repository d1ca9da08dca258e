using System.Globalization;
using System.Text.Json;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Members of flat JSON objects in the form of exported files.</summary>
internal static class FlatJson
{
    /// <summary>Writes a number, or null.</summary>
    public static void Number(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Writes a time in UTC and in Central time, or null twice.</summary>
    public static void Time(this Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        json.WriteString($"{name}_utc", time?.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteString($"{name}_central", time is { } at ? CentralTime.At(at).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) : null);
    }
}
