using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

internal static class PodSecurityRules
{
    private static readonly string[] Volumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];

    private static readonly string[] Shared = ["hostNetwork", "hostPID", "hostIPC"];
    private static readonly string[] Probes = ["startupProbe", "livenessProbe", "readinessProbe"];

    /// <summary>The restricted standard, and no root user.</summary>
    public static IEnumerable<string> Restricted(Target target) =>
        target.Objects.Where(item => item.Pod is not null).SelectMany(item => PodFaults(item).Concat(item.Containers.SelectMany(ContainerFaults)).Select(fault => $"{item}: {fault}"));

    public static IEnumerable<string> ReadOnlyRoot(Target target) =>
        from item in target.Objects
        from container in item.Containers
        let writable = item.Pod.Items("volumes").Where(volume => volume.At("emptyDir") is not null).ToList()
        where container.Text("securityContext", "readOnlyRootFilesystem") != "true"
            || !container.Items("volumeMounts").Any(mount => mount.Text("mountPath") == "/tmp" && writable.Exists(volume => volume.Text("name") == mount.Text("name")))
            || writable.Exists(volume => volume.Text("emptyDir", "sizeLimit") is null)
        select $"{item}: the root must be read-only and /tmp an emptyDir with a limit";

    public static IEnumerable<string> NoToken(Target target) =>
        target.Objects.Where(item => item.Pod is not null && item.Pod.Text("automountServiceAccountToken") != "false")
            .Concat(target.OfKind("ServiceAccount").Where(item => item.Node.Text("automountServiceAccountToken") != "false"))
            .Select(item => $"{item} mounts a token");

    private static IEnumerable<string> PodFaults(KubernetesObject item)
    {
        YamlNode pod = item.Pod!;
        if (pod.Text("securityContext", "runAsNonRoot") != "true" || pod.Text("securityContext", "runAsUser") is null or "0")
        {
            yield return "may run as root";
        }

        if (pod.Text("securityContext", "seccompProfile", "type") != "RuntimeDefault")
        {
            yield return "has no seccomp profile";
        }

        if (pod.At("securityContext", "sysctls") is not null)
        {
            yield return "sets sysctls";
        }

        foreach (string shared in Shared.Where(key => pod.Text(key) == "true"))
        {
            yield return $"has {shared}";
        }

        foreach (YamlNode volume in pod.Items("volumes").Where(volume => !Volumes.Any(kind => volume.At(kind) is not null)))
        {
            yield return $"has the volume {volume.Text("name")} of another kind";
        }
    }

    private static IEnumerable<string> ContainerFaults(YamlNode container)
    {
        YamlNode? security = container.At("securityContext");
        if (security.Text("allowPrivilegeEscalation") != "false" || security.Text("privileged") == "true" || security.Text("procMount") is not (null or "Default"))
        {
            yield return "may escalate";
        }

        if (security.Text("runAsUser") == "0" || security.Text("runAsNonRoot") == "false")
        {
            yield return "may run as root";
        }

        if (!security.Texts("capabilities", "drop").SequenceEqual(["ALL"]) || security.Texts("capabilities", "add").Any(added => added != "NET_BIND_SERVICE"))
        {
            yield return "keeps capabilities";
        }

        if (container.Items("ports").Any(port => port.At("hostPort") is not null))
        {
            yield return "has a host port";
        }

        if (Probes.Any(probe => container.At(probe, "httpGet", "host") is not null))
        {
            yield return "probes another host";
        }
    }
}
