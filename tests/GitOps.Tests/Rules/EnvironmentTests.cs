using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>R31: dev is prod, but for what is listed here.</summary>
public sealed partial class EnvironmentTests
{
    private static readonly string[] OnlyInDev = ["NetworkPolicy rainfall-to-lcra"];

    private static readonly string[] OnlyInProd =
    [
        "ConfigMap feed-cache-config", "Deployment feed-cache", "NetworkPolicy acme-solver", "NetworkPolicy feed-cache",
        "NetworkPolicy rainfall-to-feed-cache", "Service feed-cache", "ServiceAccount feed-cache",
        // By init.sh --https-only.
        "Middleware hsts", "Middleware https", "Middleware to-https",
    ];

    private static readonly string[] Differences =
    [
        "ConfigMap rainfall-config/data/ASPNETCORE_ENVIRONMENT",
        "ConfigMap rainfall-config/data/AllowedHosts",
        "ConfigMap rainfall-config/data/Hydromet__BaseAddress",
        "ConfigMap rainfall-config/data/Hydromet__Contact",
        "ConfigMap rainfall-config/data/PUBLIC_HOST",
        "ConfigMap rainfall-config/data/RateLimit__RequestsPerMinute",
        "Deployment rainfall/spec/replicas",
        "Deployment rainfall/spec/template/spec/containers/0/image",
        "HTTPRoute rainfall-to-https/spec/hostnames/0",
        "HTTPRoute rainfall/spec/hostnames/0",
        "Ingress rainfall/metadata/annotations/cert-manager.io/cluster-issuer",
        "Ingress rainfall/metadata/annotations/traefik.ingress.kubernetes.io/router.middlewares",
        "Ingress rainfall/spec/rules/0/host",
        "Ingress rainfall/spec/tls/0/hosts/0",
        "Ingress rainfall/spec/tls/0/secretName",
    ];

    // One environment may have an archive that the other has not, or has in another form.
    private static readonly string[] OfTheArchive =
    [
        "CronJob rainfall-sync/", "NetworkPolicy rainfall-to-database/", "PersistentVolumeClaim rainfall-archive/",
        "ConfigMap rainfall-config/data/ARCHIVE_DATABASE", "ConfigMap rainfall-config/data/Archive__",
        "Deployment rainfall/spec/strategy/", "Deployment rainfall/spec/template/spec/containers/0/envFrom/2/",
        "Deployment rainfall/spec/template/spec/containers/0/volumeMounts/", "Deployment rainfall/spec/template/spec/securityContext/fsGroupChangePolicy",
        "Deployment rainfall/spec/template/spec/volumes/",
    ];

    [KustomizeTheory]
    [EachTree]
    public void R31_dev_and_prod_differ_only_in_what_is_listed(string tree)
    {
        Dictionary<string, string> dev = Flat(Trees.Of(tree).Dev);
        Dictionary<string, string> prod = Flat(Trees.Of(tree).Prod);
        IEnumerable<string> different = dev.Keys.Union(prod.Keys, StringComparer.Ordinal).Where(path => dev.GetValueOrDefault(path) != prod.GetValueOrDefault(path));

        Assert.NotEmpty(dev);
        Assert.All(different, path => Assert.True(Differences.Contains(path, StringComparer.Ordinal) || IsOf(path, OnlyInDev) || IsOf(path, OnlyInProd) || Array.Exists(OfTheArchive, part => path.StartsWith(part, StringComparison.Ordinal)), path));
        Assert.DoesNotContain(prod.Keys, path => IsOf(path, OnlyInDev));
        Assert.DoesNotContain(dev.Keys, path => IsOf(path, OnlyInProd));
    }

    [KustomizeTheory]
    [EachTree]
    public void R21_what_both_have_selects_alike(string tree)
    {
        static Dictionary<string, string> Selectors(Target target) =>
            target.Objects.ToDictionary(item => Same(item.ToString(), target), item => string.Join('|', SelectorRules.All(item)), StringComparer.Ordinal);
        Dictionary<string, string> dev = Selectors(Trees.Of(tree).Dev);
        Dictionary<string, string> prod = Selectors(Trees.Of(tree).Prod);

        Assert.Contains("app.kubernetes.io/name", prod["Deployment rainfall"], StringComparison.Ordinal);
        Assert.All(dev.Keys.Intersect(prod.Keys, StringComparer.Ordinal), name => Assert.Equal(dev[name], prod[name]));
    }

    private static bool IsOf(string path, string[] names) => names.Contains(path.Split('/')[0], StringComparer.Ordinal);

    /// <summary>Every value of every object by its path, without the name of the environment and without the hashes of the settings.</summary>
    private static Dictionary<string, string> Flat(Target target) =>
        target.Objects.SelectMany(item => Flat(item.Node, Same(item.ToString(), target))).ToDictionary(pair => pair.Path, pair => Same(pair.Value, target), StringComparer.Ordinal);

    private static IEnumerable<(string Path, string Value)> Flat(YamlNode node, string path) => node switch
    {
        YamlMappingNode map => map.Children.SelectMany(pair => Flat(pair.Value, $"{path}/{pair.Key}")),
        YamlSequenceNode list => list.Children.SelectMany((item, index) => Flat(item, $"{path}/{index}")),
        _ => [(path, ((YamlScalarNode)node).Value ?? "")],
    };

    private static string Same(string text, Target target) => Hash().Replace(text.Replace(target.Namespace, "rainfall", StringComparison.Ordinal), "");

    [GeneratedRegex("(?<=-config)-[a-z0-9]{10}$", RegexOptions.None, 1000)]
    private static partial Regex Hash();
}
