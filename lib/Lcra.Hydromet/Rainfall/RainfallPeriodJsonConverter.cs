using System.Text.Json;

namespace Lcra.Hydromet;

/// <summary>Writes a period as its key, such as <c>24_hour</c>, also as the key of a dictionary, and reads it.</summary>
public sealed class RainfallPeriodJsonConverter() : TextJsonConverter<RainfallPeriod>(period => period.Key, Parse)
{
    private static RainfallPeriod Parse(string? key) => RainfallPeriod.TryParse(key, out RainfallPeriod? period)
        ? period
        : throw new JsonException($"No period has the key '{key}'. The keys are {string.Join(", ", RainfallPeriod.All.Select(known => known.Key))}.");
}
