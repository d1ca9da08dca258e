using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

internal static class NetworkRules
{
    public static IEnumerable<string> DenyByDefault(Target target)
    {
        List<KubernetesObject> policies = [.. target.OfKind("NetworkPolicy")];
        if (!target.OfKind("Deployment").Any())
        {
            yield break;
        }

        if (!policies.Exists(policy => policy.Node.Map("spec", "podSelector").Count == 0 && policy.Node.At("spec", "ingress") is null && policy.Node.At("spec", "egress") is null
            && policy.Node.Texts("spec", "policyTypes").Order(StringComparer.Ordinal).SequenceEqual(["Egress", "Ingress"])))
        {
            yield return "nothing denies by default in both directions";
        }

        if (!policies.Exists(policy => policy.Node.Items("spec", "egress").Any(rule => rule.Items("ports").Any(port => port.Text("port") == "53"))))
        {
            yield return "nothing may ask for names";
        }

        foreach (KubernetesObject policy in policies.Where(policy => policy.Node.Items("spec", "ingress").Any(rule => rule.Items("from").Count == 0) || policy.Node.Items("spec", "egress").Any(rule => rule.Items("to").Count == 0)))
        {
            yield return $"{policy} allows everybody";
        }

        List<KubernetesObject> outward = [.. policies.Where(policy => policy.Node.Items("spec", "egress").Any(rule => rule.Items("to").Any(peer => peer.At("ipBlock") is not null)))];
        string goesOut = target.OfKind("Deployment").Any(item => item.Name == "feed-cache") ? "feed-cache" : "rainfall-to-lcra";
        if (outward.Count != 1 || outward[0].Name != goesOut)
        {
            yield return $"{goesOut} alone may let pods out of the cluster";
        }

        foreach (KubernetesObject policy in outward.Where(policy => !policy.Node.Items("spec", "egress").SelectMany(rule => rule.Items("to")).All(peer => peer.Texts("ipBlock", "except").Count == 6)))
        {
            yield return $"{policy} lets pods into private networks";
        }
    }

    public static IEnumerable<string> OneHost(Target target)
    {
        if (!target.IsOverlay)
        {
            yield break;
        }

        KubernetesObject settings = target.OfKind("ConfigMap").Single(map => map.Name.StartsWith("rainfall-config", StringComparison.Ordinal));
        string host = settings.Node.Text("data", "PUBLIC_HOST") ?? "";
        if (!(settings.Node.Text("data", "AllowedHosts") ?? "").Split(';').Contains(host, StringComparer.Ordinal))
        {
            yield return $"the site does not answer for {host}";
        }

        foreach (KubernetesObject ingress in target.OfKind("Ingress"))
        {
            if (ingress.Node.Items("spec", "rules").Any(rule => rule.Text("host") != host) || ingress.Node.Items("spec", "tls").Any(tls => !tls.Texts("hosts").SequenceEqual([host])))
            {
                yield return $"{ingress} is not for {host}";
            }

            if (ingress.Node.Text("spec", "ingressClassName") is null || ingress.Node.Map("metadata", "annotations").Keys.Any(key => key.StartsWith("nginx.ingress", StringComparison.Ordinal)))
            {
                yield return $"{ingress} has no class, or notes for one controller";
            }
        }
    }
}
