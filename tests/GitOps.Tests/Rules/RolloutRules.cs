using System.Globalization;
using GitOps.Tests.Rendering;
using GitOps.Tests.Site;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

internal static class RolloutRules
{
    private const int FluxTimeoutSeconds = 300;

    public static IEnumerable<string> NothingUnavailable(Target target) => target.OfKind("Deployment")
        .Where(item => !(ArchiveRules.Claims(item).Any() ? item.Node.Text("spec", "strategy", "type") == "Recreate" : item.Node.Text("spec", "strategy", "rollingUpdate", "maxUnavailable") == "0")
            || Number(item.Node.Text("spec", "minReadySeconds")) < 5
            || Number(item.Node.Text("spec", "progressDeadlineSeconds")) is 0 or >= FluxTimeoutSeconds)
        .Select(item => $"{item} may be unavailable during a rollout");

    /// <summary>What the quota of the cluster must leave room for: all replicas, and the ones that a rollout adds.</summary>
    public static IEnumerable<string> FitsTheQuota(Target target)
    {
        (decimal cpu, decimal memory, decimal limit, decimal pods) = (0, 0, 0, 0);
        foreach (KubernetesObject item in target.Objects.Where(item => item.Pod is not null))
        {
            decimal count = Replicas(target, item) + (item.Kind == "Deployment" ? 1 : 0);
            pods += count;
            foreach (YamlNode resources in item.Containers.Select(container => container.At("resources")!))
            {
                if (resources.Text("requests", "cpu") is not { } asked || resources.Text("requests", "memory") is not { } needed || resources.Text("limits", "memory") is not { } most)
                {
                    yield return $"{item} has no requests or no memory limit";
                    continue;
                }

                cpu += count * Quantity(asked);
                memory += count * Quantity(needed);
                limit += count * Quantity(most);
            }
        }

        IReadOnlyList<decimal> storage = [.. target.OfKind("PersistentVolumeClaim").Select(claim => Quantity(claim.Node.Text("spec", "resources", "requests", "storage") ?? "0"))];
        YamlNode? hard = target.Tree.Cluster(target.Environment).OfKind("ResourceQuota").Single().Node.At("spec", "hard");
        if (cpu > Quantity(hard.Text("requests.cpu")!) || memory > Quantity(hard.Text("requests.memory")!) || limit > Quantity(hard.Text("limits.memory")!) || pods > Quantity(hard.Text("pods")!))
        {
            yield return $"{pods} pods with {cpu} CPU, {memory} and at most {limit} bytes do not fit the quota";
        }

        if (storage.Count > Quantity(hard.Text("persistentvolumeclaims") ?? "0") || storage.Sum() > Quantity(hard.Text("requests.storage") ?? "0"))
        {
            yield return $"{storage.Count} claims of {storage.Sum()} bytes do not fit the quota";
        }
    }

    public static IEnumerable<string> StaysUp(Target target)
    {
        if (target.IsOverlay && target.Environment == "prod" && target.OfKind("Deployment").Any(item => item.Name == "rainfall" && Replicas(target, item) < 3 && !ArchiveRules.Claims(item).Any()))
        {
            yield return "prod has fewer than three replicas";
        }

        foreach (KubernetesObject item in target.OfKind("Deployment").Where(item => item.Name == "rainfall"))
        {
            if (item.Pod.Items("topologySpreadConstraints").Count < 2 || !target.OfKind("PodDisruptionBudget").Any(budget => budget.Node.Text("spec", "maxUnavailable") == "1"))
            {
                yield return $"{item} is not spread, or a drain may take all of it";
            }
        }
    }

    /// <summary>The API server takes such a constraint, and then refuses every pod of it. Flagger rewrites the name of a pod, so constraints go by the component.</summary>
    public static IEnumerable<string> SpreadIsAccepted(Target target) =>
        from item in target.OfKind("Deployment")
        from spread in item.Pod.Items("topologySpreadConstraints")
        let selector = spread.Map("labelSelector", "matchLabels")
        where spread.Texts("matchLabelKeys").Any(selector.ContainsKey) || !selector.Keys.SequenceEqual(["app.kubernetes.io/component"])
        select $"{item} is spread by a key that its selector has already, or by more than its component";

