using System.Text;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A web page in place of a feed.</summary>
internal static class WebPage
{
    private const int LooksAt = 4096;
    private static readonly string[] Challenges = ["just a moment", "challenge", "captcha", "access denied"];

    /// <summary>Distinguishes a browser challenge from other pages.</summary>
    public static HydrometFailureKind KindOf(ReadOnlySpan<byte> page)
    {
        string text = Encoding.UTF8.GetString(page[..Math.Min(page.Length, LooksAt)]);
        return Challenges.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)) ? HydrometFailureKind.Blocked : HydrometFailureKind.WebPage;
    }
}
