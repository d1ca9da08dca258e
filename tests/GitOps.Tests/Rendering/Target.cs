namespace GitOps.Tests.Rendering;

/// <summary>A folder of a tree that is rendered, once, for one environment.</summary>
internal sealed class Target
{
    private readonly Lazy<CommandResult> _render;
    private readonly Lazy<IReadOnlyList<KubernetesObject>> _objects;

    public Target(Tree tree, string folder, string environment)
        : this(tree, folder, environment, () => Kustomize.Render(tree.PathOf(folder)))
    {
    }

    public Target(Tree tree, string folder, string environment, Func<CommandResult> render)
    {
        Tree = tree;
        Folder = folder;
        Environment = environment;
        _render = new(render);
        _objects = new(() => [.. KubernetesObject.Read(_render.Value.Output).Where(item => !IsCluster || !tree.IsOfFlux(environment, item))]);
    }

    public Tree Tree { get; }

    /// <summary>Gets the path of the folder from the root of the tree.</summary>
    public string Folder { get; }

    public string Environment { get; }

    public string Namespace => "rainfall-" + Environment;

    /// <summary>Gets a value indicating whether this is what Flux starts from, and not what it applies to the site's namespace.</summary>
    public bool IsCluster => Folder.Contains("clusters", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether this is a whole environment, and not a single option.</summary>
    public bool IsOverlay => Folder.Contains("overlays", StringComparison.Ordinal) || Folder.Contains("GitOps.Tests", StringComparison.Ordinal);

    public CommandResult Render => _render.Value;

    /// <summary>Gets the rendered objects, without those that <c>flux bootstrap</c> writes.</summary>
    public IReadOnlyList<KubernetesObject> Objects => _objects.Value;

    /// <summary>The same folder, if it rendered something else.</summary>
    public Target With(CommandResult render) => new(Tree, Folder, Environment, () => render);

    public IEnumerable<KubernetesObject> OfKind(params string[] kinds) => Objects.Where(item => kinds.Contains(item.Kind, StringComparer.Ordinal));

    public override string ToString() => $"{Folder} ({Tree})";
}
