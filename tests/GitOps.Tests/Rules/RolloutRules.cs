using System.Globalization;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static class RolloutRules
{
    private const int FluxTimeoutSeconds = 300;

    public static IEnumerable<string> NothingUnavailable(Target target) => target.OfKind("Deployment")
        .Where(item => item.Node.Text("spec", "strategy", "rollingUpdate", "maxUnavailable") != "0"
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
            foreach (YamlDotNet.RepresentationModel.YamlNode resources in item.Containers.Select(container => container.At("resources")!))
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

        YamlDotNet.RepresentationModel.YamlNode? hard = (target.Environment == "dev" ? Targets.DevCluster : Targets.ProdCluster).OfKind("ResourceQuota").Single().Node.At("spec", "hard");
        if (cpu > Quantity(hard.Text("requests.cpu")!) || memory > Quantity(hard.Text("requests.memory")!) || limit > Quantity(hard.Text("limits.memory")!) || pods > Quantity(hard.Text("pods")!))
        {
            yield return $"{pods} pods with {cpu} CPU, {memory} and at most {limit} bytes do not fit the quota";
        }
    }

    public static IEnumerable<string> StaysUp(Target target)
    {
        if (target.IsOverlay && target.Environment == "prod" && target.OfKind("Deployment").Any(item => item.Name == "rainfall" && Replicas(target, item) < 3))
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
