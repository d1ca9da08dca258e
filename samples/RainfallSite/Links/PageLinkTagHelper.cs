using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace RainfallSite.Links;

/// <summary>
/// Links to one of the site's own pages: <c>&lt;a to="/" to-site="3018"&gt;</c>. The link stays below the path base and carries
/// the language, units and roof of the request; <c>to-units=""</c> removes one. A form carries them as hidden fields.
/// </summary>
[HtmlTargetElement("a", Attributes = PathAttribute)]
[HtmlTargetElement("form", Attributes = PathAttribute)]
public sealed class PageLinkTagHelper : TagHelper
{
    private const string PathAttribute = "to";
    private const string FragmentAttribute = "fragment";
    private const string QueryPrefix = "to-";

    /// <summary>Gets or sets the page's path below the path base.</summary>
    [HtmlAttributeName(PathAttribute)]
    public string To { get; set; } = "/";

    /// <summary>Gets or sets the element of the page to go to, without <c>#</c>; null for its start.</summary>
    [HtmlAttributeName(FragmentAttribute)]
    public string? Fragment { get; set; }

    /// <summary>Gets the page's query.</summary>
    [HtmlAttributeName(DictionaryAttributePrefix = QueryPrefix)]
    public IDictionary<string, string?> Query { get; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Gets or sets the view that the link is in.</summary>
    [HtmlAttributeNotBound]
    [ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        HttpRequest request = ViewContext.HttpContext.Request;
        string fragment = Fragment is null ? "" : $"#{Fragment}";
        if (string.Equals(output.TagName, "a", StringComparison.Ordinal))
        {
            output.Attributes.SetAttribute("href", PageLinks.To(request, To, Query) + fragment);
            return;
        }

        output.Attributes.SetAttribute("method", "get");
        output.Attributes.SetAttribute("action", PageLinks.PathTo(request, To) + fragment);
        foreach ((string key, string value) in PageLinks.WithPreferences(request, Query))
        {
            TagBuilder field = new("input") { TagRenderMode = TagRenderMode.SelfClosing };
            field.MergeAttributes(new Dictionary<string, string?>(StringComparer.Ordinal) { ["type"] = "hidden", ["name"] = key, ["value"] = value });
            output.PreContent.AppendHtml(field);
        }
    }
}
