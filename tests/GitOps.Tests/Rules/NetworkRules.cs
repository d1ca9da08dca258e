using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

internal static partial class NetworkRules
{
    // A resolver that runs on the node, and the one of some clouds.
    private static readonly string[] Resolvers = ["169.254.20.10/32", "169.254.169.254/32"];
    private static readonly string[] Private4 = ["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16"];
    private static readonly string[] Private6 = ["::1/128", "fc00::/7", "fe80::/10"];

    private static readonly string[] WithDatabase = ["10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"];
    private static readonly string[] Components = ["migrate", "site", "sync"];

    public static IEnumerable<string> DenyByDefault(Target target) => [.. Denied(target), .. ToDatabases(target)];

    /// <summary>The site, sync and the migration reach a database in a pod or at a private address, by its port.</summary>
    private static IEnumerable<string> ToDatabases(Target target) =>
        from policy in target.OfKind("NetworkPolicy").Where(IsToDatabase)
        where policy.Node.Items("spec", "egress").Any(rule => rule.Items("ports").Any(port => port.Text("port") != "5432"))
            || Blocks(policy).Any(block => !WithDatabase.Contains(block.Text("cidr"), StringComparer.Ordinal))
            || target.Objects.Any(item => item.Pod is not null && SelectorRules.Selects(isOfService: false, policy.Node.At("spec", "podSelector"), item.PodLabels)
                && !Components.Contains(item.PodLabels.GetValueOrDefault("app.kubernetes.io/component"), StringComparer.Ordinal))
        select $"{policy} may let the site, sync and the migration reach a private database by its port, and nothing else";

    private static bool IsToDatabase(KubernetesObject policy) =>
        policy.Node.Items("spec", "egress").Any(rule => rule.Items("ports").Any(port => port.Text("port") == "5432"));

    private static IEnumerable<string> Denied(Target target)
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

        List<KubernetesObject> dns = [.. policies.Where(policy => policy.Node.Items("spec", "egress").Any(rule => rule.Items("ports").Any(port => port.Text("port") == "53")))];
        if (dns.Count != 1 || !Blocks(dns[0]).Select(block => block.Text("cidr")).SequenceEqual(Resolvers) || dns[0].Node.Items("spec", "egress").Any(rule => rule.Items("ports").Any(port => port.Text("port") != "53")))
        {
            yield return "names must be asked for in the cluster and of resolvers with a link-local address, and nothing else";
        }

        foreach (KubernetesObject policy in policies.Where(policy => policy.Node.Items("spec", "ingress").Any(rule => rule.Items("from").Count == 0) || policy.Node.Items("spec", "egress").Any(rule => rule.Items("to").Count == 0)))
        {
            yield return $"{policy} allows everybody";
        }

        List<KubernetesObject> outward = [.. policies.Except(dns).Where(policy => Blocks(policy).Any() && !IsToDatabase(policy))];
        bool isCached = target.OfKind("Deployment").Any(item => item.Name == "feed-cache");
        string goesOut = isCached ? "feed-cache" : "rainfall-to-lcra";
        if (outward.Count != 1 || outward[0].Name != goesOut)
        {
            yield return $"{goesOut} alone may let pods out of the cluster";
        }

        // nginx asks for IPv4 only.
        string[] expected = [$"0.0.0.0/0 {string.Join(' ', Private4)}", .. isCached ? [] : new[] { $"::/0 {string.Join(' ', Private6)}" }];
        foreach (KubernetesObject policy in outward.Where(policy => !Blocks(policy).Select(block => $"{block.Text("cidr")} {string.Join(' ', block.Texts("except"))}").SequenceEqual(expected, StringComparer.Ordinal)))
        {
            yield return $"{policy} must let pods out to the public addresses that they use, and into no private network";
        }
    }

    /// <summary>Until an ingress preset is chosen, nobody is let in; an environment must choose one.</summary>
    public static IEnumerable<string> NoPlaceholder(Target target) => target.Objects
        .Where(item => target.IsOverlay && item.Text.Contains(".invalid", StringComparison.Ordinal))
        .Select(item => $"{item} has a placeholder: an ingress preset, host or tls is missing");

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

            if (!Host().IsMatch(host) || System.Net.IPAddress.TryParse(host, out _))
            {
                yield return $"{ingress}: '{host}' must be a name in lower case, without a port";
            }

            if (ingress.Node.Text("spec", "ingressClassName") is null || ingress.Node.Map("metadata", "annotations").Keys.Any(key => key.StartsWith("nginx.ingress", StringComparison.Ordinal)))
            {
                yield return $"{ingress} has no class, or notes for one controller";
            }
        }
    }

    private static IEnumerable<YamlNode> Blocks(KubernetesObject policy) =>
        policy.Node.Items("spec", "egress").SelectMany(rule => rule.Items("to")).Select(peer => peer.At("ipBlock")).OfType<YamlNode>();

    [GeneratedRegex(@"^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]*[a-z0-9])?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Host();
}
