using Lcra.Hydromet.TestSupport;
using RainfallSite.Tests.Language;

namespace RainfallSite.Tests.Search;

/// <summary>A test that runs a script of scripts/places; it is skipped, with the reason, where Node.js or the script's packages are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackagesTheoryAttribute : TheoryAttribute
{
    public PackagesTheoryAttribute() => Skip = Tool.WhyNotHere(["node"])
        ?? (Directory.Exists(Path.Combine(Scripts, "node_modules")) ? null : "The packages of scripts/places are not restored; .ci/install-tools restores them.");

    /// <summary>Gets the folder of the scripts.</summary>
    public static string Scripts => Path.GetFullPath(Path.Combine(TextFile.SiteFolder(), "..", "..", "scripts", "places"));
}
