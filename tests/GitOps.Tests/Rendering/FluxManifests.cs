namespace GitOps.Tests.Rendering;

/// <summary>Objects of the kinds and in the form that <c>flux bootstrap</c> commits. They break most of our rules, as Flux's own do.</summary>
internal static class FluxManifests
{
    private static readonly string[] Files = ["gotk-components.yaml", "gotk-sync.yaml"];

    /// <summary>Writes them into a checkout.</summary>
    public static void Write(string root, string environment, string version)
    {
        foreach (string file in Files)
        {
            string text = File.ReadAllText(Repository.PathOf("tests/GitOps.Tests/Bootstrap/" + file));
            File.WriteAllText(
                Path.Combine(root, "gitops/clusters", environment, "flux-system", file),
                text.Replace("VERSION", version, StringComparison.Ordinal).Replace("ENVIRONMENT", environment, StringComparison.Ordinal));
        }
    }
}
