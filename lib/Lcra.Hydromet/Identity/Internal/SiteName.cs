using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Identity.Internal;

/// <summary>Site names as people read them: LCRA breaks lines in some of them and pads others.</summary>
internal static partial class SiteName
{
    private const int Longest = 200;
    private const int RegexTimeoutMilliseconds = 1000;

    public static string Clean(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "";
        }

        name = Shorten(name.Trim());
        if (IsClean(name))
        {
            return name;
        }

        return Blanks().Replace(LineBreak().Replace(name, " "), " ").Trim();
    }

    /// <summary>Cuts what is too long for the name of a place, but no character in two: in a broken feed it may have any length.</summary>
    public static string Shorten(string name) =>
        name.Length <= Longest ? name : name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd();

    private static bool IsClean(string name)
    {
        char before = ' ';
        foreach (char c in name)
        {
            if (c == '<' || (c == ' ' && before == ' ') || (c != ' ' && (char.IsWhiteSpace(c) || char.IsControl(c))))
            {
                return false;
            }

            before = c;
        }

        return before != ' ';
    }

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, RegexTimeoutMilliseconds)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"[\s\p{Cc}]+", RegexOptions.ExplicitCapture, RegexTimeoutMilliseconds)]
    private static partial Regex Blanks();
}
