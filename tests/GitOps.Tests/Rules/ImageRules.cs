using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static partial class ImageRules
{
    public static IEnumerable<string> PinnedImages(Target target) =>
        from item in target.Objects
        from container in item.Containers
        let image = container.Text("image") ?? ""
        where !Pinned().IsMatch(image) || image.Contains(":latest", StringComparison.Ordinal)
        select $"{item} runs {image}";

    /// <summary>A whole name: registry, path, tag and digest.</summary>
    [GeneratedRegex(@"^[a-z0-9.-]+(:\d+)?(/[A-Za-z0-9._-]+)+:[A-Za-z0-9._-]+@sha256:[0-9a-f]{64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();
}
