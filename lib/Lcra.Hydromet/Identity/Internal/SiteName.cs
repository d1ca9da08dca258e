using System.Buffers;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Identity.Internal;

/// <summary>The names of sites and basins as people read them, cleaned in one place for all feeds.</summary>
internal static partial class SiteName
{
    private const int MaxLength = 200;
    private const int RegexTimeoutMilliseconds = 1000;

    // Printable ASCII but for what markup and entities begin with.
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        " !\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    public static string Clean(string? name) => Clean(name, out _);

    /// <summary>Decodes entities, removes markup, folds blanks and cuts what is too long.</summary>
    /// <param name="name">The name as the feed has it.</param>
    /// <param name="hidden">Whether something was removed that no reader sees: controls, noncharacters, lone surrogates, bidi overrides.</param>
    public static string Clean(string? name, out bool hidden)
    {
        hidden = false;
        if (string.IsNullOrWhiteSpace(name))
        {
            return "";
        }

        name = Shorten(name.Trim());
        if (!name.AsSpan().ContainsAnyExcept(Plain) && !name.Contains("  ", StringComparison.Ordinal))
        {
            return name;
        }

        name = Markup().Replace(WebUtility.HtmlDecode(name), " ");
        return Shorten(Blanks().Replace(Visible(name, ref hidden), " ").Trim());
    }

    /// <summary>Cuts what is too long for the name of a place, but no character in two: in a broken feed it may have any length.</summary>
    public static string Shorten(string name) =>
        name.Length <= MaxLength ? name : name[..(char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength)].TrimEnd();

    private static string Visible(string name, ref bool hidden)
    {
        StringBuilder visible = new(name.Length);
        for (int i = 0; i < name.Length;)
        {
            bool whole = Rune.TryGetRuneAt(name, i, out Rune rune);
            i += whole ? rune.Utf16SequenceLength : 1;
            if (whole && !IsHidden(rune))
            {
                visible.Append(rune.ToString());
            }
            else
            {
                hidden = true;
                visible.Append(whole && Rune.IsControl(rune) ? " " : "");
            }
        }

        return visible.ToString();
    }

    private static bool IsHidden(Rune rune) => rune.Value switch
    {
        '\t' or '\r' or '\n' => false,
        0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0xFEFF => true,
        >= 0xFDD0 and <= 0xFDEF => true,
        _ => (rune.Value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };

    [GeneratedRegex(@"</?[a-zA-Z][^<>]*>|<!--.*?-->", RegexOptions.ExplicitCapture | RegexOptions.Singleline, RegexTimeoutMilliseconds)]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, RegexTimeoutMilliseconds)]
    private static partial Regex Blanks();
}
