using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>An alert on a metric that nobody exports, or on an object that is not there, is silent for ever.</summary>
internal static partial class AlertRules
{
    // Of kube-state-metrics and the kubelet.
    private static readonly string[] OfTheCluster =
        ["kube_cronjob_created", "kube_cronjob_status_last_successful_time", "kubelet_volume_stats_available_bytes", "kubelet_volume_stats_capacity_bytes"];

    private static readonly Lazy<IReadOnlyList<string>> OfTheLibrary = new(() =>
        [.. Row().Matches(File.ReadAllText(Repository.PathOf("docs/telemetry.md"))).Select(row => InPrometheus(row.Groups["name"].Value, row.Groups["unit"].Value, row.Groups["kind"].Value))]);

    public static IEnumerable<string> OnWhatIsThere(Target target)
    {
        KubernetesObject? settings = Site.SiteSettings.Maps(target).SingleOrDefault();
        foreach (KubernetesObject item in target.OfKind("PrometheusRule"))
        {
            foreach (string expression in item.Node.Items("spec", "groups").SelectMany(group => group.Items("rules")).Select(rule => rule.Text("expr") ?? ""))
            {
                string[] metrics = [.. Metric().Matches(expression).Select(match => match.Value)];
                if (metrics.Length == 0 || metrics.Except(OfTheCluster, StringComparer.Ordinal).Except(OfTheLibrary.Value, StringComparer.Ordinal).Any())
                {
                    yield return $"{item} watches a metric that nobody exports: {expression}";
                }

                Dictionary<string, string> labels = Label().Matches(expression).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
                if ((labels.GetValueOrDefault("namespace") ?? labels.GetValueOrDefault("job")) != target.Namespace
                    || (labels.ContainsKey("job") && settings?.Node.Text("data", "OTEL_SERVICE_NAME") != target.Namespace))
                {
                    yield return $"{item} watches another environment: {expression}";
                }

                if (!IsThere(target, "CronJob", labels.GetValueOrDefault("cronjob")) || !IsThere(target, "PersistentVolumeClaim", labels.GetValueOrDefault("persistentvolumeclaim")))
                {
                    yield return $"{item} watches what no option makes: {expression}";
                }
            }
        }
    }

    private static bool IsThere(Target target, string kind, string? name) =>
        name is null || target.Tree.Combinations.Any(other => other.OfKind(kind).Any(item => item.Name == name));

    /// <summary>The name that OpenTelemetry gives an instrument in Prometheus.</summary>
    private static string InPrometheus(string name, string unit, string kind) =>
        name.Replace('.', '_') + unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" } + (kind == "counter" ? "_total" : "");

    [GeneratedRegex(@"^\| `(?<name>hydromet\.[a-z.]+)` \| `(?<unit>[^`]+)` \| (?<kind>[a-z]+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(hydromet|kube|kubelet|node|container)_[a-z_]+\b(?![=!])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Metric();

    [GeneratedRegex("(?<name>[a-z]+)=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();
}
