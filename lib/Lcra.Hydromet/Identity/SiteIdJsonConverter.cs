using System.Text.Json;

namespace Lcra.Hydromet;

/// <summary>Writes a site as <c>LCRA:3018</c>, also as the key of a dictionary, and reads every form that <see cref="SiteId.Parse"/> reads. The default value is an empty text.</summary>
public sealed class SiteIdJsonConverter() : TextJsonConverter<SiteId>(site => site.ToString(), Parse)
{
    private static SiteId Parse(string? text) =>
        string.IsNullOrEmpty(text) ? default
        : SiteId.TryParse(text, out SiteId site) ? site
        : throw new JsonException($"'{text}' is not a site. A site is written as agency and number, such as LCRA:3018.");
}
