using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

internal static class ReferenceRules
{
    public static IEnumerable<string> ReferencesExist(Target target) =>
        [.. Pods(target), .. Claims(target), .. Secrets(target), .. Selectors(target), .. Routes(target), .. Gateways(target), .. Scaled(target)];

    private static IEnumerable<string> Pods(Target target) =>
        from item in target.Objects
        let maps = item.Pod.Items("volumes").Select(volume => volume.Text("configMap", "name"))
            .Concat(item.Containers.SelectMany(container => container.Items("envFrom").Select(source => source.Text("configMapRef", "name"))))
        from missing in maps.Where(name => name is not null && !Exists(target, "ConfigMap", name)).Select(name => "ConfigMap " + name)
            .Concat(item.Pod.Text("serviceAccountName") is { } account && !Exists(target, "ServiceAccount", account) ? ["ServiceAccount " + account] : [])
        select $"{item} names {missing}, which is not there";

    private static IEnumerable<string> Claims(Target target) =>
        from item in target.Objects
        from volume in item.Pod.Items("volumes")
        let name = volume.Text("persistentVolumeClaim", "claimName")
        where name is not null && !Exists(target, "PersistentVolumeClaim", name)
        select $"{item} names the PersistentVolumeClaim {name}, which is not there";

    /// <summary>A fork without secrets must start. The secret of the archive comes from the migration's folder, which R49 has applied before.</summary>
    private static IEnumerable<string> Secrets(Target target) =>
        from item in target.Objects
        from reference in item.Pod.Everything().OfType<YamlMappingNode>()
            .SelectMany(node => new[] { node.At("secretRef"), node.At("secretKeyRef"), node.At("secret") })
            .OfType<YamlMappingNode>()
        let name = reference.Text("name") ?? reference.Text("secretName") ?? ""
        where reference.Text("optional") != "true" && !Exists(target, "Secret", name) && !(item.Kind != "Job" && ArchiveRules.OfTheMigration(target).Contains(name))
        select $"{item} does not start without the Secret {name}";

    private static IEnumerable<string> Selectors(Target target)
    {
        List<IReadOnlyDictionary<string, string>> pods = [.. target.Objects.Where(item => item.Pod is not null).Select(item => item.PodLabels)];
        return from item in target.OfKind("Service", "PodDisruptionBudget", "NetworkPolicy", "Deployment")
               let selector = item.Node.At("spec", item.Kind == "NetworkPolicy" ? "podSelector" : "selector")
               where !selector.Map("matchLabels").ContainsKey(SelectorRules.AcmeSolver) && !pods.Exists(labels => SelectorRules.Selects(item.Kind == "Service", selector, labels))
               select $"{item} selects no pod";
    }

    private static IEnumerable<string> Routes(Target target) =>
        from item in target.OfKind("Ingress")
        from backend in item.Node.Everything().OfType<YamlMappingNode>().Select(node => node.At("service")).OfType<YamlMappingNode>()
        where !target.OfKind("Service").Any(service => service.Name == backend.Text("name") && service.Node.Items("spec", "ports").Any(port => port.Text("name") == backend.Text("port", "name")))
        select $"{item} leads to {backend.Text("name")}, which has no such port";

    private static IEnumerable<string> Gateways(Target target) =>
        from item in target.OfKind("HTTPRoute")
        from backend in item.Node.Items("spec", "rules").SelectMany(rule => rule.Items("backendRefs"))
        where !target.OfKind("Service").Any(service => service.Name == backend.Text("name") && service.Node.Items("spec", "ports").Any(port => port.Text("port") == backend.Text("port")))
        select $"{item} leads to {backend.Text("name")}, which has no such port";

    private static IEnumerable<string> Scaled(Target target) =>
        from item in target.OfKind("HorizontalPodAutoscaler", "Canary")
        let name = item.Node.Text("spec", item.Kind == "Canary" ? "targetRef" : "scaleTargetRef", "name") ?? ""
        where !Exists(target, "Deployment", name)
        select $"{item} names the Deployment {name}, which is not there";

    private static bool Exists(Target target, string kind, string name) => target.OfKind(kind).Any(item => item.Name == name);
}
