using GitOps.Tests.Rendering;
using GitOps.Tests.Site;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>What an archive needs: one writer of a file, one owner of a database's secret, and jobs that end.</summary>
internal static class ArchiveRules
{
    /// <summary>Gets the names of the claims that an object's pods mount.</summary>
    public static IEnumerable<string> Claims(KubernetesObject item) =>
        item.Pod.Items("volumes").Select(volume => volume.Text("persistentVolumeClaim", "claimName")).OfType<string>();

    /// <summary>Gets the names of the secrets that the environment's migration makes.</summary>
    public static IReadOnlyList<string> OfTheMigration(Target target) =>
    [
        .. Yaml.Read(File.ReadAllText(target.Tree.PathOf($"gitops/jobs/{target.Environment}/kustomization.yaml")))
            .SelectMany(document => document.Items("secretGenerator")).Select(generator => generator.Text("name")).OfType<string>(),
    ];

    /// <summary>Two pods that write one SQLite file, or that both ask LCRA for what it lacks, are one too many.</summary>
    public static IEnumerable<string> OneWriter(Target target)
    {
        YamlNode? settings = SiteSettings.Maps(target).SingleOrDefault()?.Node.At("data");
        string? file = settings.Text("Archive__ConnectionString");
        bool fills = settings.Text("Archive__Fill") == "true";
        foreach (KubernetesObject item in target.OfKind("Deployment"))
        {
            List<string> claims = [.. Claims(item)];
            bool isOne = item.Node.Text("spec", "replicas") == "1" && item.Node.Text("spec", "strategy", "type") == "Recreate" && !target.OfKind("HorizontalPodAutoscaler", "Canary").Any();
            if ((claims.Count > 0 || (fills && item.Name == "rainfall")) && !isOne)
            {
                yield return $"{item} writes a file or fills the archive, and may have two pods";
            }

            bool isOnClaim = item.Pod.Items("volumes").Where(volume => volume.At("persistentVolumeClaim") is not null)
                .SelectMany(volume => item.Containers.SelectMany(container => container.Items("volumeMounts")).Where(mount => mount.Text("name") == volume.Text("name")))
                .Any(mount => file?.StartsWith($"Data Source={mount.Text("mountPath")}/", StringComparison.Ordinal) == true);
            if (claims.Count > 0 != isOnClaim || (isOnClaim && settings.Text("Archive__Provider") != "Sqlite"))
            {
                yield return $"{item} has a claim, and {file ?? "no file"} of {settings.Text("Archive__Provider")} is not on it";
            }
        }

        if (fills && target.OfKind("CronJob").Any())
        {
            yield return "the site fills the archive, and a CronJob too";
        }

        foreach (KubernetesObject claim in target.OfKind("PersistentVolumeClaim").Where(claim => claim.Node.Text("metadata", "annotations", "kustomize.toolkit.fluxcd.io/prune") != "disabled"))
        {
            yield return $"{claim} would be pruned, and the record with it";
        }
    }

    /// <summary>A job ends, is tried again a few times, and leaves little behind; a CronJob never runs twice at once.</summary>
    public static IEnumerable<string> JobsEnd(Target target) =>
        from item in target.OfKind("Job", "CronJob")
        let spec = item.Kind == "CronJob" ? item.Node.At("spec", "jobTemplate", "spec") : item.Node.At("spec")
        where spec.Text("activeDeadlineSeconds") is null || spec.Text("backoffLimit") is null || item.Pod.Text("restartPolicy") != "Never"
            || (item.Kind == "CronJob" && (item.Node.Text("spec", "concurrencyPolicy") != "Forbid" || item.Node.Text("spec", "startingDeadlineSeconds") is null || item.Node.Text("spec", "timeZone") is null
                || item.Node.Text("spec", "successfulJobsHistoryLimit") is null || item.Node.Text("spec", "failedJobsHistoryLimit") is null))
        select $"{item} may run for ever, twice at once, or leave all its pods behind";

    /// <summary>A site that reads the secret of the migration waits for the migration.</summary>
    public static IEnumerable<string> MigratedFirst(Target target)
    {
        bool isNeeded = target.Folder.StartsWith("gitops/overlays/", StringComparison.Ordinal)
            && target.Objects.Where(item => item.Pod is not null).SelectMany(item => item.Containers).SelectMany(container => container.Items("envFrom"))
                .Any(source => source.Text("secretRef", "name") is { } name && OfTheMigration(target).Contains(name));
        List<KubernetesObject> applied = [.. target.Tree.Cluster(target.Environment).OfKind("Kustomization")];
        string? migration = applied.Find(FluxRules.IsMigration)?.Name;
        string? site = isNeeded ? applied.Find(item => !FluxRules.IsMigration(item))?.Node.Items("spec", "dependsOn").Select(other => other.Text("name")).FirstOrDefault(name => name == migration) : null;
        if (isNeeded && (migration is null || site is null))
        {
            yield return $"the site reads the archive, and gitops/clusters/{target.Environment} does not migrate it first";
        }
    }
}
