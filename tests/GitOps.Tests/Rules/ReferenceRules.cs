using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

internal static class ReferenceRules
{
    // cert-manager makes these pods itself.
    private const string AcmeSolver = "acme.cert-manager.io/http01-solver";

    public static IEnumerable<string> ReferencesExist(Target target) =>
        [.. Pods(target), .. Selectors(target), .. Routes(target), .. Scaled(target)];

    private static IEnumerable<string> Pods(Target target) =>
        from item in target.Objects
        let maps = item.Pod.Items("volumes").Select(volume => volume.Text("configMap", "name"))
            .Concat(item.Containers.SelectMany(container => container.Items("envFrom").Select(source => source.Text("configMapRef", "name"))))
        from missing in maps.Where(name => name is not null && !Exists(target, "ConfigMap", name)).Select(name => "ConfigMap " + name)
            .Concat(item.Pod.Text("serviceAccountName") is { } account && !Exists(target, "ServiceAccount", account) ? ["ServiceAccount " + account] : [])
        select $"{item} names {missing}, which is not there";

    private static IEnumerable<string> Selectors(Target target)
    {
        List<IReadOnlyDictionary<string, string>> pods = [.. target.Objects.Where(item => item.Pod is not null).Select(item => item.PodLabels)];
        return from item in target.OfKind("Service", "PodDisruptionBudget", "NetworkPolicy", "Deployment")
               let selector = item.Kind switch
               {
                   "Service" => item.Node.Map("spec", "selector"),
                   "NetworkPolicy" => item.Node.Map("spec", "podSelector", "matchLabels"),
                   _ => item.Node.Map("spec", "selector", "matchLabels"),
               }
               where !selector.ContainsKey(AcmeSolver) && !pods.Exists(labels => selector.All(pair => labels.GetValueOrDefault(pair.Key) == pair.Value))
               select $"{item} selects no pod";
    }

    private static IEnumerable<string> Routes(Target target) =>
        from item in target.OfKind("Ingress")
        from backend in item.Node.Everything().OfType<YamlMappingNode>().Select(node => node.At("service")).OfType<YamlMappingNode>()
        where !target.OfKind("Service").Any(service => service.Name == backend.Text("name") && service.Node.Items("spec", "ports").Any(port => port.Text("name") == backend.Text("port", "name")))
        select $"{item} leads to {backend.Text("name")}, which has no such port";

    private static IEnumerable<string> Scaled(Target target) =>
        from item in target.OfKind("HorizontalPodAutoscaler", "Canary")
        let name = item.Node.Text("spec", item.Kind == "Canary" ? "targetRef" : "scaleTargetRef", "name") ?? ""
        where !Exists(target, "Deployment", name)
        select $"{item} names the Deployment {name}, which is not there";

    private static bool Exists(Target target, string kind, string name) => target.OfKind(kind).Any(item => item.Name == name);
}
