using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static partial class ImageRules
{
    public static IEnumerable<string> PinnedImages(Target target) =>
        from item in target.Objects
        from container in item.Containers
        let image = container.Text("image") ?? ""
        where !IsFirst(image) && (!Pinned().IsMatch(image) || image.Contains(":latest", StringComparison.Ordinal))
        select $"{item} runs {image}";

    /// <summary>Before the first deployment there is no image; R38 says that the environment is suspended then.</summary>
    private static bool IsFirst(string image) =>
        image.EndsWith(FirstImage.Digest, StringComparison.Ordinal) && (image.StartsWith(FirstImage.Name + ":", StringComparison.Ordinal) || Pinned().IsMatch(image));

    /// <summary>A whole name: registry, path, tag and digest. A registry takes no capitals in a path.</summary>
    [GeneratedRegex(@"^[a-z0-9.-]+(:\d+)?(/[a-z0-9]+([._-]+[a-z0-9]+)*)+:[A-Za-z0-9._-]+@sha256:[0-9a-f]{64}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();
}
