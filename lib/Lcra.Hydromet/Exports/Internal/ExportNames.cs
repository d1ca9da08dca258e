using System.Text.Json;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>The names of an enumeration's values in exports, which are those of the API.</summary>
internal static class ExportNames<T>
    where T : struct, Enum
{
    private static readonly Dictionary<T, string> Names =
        Enum.GetValues<T>().ToDictionary(value => value, value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()));

    public static string Of(T value) => Names.TryGetValue(value, out string? word) ? word : value.ToString();
}
