using System.Text.Json;

namespace Lcra.Hydromet;

/// <summary>Writes a feed as its name, such as <c>Rainfall.csv</c>, also as the key of a dictionary, and reads it.</summary>
public sealed class HydrometFeedJsonConverter() : TextJsonConverter<HydrometFeed>(feed => feed.Name, Parse)
{
    private static HydrometFeed Parse(string? name) => HydrometFeed.All.FirstOrDefault(feed => string.Equals(feed.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new JsonException($"No feed is named '{name}'. The names are {string.Join(", ", HydrometFeed.All)}.");
}
