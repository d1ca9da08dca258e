namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Formats sites and sources without a string for each row: the rows of a gauge follow each other.</summary>
internal sealed class ExportTexts
{
    private SiteId _site;
    private string _siteText = "";
    private char[] _source = new char[128];

    /// <summary>Formats a site as <c>LCRA_3018</c>.</summary>
    public static string Format(SiteId site) => site.Number.Length == 0 ? "" : $"{site.Agency}_{site.Number}";

    /// <inheritdoc cref="Format"/>
    public string Of(SiteId site)
    {
        if (site != _site)
        {
            _site = site;
            _siteText = Format(site);
        }

        return _siteText;
    }

    /// <summary>Formats a source as <c>Rain5Day.csv: 10/01/2026</c>. The text is valid until the next one.</summary>
    public ReadOnlySpan<char> Of(RainfallSource source)
    {
        string feed = source.Feed.Name;
        if (source.Column is not { Length: > 0 } column)
        {
            return feed;
        }

        int length = feed.Length + 2 + column.Length;
        if (length > _source.Length)
        {
            _source = new char[length];
        }

        feed.CopyTo(_source);
        _source[feed.Length] = ':';
        _source[feed.Length + 1] = ' ';
        column.CopyTo(_source.AsSpan(feed.Length + 2));
        return _source.AsSpan(0, length);
    }
}
