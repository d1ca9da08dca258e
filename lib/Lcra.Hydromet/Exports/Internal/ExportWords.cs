using System.Text.Json;

namespace Lcra.Hydromet.Internal;

/// <summary>The names of an enumeration as an export spells them.</summary>
internal static class ExportWords<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Words =
        Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public static string Of(T value) => Words.TryGetValue(value, out string? word) ? word : value.ToString();
}
