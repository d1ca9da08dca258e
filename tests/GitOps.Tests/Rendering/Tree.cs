namespace GitOps.Tests.Rendering;

/// <summary>A checkout's deployment and everything that is rendered from it: the overlays, the clusters, and the options.</summary>
internal sealed class Tree
{
    private readonly string _name;
    private readonly Dictionary<string, Lazy<HashSet<string>>> _ofFlux;
    private readonly Lazy<IReadOnlyList<Target>> _combinations;

    public Tree(string root, string name)
    {
        Root = root;
        _name = name;
        _ofFlux = Environments.ToDictionary(environment => environment, environment => new Lazy<HashSet<string>>(() => ReadFlux(environment)), StringComparer.Ordinal);
        _combinations = new(() => new Combinations(this).Write(inPairs: root == Repository.Root));
        Dev = new(this, "gitops/overlays/dev", "dev");
        Prod = new(this, "gitops/overlays/prod", "prod");
        DevCluster = new(this, "gitops/clusters/dev", "dev");
        ProdCluster = new(this, "gitops/clusters/prod", "prod");
        Components = [.. Directory.GetDirectories(PathOf("gitops/components")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> Environments { get; } = ["dev", "prod"];

    public string Root { get; }

    public Target Dev { get; }

    public Target Prod { get; }

    public Target DevCluster { get; }

    public Target ProdCluster { get; }

    public IReadOnlyList<Target> Overlays => [Dev, Prod];

    public IReadOnlyList<Target> Clusters => [DevCluster, ProdCluster];

    /// <summary>Gets the names of the options.</summary>
    public IReadOnlyList<string> Components { get; }

    /// <summary>Gets each option alone and in each overlay that it fits, and in this checkout in pairs, too.</summary>
    public IReadOnlyList<Target> Combinations => _combinations.Value;

    public IReadOnlyList<Target> All => [.. Overlays, .. Clusters, .. Combinations];

    public string PathOf(string relative) => Path.Combine(Root, relative);

    public Target Cluster(string environment) => environment == "dev" ? DevCluster : ProdCluster;

    public string[] Files() => Directory.GetFiles(PathOf("gitops"), "*", SearchOption.AllDirectories);

    /// <summary>Tells whether <c>flux bootstrap</c> wrote a file; such a file is not ours to check.</summary>
    public static bool IsOfFlux(string file) => Path.GetFileName(file).StartsWith("gotk-", StringComparison.Ordinal);

    /// <summary>Tells whether an object of a cluster comes from the files that <c>flux bootstrap</c> wrote.</summary>
    public bool IsOfFlux(string environment, KubernetesObject item) => _ofFlux[environment].Value.Contains(Identity(item));

    public override string ToString() => _name;

    private static string Identity(KubernetesObject item) => $"{item.Kind}/{item.Namespace}/{item.Name}";

    private HashSet<string> ReadFlux(string environment) =>
        Directory.GetFiles(PathOf($"gitops/clusters/{environment}/flux-system"), "gotk-*.yaml")
            .SelectMany(file => KubernetesObject.Read(File.ReadAllText(file)))
            .Select(Identity)
            .ToHashSet(StringComparer.Ordinal);
}
