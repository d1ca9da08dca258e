using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>A selector of a Deployment cannot be changed, and one that holds an environment's label selects nothing elsewhere.</summary>
internal static class SelectorRules
{
    // cert-manager makes these pods itself.
    public const string AcmeSolver = "acme.cert-manager.io/http01-solver";

    private const string Name = "app.kubernetes.io/name";
    private static readonly string[] Labels = [Name, "app.kubernetes.io/component", "k8s-app", "kubernetes.io/metadata.name", AcmeSolver];

    public static IEnumerable<string> StableSelectors(Target target) =>
    [
        .. from item in target.Objects
           from label in All(item).SelectMany(selector => selector.Map().Keys).Concat(Expressions(item.Node.Everything()).Select(expression => expression.Text("key") ?? ""))
           where !Labels.Contains(label, StringComparer.Ordinal)
           select $"{item} selects by {label}",
        .. from item in target.OfKind("Deployment", "Service")
           let selector = item.Node.Map(item.Kind == "Service" ? ["spec", "selector"] : ["spec", "selector", "matchLabels"])
           where selector.Count != 1 || selector.GetValueOrDefault(Name) != item.Name
           select $"{item} selects by more than its name",
    ];

    /// <summary>Tells whether a selector selects a pod with these labels; the one of a Service is the labels themselves.</summary>
    public static bool Selects(bool isOfService, YamlNode? selector, IReadOnlyDictionary<string, string> labels) =>
        (isOfService ? selector.Map() : selector.Map("matchLabels")).All(pair => labels.GetValueOrDefault(pair.Key) == pair.Value)
        && Expressions([selector!]).All(expression => expression.Text("operator") == "In" && expression.Texts("values").Contains(labels.GetValueOrDefault(expression.Text("key") ?? "") ?? "", StringComparer.Ordinal));

    private static IEnumerable<YamlNode> Expressions(IEnumerable<YamlNode> nodes) => nodes.OfType<YamlMappingNode>().SelectMany(node => node.Items("matchExpressions"));

    /// <summary>Every selector of an object, in the order of the object.</summary>
    public static IEnumerable<YamlNode> All(KubernetesObject item) => item.Node.Everything().OfType<YamlMappingNode>()
        .Select(node => node.At("matchLabels") ?? (item.Kind == "Service" ? node.At("selector") : null))
        .OfType<YamlMappingNode>();
}
