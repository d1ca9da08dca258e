namespace GitOps.Tests.Rendering;

/// <summary>The image files as they are before the first deployment: a digest that no image has, in an environment that is suspended.</summary>
internal static class FirstImage
{
    public const string Name = "ghcr.io/OWNER/REPO";
    public const string Digest = "sha256:0000000000000000000000000000000000000000000000000000000000000000";

    /// <summary>Writes the image files of a checkout anew, so that a test does not depend on what is deployed.</summary>
    public static void Reset(string root)
    {
        foreach (string environment in Tree.Environments)
        {
            string file = Path.Combine(root, $"gitops/overlays/{environment}/image/kustomization.yaml");
            if (File.Exists(file))
            {
                File.WriteAllText(file, Of(environment));
            }
        }
    }

    public static string Of(string environment) => $$"""
        # Written by scripts/gitops/set-image.sh; do not edit.
        apiVersion: kustomize.config.k8s.io/v1alpha1
        kind: Component
        images:
        - digest: {{Digest}}
          name: rainfall
          newName: {{Name}}
          newTag: {{(environment == "dev" ? "main-0-0000000" : "0.0.0")}}
        patches:
        # Nothing is deployed yet. The first image takes this away.
        - patch: '[{"op": "add", "path": "/spec/suspend", "value": true}]'
          target:
            kind: Kustomization
            name: rainfall-{{environment}}(-migrate)?

        """;
}
