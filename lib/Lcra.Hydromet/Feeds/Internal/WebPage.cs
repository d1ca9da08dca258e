using System.Text;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>A web page where a feed was asked for.</summary>
internal static class WebPage
{
    private const int LooksAt = 4096;
    private static readonly string[] Challenges = ["just a moment", "challenge", "captcha", "access denied"];

    /// <summary>Tells a page that asks to prove oneself human from any other.</summary>
    public static HydrometFailureKind KindOf(ReadOnlySpan<byte> page)
    {
        string text = Encoding.UTF8.GetString(page[..Math.Min(page.Length, LooksAt)]);
        return Challenges.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase)) ? HydrometFailureKind.Blocked : HydrometFailureKind.WebPage;
    }
}
