using System.Text.Json;

namespace Lcra.Hydromet;

/// <summary>Writes a parameter as its key, such as <c>rainDaily</c>, also as the key of a dictionary, and reads it.</summary>
public sealed class HistoryParameterJsonConverter() : TextJsonConverter<HistoryParameter>(parameter => parameter.Key, Parse)
{
    private static HistoryParameter Parse(string? key) => HistoryParameter.TryParse(key, out HistoryParameter? parameter)
        ? parameter
        : throw new JsonException($"No parameter has the key '{key}'. The keys are {string.Join(", ", HistoryParameter.All)}.");
}
