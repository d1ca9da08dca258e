namespace GitOps.Tests.Rendering;

/// <summary>A folder that is rendered, once, for one environment.</summary>
internal sealed class Target
{
    private readonly Lazy<CommandResult> _render;
    private readonly Lazy<IReadOnlyList<KubernetesObject>> _objects;

    public Target(string folder, string environment)
        : this(folder, environment, () => Kustomize.Render(folder))
    {
    }

    private Target(string folder, string environment, Func<CommandResult> render)
    {
        Folder = folder;
        Environment = environment;
        _render = new(render);
        _objects = new(() => [.. Yaml.Parse(_render.Value.Output).Select(node => new KubernetesObject(node))]);
    }

    public string Folder { get; }

    public string Environment { get; }

    public string Namespace => "rainfall-" + Environment;

    /// <summary>Gets a value indicating whether this is what Flux starts from, and not what it applies to the site's namespace.</summary>
    public bool IsCluster => Folder.Contains("clusters", StringComparison.Ordinal);

    /// <summary>Gets a value indicating whether this is a whole environment, and not a single option.</summary>
    public bool IsOverlay => Folder.Contains("overlays", StringComparison.Ordinal) || Folder.Contains("Invalid", StringComparison.Ordinal);

    public CommandResult Render => _render.Value;

    public IReadOnlyList<KubernetesObject> Objects => _objects.Value;

    /// <summary>The same folder, if it rendered something else.</summary>
    public Target With(CommandResult render) => new(Folder, Environment, () => render);

    public IEnumerable<KubernetesObject> OfKind(params string[] kinds) => Objects.Where(item => kinds.Contains(item.Kind, StringComparer.Ordinal));

    public override string ToString() => Folder;
}
