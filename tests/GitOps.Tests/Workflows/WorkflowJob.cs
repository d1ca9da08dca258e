using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Workflows;

/// <summary>One job of a workflow.</summary>
internal sealed class WorkflowJob(string name, YamlNode node)
{
    public string Name => name;

    public int TimeoutMinutes => int.TryParse(Text("timeout-minutes"), CultureInfo.InvariantCulture, out int minutes) ? minutes : 0;

    public string? Environment => Text("environment");

    public YamlNode? Queue => node.Get("concurrency");

    public string? Condition => Text("if");

    public string? Runner => Text("runs-on");

    public IReadOnlyList<string> Needs => node.Get("needs") is YamlSequenceNode list ? [.. list.Select(item => item.ToString())] : Text("needs") is { } one ? [one] : [];

    public YamlNode? Permissions => node.Get("permissions");

    public bool Pushes => Grants("contents", "write");

    public bool PassesFaultsOver => AllKeys(node).Contains("continue-on-error", StringComparer.Ordinal);

    public IReadOnlyList<YamlNode> Steps => [.. (YamlSequenceNode)node.Get("steps")!];

    public IEnumerable<string> Scripts => Steps.Select(step => step.Get("run")?.ToString()).OfType<string>();

    public bool Grants(string scope, string access) => Permissions.Get(scope)?.ToString() == access;

    private static IEnumerable<string> AllKeys(YamlNode node) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(child => AllKeys(child.Value).Prepend(child.Key.ToString())),
        YamlSequenceNode list => list.SelectMany(AllKeys),
        _ => [],
    };

    private string? Text(string key) => node.Get(key)?.ToString();
}
