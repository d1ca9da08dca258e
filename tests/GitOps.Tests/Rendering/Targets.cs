namespace GitOps.Tests.Rendering;

/// <summary>Everything that is rendered: the overlays, the clusters, the options alone and in pairs.</summary>
internal static class Targets
{
    private static readonly string[] ForCluster = ["flux-image-automation", "flux-notifications"];
    private static readonly string[] WithoutIngress = ["gateway-api"];
    private static readonly string[] WithIngress = ["host", "path", "tls"];

    private static readonly Lazy<IReadOnlyList<Target>> LazyCombinations = new(WriteCombinations);

    public static IReadOnlyList<string> Components { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("gitops/components")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    public static Target Dev { get; } = new("gitops/overlays/dev", "dev");

    public static Target Prod { get; } = new("gitops/overlays/prod", "prod");

    public static Target DevCluster { get; } = new("gitops/clusters/dev", "dev");

    public static Target ProdCluster { get; } = new("gitops/clusters/prod", "prod");

    public static IReadOnlyList<Target> Overlays { get; } = [Dev, Prod];

    public static IReadOnlyList<Target> Clusters { get; } = [DevCluster, ProdCluster];

    public static IReadOnlyList<Target> Combinations => LazyCombinations.Value;

    public static IReadOnlyList<Target> All => [.. Overlays, .. Clusters, .. Combinations];

    /// <summary>Writes a folder that renders a set of options, three folders below the root of the tree that has them.</summary>
    public static Target Write(string root, string name, string resources, string? ns, IEnumerable<string> components)
    {
        string folder = Path.Combine(root, name);
        Directory.CreateDirectory(folder);
        string settings = resources.EndsWith("base]", StringComparison.Ordinal)
            ? "configMapGenerator: [{name: rainfall-config, behavior: merge, envs: [rainfall.env]}]\ngeneratorOptions: {immutable: true}\n"
            : "";
        File.Copy(Repository.PathOf("gitops/overlays/prod/rainfall.env"), Path.Combine(folder, "rainfall.env"));
        File.WriteAllText(
            Path.Combine(folder, "kustomization.yaml"),
            "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n" + (ns is null ? "" : $"namespace: {ns}\n") + resources + "\n" + settings
                + $"components: [{string.Join(", ", components.Select(one => "../../../gitops/components/" + one))}]\n");
        return new Target(Path.GetRelativePath(Repository.Root, folder), ns is null ? "dev" : "prod");
    }

    private static bool Fit(string one, string other) =>
        !(WithoutIngress.Contains(one) && WithIngress.Contains(other)) && !(WithoutIngress.Contains(other) && WithIngress.Contains(one));

    private static List<Target> WriteCombinations()
    {
        string root = Repository.PathOf("artifacts/gitops-combinations");
        if (Directory.Exists(root))
        {
            Directory.Delete(root, recursive: true);
        }

        string[] site = [.. Components.Except(ForCluster, StringComparer.Ordinal)];
        string[][] sets = [.. site.Select(one => new[] { one }), .. site.SelectMany(_ => site, (one, other) => new[] { one, other }).Where(pair => string.CompareOrdinal(pair[0], pair[1]) < 0 && Fit(pair[0], pair[1]))];
        return
        [
            .. sets.Select(set => Write(root, string.Join("+", set), "resources: [../../../gitops/base]", "rainfall-prod", [.. set, "../overlays/prod/image"])),
            Write(root, "migrate", "resources: [../../../gitops/jobs/migrate]", "rainfall-prod", ["../overlays/prod/image"]),
            .. ForCluster.Select(one => Write(root, "clusters-dev+" + one, "resources: [../../../gitops/clusters/dev]", null, [one])),
        ];
    }
}
