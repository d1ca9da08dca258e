using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rendering;

/// <summary>One object that a target gives.</summary>
internal sealed record KubernetesObject(YamlMappingNode Node, string Text)
{
    public string ApiVersion => Node.Text("apiVersion") ?? "";

    public string Kind => Node.Text("kind") ?? "";

    public string Name => Node.Text("metadata", "name") ?? "";

    public string? Namespace => Node.Text("metadata", "namespace");

    /// <summary>Gets the specification of the pods that this object makes; null for any other object.</summary>
    public YamlNode? Pod => Kind is "Deployment" or "Job" or "CronJob" ? Template.At("spec") : null;

    public IReadOnlyDictionary<string, string> PodLabels => Template.Map("metadata", "labels");

    public IEnumerable<YamlNode> Containers => Pod.Items("containers").Concat(Pod.Items("initContainers"));

    private YamlNode? Template => Node.At(Kind == "CronJob" ? ["spec", "jobTemplate", "spec", "template"] : ["spec", "template"]);

    /// <summary>Reads every object of a rendered text.</summary>
    public static IReadOnlyList<KubernetesObject> Read(string text) =>
        [.. text.Split("\n---\n").SelectMany(part => Yaml.Read(part), (part, node) => new KubernetesObject(node, part))];

    public override string ToString() => $"{Kind} {Name}";
}