    /// <summary>All that one container may use at once: the heap at its limit, a full /tmp, and what .NET needs besides.</summary>
    public static IEnumerable<string> MemoryAddsUp(Target target)
    {
        const long Besides = 96 << 20;
        KubernetesObject? settings = SiteSettings.Maps(target).SingleOrDefault();
        foreach (KubernetesObject item in target.OfKind("Deployment").Where(item => item.Name == "rainfall"))
        {
            decimal limit = Quantity(item.Containers.Single().Text("resources", "limits", "memory") ?? "0");
            // .NET reads this number as hexadecimal.
            bool isLimited = int.TryParse(settings?.Node.Text("data", "DOTNET_GCHeapHardLimitPercent"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int percent);
            decimal tmp = item.Pod.Items("volumes").Where(volume => volume.Text("emptyDir", "medium") == "Memory").Sum(volume => Quantity(volume.Text("emptyDir", "sizeLimit") ?? "0"));
            decimal heap = limit * percent / 100;
            if (!isLimited || heap + tmp + Besides > limit || settings?.Node.Text("data", "DOTNET_gcServer") != "0")
            {
                yield return $"{item}: a heap of {heap} bytes, {tmp} in /tmp and {Besides} besides are more than {limit}, or the garbage collector is the server's";
            }
        }
    }

    /// <summary>Flagger sets the Deployment to zero replicas, and runs a copy of it: the copy must have a scaler, and the smoke test must reach the new pods.</summary>
    public static IEnumerable<string> CanaryKeepsCapacity(Target target)
    {
        foreach (KubernetesObject item in target.OfKind("Canary"))
        {
            KubernetesObject? scaler = target.OfKind("HorizontalPodAutoscaler").SingleOrDefault(scaler => scaler.Name == item.Node.Text("spec", "autoscalerRef", "name"));
            if (Number(scaler?.Node.Text("spec", "minReplicas")) < 3)
            {
                yield return $"{item} has no scaler that keeps three replicas";
            }

            // Flagger gives the copy's pods another name, and leaves the component.
            if (target.OfKind("PodDisruptionBudget").Any(budget => !budget.Node.Map("spec", "selector", "matchLabels").Keys.SequenceEqual(["app.kubernetes.io/component"])))
            {
                yield return $"{item} has a copy that no budget covers";
            }

            foreach (YamlNode hook in item.Node.Items("spec", "analysis", "webhooks"))
            {
                string tester = new Uri(hook.Text("url")!).Host.Split('.').ElementAtOrDefault(1) ?? "";
                bool isLetIn = target.OfKind("NetworkPolicy").Any(policy => policy.Node.Items("spec", "ingress").SelectMany(rule => rule.Items("from"))
                    .Any(peer => peer.Text("namespaceSelector", "matchLabels", "kubernetes.io/metadata.name") == tester));
                if (!isLetIn || hook.Text("metadata", "cmd")?.Contains($"http://{item.Name}-canary.{target.Namespace}.svc/", StringComparison.Ordinal) != true)
                {
                    yield return $"{item}: the load tester in '{tester}' does not reach the new pods";
                }
            }
        }
    }

    public static IEnumerable<string> OneOwnerOfTheCount(Target target) =>
        from scaler in target.OfKind("HorizontalPodAutoscaler", "Canary")
        from item in target.OfKind("Deployment")
        where item.Name == "rainfall" && item.Node.At("spec", "replicas") is not null
        select $"{item} has replicas, which {scaler} sets too";

    private static int Replicas(Target target, KubernetesObject item) =>
        target.OfKind("HorizontalPodAutoscaler").FirstOrDefault(scaler => scaler.Node.Text("spec", "scaleTargetRef", "name") == item.Name) is { } scaler
            ? Number(scaler.Node.Text("spec", "maxReplicas"))
            : Number(item.Node.Text("spec", "replicas") ?? "1");

    private static int Number(string? text) => text is null ? 0 : int.Parse(text, CultureInfo.InvariantCulture);

    private static decimal Quantity(string text) => text[^1] switch
    {
        'm' => decimal.Parse(text[..^1], CultureInfo.InvariantCulture) / 1000,
        'i' => decimal.Parse(text[..^2], CultureInfo.InvariantCulture) * (text[^2] == 'G' ? 1 << 30 : 1 << 20),
        _ => decimal.Parse(text, CultureInfo.InvariantCulture),
    };
}
