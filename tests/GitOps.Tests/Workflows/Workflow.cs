using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Workflows;

/// <summary>One file of .github/workflows, as text and as YAML.</summary>
internal sealed class Workflow
{
    private readonly YamlNode _root;

    private Workflow(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        Lines = File.ReadAllLines(path);
        YamlStream yaml = [];
        yaml.Load(new StringReader(string.Join('\n', Lines)));
        _root = yaml.Documents[0].RootNode;
        Jobs = ((YamlMappingNode)_root.Get("jobs")!).Children.ToDictionary(job => job.Key.ToString(), job => new WorkflowJob($"{Name}/{job.Key}", job.Value), StringComparer.Ordinal);
    }

    public string Name { get; }

    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyDictionary<string, WorkflowJob> Jobs { get; }

    public YamlNode? Triggers => _root.Get("on");

    public YamlNode? Queue => _root.Get("concurrency");

    public YamlNode? Permissions => _root.Get("permissions");

    public static IReadOnlyList<Workflow> All() => [.. Files().Select(path => new Workflow(path))];

    public static Workflow Named(string name) => new(Repository.PathOf($".github/workflows/{name}.yml"));

    public static Workflow Careless() => new(Repository.PathOf("tests/GitOps.Tests/Workflows/Fixtures/careless.yml"));

    public static string[] Files() => [.. Directory.GetFiles(Repository.PathOf(".github/workflows")).Order(StringComparer.Ordinal)];
}
