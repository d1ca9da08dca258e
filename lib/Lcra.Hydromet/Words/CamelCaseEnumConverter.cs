using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>Writes the values of an enumeration as the words of the API, such as <c>notInFeed</c>, and reads them.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public sealed class CamelCaseEnumConverter<TEnum>() : JsonStringEnumConverter<TEnum>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where TEnum : struct, Enum;
