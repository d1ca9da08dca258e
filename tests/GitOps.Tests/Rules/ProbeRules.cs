using System.Globalization;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static class ProbeRules
{
    private static readonly string[] Probes = ["startupProbe", "livenessProbe", "readinessProbe"];

    public static IEnumerable<string> ThreeProbes(Target target)
    {
        foreach (KubernetesObject item in target.OfKind("Deployment"))
        {
            foreach (string probe in Probes.Where(probe => item.Containers.Any(container => !container.Items(probe, "httpGet", "httpHeaders").Any(header => header.Text("name") == "Host" && header.Text("value") == "localhost"))))
            {
                yield return $"{item} has no {probe} with Host: localhost";
            }

            if (item.Name == "rainfall" && item.Containers.Any(container => container.Text("livenessProbe", "httpGet", "path") == container.Text("readinessProbe", "httpGet", "path")))
            {
                yield return $"{item} is alive and ready by the same path";
            }
        }

        foreach (KubernetesObject map in target.OfKind("ConfigMap").Where(map => map.Node.Text("data", "AllowedHosts") is { } hosts && !hosts.Split(';').Contains("localhost")))
        {
            yield return $"{map} does not allow the probes' host";
        }
    }

    public static IEnumerable<string> GracefulStop(Target target) =>
        from item in target.OfKind("Deployment")
        let grace = Number(item.Pod.Text("terminationGracePeriodSeconds"))
        from container in item.Containers
        let sleep = Number(container.Text("lifecycle", "preStop", "sleep", "seconds"))
        where sleep == 0 || grace < sleep + 30 + 5
        select $"{item} must sleep before it stops, and have 35 seconds more";

    private static int Number(string? text) => text is null ? 0 : int.Parse(text, CultureInfo.InvariantCulture);
}
