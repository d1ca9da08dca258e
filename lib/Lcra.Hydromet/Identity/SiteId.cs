using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>
/// The identity of a site: the agency that runs it and the agency's own number, as text.
/// </summary>
/// <remarks>
/// Numbers are text because some agencies' numbers begin with zeros (<c>USGS:08154700</c>).
/// Two identifiers are equal when agency and number are the same text. The default value identifies no site.
/// </remarks>
[JsonConverter(typeof(SiteIdJsonConverter))]
public readonly record struct SiteId : IParsable<SiteId>
{
    /// <summary>The agency of every site in the CSV feeds, and of a number written without an agency.</summary>
    public const string LcraAgency = "LCRA";

    /// <summary>The City of Austin, whose gauges are in the all-sites response.</summary>
    public const string AustinAgency = "COA";

    private const decimal LcraResolutionInches = 0.01m;
    private const decimal AustinResolutionInches = 0.04m;
    private const int MaxPartLength = 20;
    private const string HeadingUnit = "_in";

    // A web page or a text processor may have made the blank or the hyphen one that does not break, or a dash.
    private const string Separators = "-_ \u00A0\u2010\u2011\u2013";
    private static readonly string[] KnownAgencies = [LcraAgency, AustinAgency, "USGS"];

    /// <summary>Initializes a new instance for a site of any agency.</summary>
    /// <param name="agency">The agency's short name, letters and digits; converted to upper case.</param>
    /// <param name="number">The agency's number: letters, digits and hyphens, at most 20 characters.</param>
    /// <exception cref="ArgumentException">One of the two is empty, too long, or has an invalid character.</exception>
    public SiteId(string agency, string number)
    {
        ArgumentNullException.ThrowIfNull(agency);
        ArgumentNullException.ThrowIfNull(number);
        if (!IsAgency(agency))
        {
            throw new ArgumentException("An agency is 1 to 20 letters or digits, such as LCRA.", nameof(agency));
        }

        if (!IsPart(number))
        {
            throw new ArgumentException("A site number is 1 to 20 letters, digits or hyphens, such as 3018.", nameof(number));
        }

        Agency = agency.ToUpperInvariant();
        Number = number;
    }

    // The number has been checked by the feed's reader.
    internal SiteId(string checkedLcraNumber)
    {
        Agency = LcraAgency;
        Number = checkedLcraNumber;
    }

    /// <summary>Gets the agency in upper case, such as <c>LCRA</c>; empty in the default value.</summary>
    public string Agency { get => field ?? ""; private init; }

    /// <summary>Gets the agency's number as text, such as <c>3018</c>; empty in the default value.</summary>
    public string Number { get => field ?? ""; private init; }

    /// <summary>Gets a value indicating whether LCRA runs the site.</summary>
    public bool IsLcra => string.Equals(Agency, LcraAgency, StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether the City of Austin runs the site.</summary>
    public bool IsAustin => string.Equals(Agency, AustinAgency, StringComparison.Ordinal);

    internal decimal? ResolutionInches => IsLcra ? LcraResolutionInches : IsAustin ? AustinResolutionInches : null;

    /// <summary>
    /// Reads <c>LCRA:3018</c>, or <c>3018</c> for a site of the LCRA. For LCRA, COA and USGS it also reads what those agencies write, such as
    /// <c>USGS-08159105</c>, <c>COA 950</c> and <c>coa950</c>. <c>LCRA_3018</c> is the form in exported files, and <c>LCRA_3018_in</c> the
    /// heading of a wide table.
    /// </summary>
    /// <param name="s">The text to read.</param>
    /// <returns>The identifier. It does not mean that such a site exists.</returns>
    /// <exception cref="FormatException">The text is not a valid site identifier.</exception>
    public static SiteId Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out SiteId id)
            ? id
            : throw new FormatException("A site is written as its number (3018) or as agency and number (LCRA:3018).");
    }

    /// <inheritdoc cref="Parse(string)"/>
    static SiteId IParsable<SiteId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc cref="TryParse(string?, out SiteId)"/>
    static bool IParsable<SiteId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SiteId result) =>
        TryParse(s, out result);

    /// <summary>Reads <c>LCRA:3018</c> or <c>3018</c> without throwing.</summary>
    /// <param name="s">The text to read, or null.</param>
    /// <param name="result">The identifier; the default value when the text is not valid.</param>
    /// <returns>Whether the text is a site identifier.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out SiteId result)
    {
        ReadOnlySpan<char> text = s.AsSpan().Trim();
        int colon = text.IndexOf(':');
        if (colon >= 0)
        {
            return TryCreate(text[..colon].TrimEnd().ToString(), text[(colon + 1)..].TrimStart().ToString(), out result);
        }

        // The heading of a wide table.
        if (text.EndsWith(HeadingUnit, StringComparison.OrdinalIgnoreCase) && text[..^HeadingUnit.Length].Contains('_'))
        {
            text = text[..^HeadingUnit.Length];
        }

        int underscore = text.IndexOf('_');
        if (underscore >= 0 && TryCreate(text[..underscore].ToString(), text[(underscore + 1)..].ToString(), out result))
        {
            return true;
        }

        foreach (string agency in KnownAgencies)
        {
            if (text.StartsWith(agency, StringComparison.OrdinalIgnoreCase)
                && text[agency.Length..].TrimStart(Separators) is { Length: > 0 } number && char.IsAsciiDigit(number[0]))
            {
                return TryCreate(agency, number.ToString(), out result);
            }
        }

        return TryCreate(LcraAgency, text.ToString(), out result);
    }

    internal static bool TryCreate(string? agency, string? number, out SiteId result)
    {
        bool valid = IsAgency(agency) & IsPart(number);
        result = valid ? new SiteId { Agency = agency!.ToUpperInvariant(), Number = number! } : default;
        return valid;
    }

    /// <summary>Compares agency and number as text.</summary>
    /// <param name="other">The other identifier.</param>
    /// <returns>Whether both name the same site.</returns>
    public bool Equals(SiteId other) =>
        string.Equals(Number, other.Number, StringComparison.Ordinal)
        && string.Equals(Agency, other.Agency, StringComparison.Ordinal);

    /// <summary>Gets a hash code of the number; agencies seldom share one.</summary>
    /// <returns>The hash code.</returns>
    public override int GetHashCode() => string.GetHashCode(Number, StringComparison.Ordinal);

    /// <summary>Writes the identifier as <c>LCRA:3018</c>.</summary>
    /// <returns>Agency, colon, number; empty for the default value.</returns>
    public override string ToString() => Number.Length == 0 ? "" : $"{Agency}:{Number}";

    private static bool IsAgency(string? text) => IsPart(text) && !text.Contains('-', StringComparison.Ordinal);

    private static bool IsPart([NotNullWhen(true)] string? text)
    {
        foreach (char c in text ?? "")
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return text?.Length is > 0 and <= MaxPartLength;
    }
}
