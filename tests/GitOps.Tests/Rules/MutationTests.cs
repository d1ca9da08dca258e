using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>Small changes of what is rendered: each rule must see the ones that it is there for.</summary>
public sealed class MutationTests
{
    private static readonly Target Sample = new(Trees.Checkout, "tests/GitOps.Tests/Samples/prod", "prod");

    [KustomizeTheory]
    [InlineData("R3", "policy/v1\n", "policy/v1beta1\n")]
    [InlineData("R4", "namespace: rainfall-prod", "namespace: default")]
    [InlineData("R4", "kind: ServiceAccount", "kind: ClusterRole")]
    [InlineData("R5", "name: feed-cache\n  namespace", "name: rainfall\n  namespace")]
    [InlineData("R6", ":1.2.3@sha256", ":latest@sha256")]
    [InlineData("R6", "nginx-unprivileged:1.29.5-alpine@", "nginx-unprivileged@")]
    [InlineData("R9", "immutable: true", "immutable: false")]
    [InlineData("R9", "kustomize.toolkit.fluxcd.io/prune: disabled", "kustomize.toolkit.fluxcd.io/prune: enabled")]
    [InlineData("R9", "Hydromet__Source:", "Hydromet__Sauce:")]
    [InlineData("R9", "Hydromet__Source:", "Database__Password:")]
    [InlineData("R10", "optional: true", "optional: false")]
    [InlineData("R10", "configMapRef:\n            name: rainfall-config-", "configMapRef:\n            name: another-config-")]
    [InlineData("R10", "serviceAccountName: feed-cache", "serviceAccountName: nobody")]
    [InlineData("R10", "app.kubernetes.io/component: site\n  un", "app.kubernetes.io/component: web\n  un")]
    [InlineData("R10", "            port:\n              name: http", "            port:\n              name: https")]
    [InlineData("R11", "runAsNonRoot: true", "runAsNonRoot: false")]
    [InlineData("R11", "runAsUser: 1654", "runAsUser: 0")]
    [InlineData("R11", "type: RuntimeDefault", "type: Unconfined")]
    [InlineData("R11", "allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true")]
    [InlineData("R11", "- ALL", "- NET_RAW")]
    [InlineData("R11", "enableServiceLinks: false", "hostNetwork: true")]
    [InlineData("R11", "- containerPort: 8080", "- hostPort: 80\n          containerPort: 8080")]
    [InlineData("R12", "readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false")]
    [InlineData("R12", "sizeLimit: 16Mi", "other: 16Mi")]
    [InlineData("R12", "mountPath: /tmp", "mountPath: /app")]
    [InlineData("R13", "automountServiceAccountToken: false", "automountServiceAccountToken: true")]
    [InlineData("R14", "value: localhost", "value: elsewhere")]
    [InlineData("R14", "path: /readyz", "path: /healthz")]
    [InlineData("R14", ";localhost", ";elsewhere")]
    [InlineData("R15", "terminationGracePeriodSeconds: 45", "terminationGracePeriodSeconds: 30")]
    [InlineData("R15", "preStop:", "postStart:")]
    [InlineData("R16", "maxUnavailable: 0", "maxUnavailable: 1")]
    [InlineData("R16", "minReadySeconds: 5", "minReadySeconds: 0")]
    [InlineData("R16", "progressDeadlineSeconds: 180", "progressDeadlineSeconds: 600")]
    [InlineData("R17", "memory: 256Mi", "memory: 4Gi")]
    [InlineData("R17", "cpu: 50m", "gpu: 50m")]
    [InlineData("R18", "replicas: 3", "replicas: 2")]
    [InlineData("R18", "maxUnavailable: 1", "maxUnavailable: 2")]
    [InlineData("R18", "topologySpreadConstraints", "tolerations")]
    [InlineData("R20", "podSelector: {}", "podSelector: {matchLabels: {app.kubernetes.io/name: rainfall}}")]
    [InlineData("R20", "port: 53", "port: 54")]
    [InlineData("R20", "- 172.16.0.0/12\n", "\n")]
    [InlineData("R20", "    - podSelector:\n        matchLabels:\n          app.kubernetes.io/name: feed-cache", "    - ipBlock: {cidr: 0.0.0.0/0}")]
    [InlineData("R21", "matchLabels:\n      app.kubernetes.io/name: rainfall", "matchLabels:\n      app.kubernetes.io/instance: rainfall-prod")]
    [InlineData("R21", "matchLabels:\n      app.kubernetes.io/name: rainfall", "matchLabels:\n      app.kubernetes.io/component: site\n      app.kubernetes.io/name: rainfall")]
    [InlineData("R22", "- host: rainfall.example.org", "- host: other.example.org")]
    [InlineData("R22", "AllowedHosts: rainfall.example.org", "AllowedHosts: other.example.org")]
    [InlineData("R22", "ingressClassName", "className")]
    [InlineData("R22", "cert-manager.io/cluster-issuer", "nginx.ingress.kubernetes.io/rewrite-target")]
    [InlineData("R6", "ghcr.io/me/site", "ghcr.io/Me/Site")]
    [InlineData("R6", "ghcr.io/me/site:1.2.3@sha256:aaaaaaaa", "ghcr.io/OWNER/REPO:1.2.3@sha256:aaaaaaaa")]
    [InlineData("R9", "NAMESPACE: rainfall-prod", "NAMESPACE: rainfall-dev")]
    [InlineData("R20", "- ipBlock:\n        cidr: 169.254.20.10/32\n", "\n")]
    [InlineData("R20", "cidr: 169.254.20.10/32", "cidr: 10.0.0.0/8")]
    [InlineData("R22", "rainfall.example.org", "Rainfall.example.org")]
    [InlineData("R22", "rainfall.example.org", "rainfall.example.org:8443")]
    [InlineData("R22", "rainfall.example.org", "192.0.2.7")]
    [InlineData("R37", "kubernetes.io/metadata.name: traefik", "kubernetes.io/metadata.name: ingress.invalid")]
    [InlineData("R37", "host: rainfall.example.org", "host: rainfall.invalid")]
    [InlineData("R40", "- pod-template-hash", "- app.kubernetes.io/component")]
    [InlineData("R40", "labelSelector:\n          matchLabels:\n            app.kubernetes.io/component: site", "labelSelector:\n          matchLabels:\n            app.kubernetes.io/name: rainfall")]
    [InlineData("R41", "DOTNET_GCHeapHardLimitPercent: \"32\"", "DOTNET_GCHeapHardLimitPercent: \"4B\"")]
    [InlineData("R41", "DOTNET_GCHeapHardLimitPercent", "DOTNET_GCHeapHardLimit")]
    [InlineData("R41", "DOTNET_gcServer: \"0\"", "DOTNET_gcServer: \"1\"")]
    [InlineData("R41", "sizeLimit: 16Mi", "sizeLimit: 64Mi")]
    [InlineData("R41", "memory: 256Mi", "memory: 192Mi")]
    [InlineData("R23", "RequestsPerMinute: \"120\"", "RequestsPerMinute: ${LIMIT}")]
    public void A_changed_overlay_is_reported_by_the_rule(string rule, string there, string instead) => Reports(Sample, rule, there, instead);

    [KustomizeTheory]
    [InlineData("R27", "prune: true", "prune: false")]
    [InlineData("R27", "wait: true", "wait: false")]
    [InlineData("R27", "timeout: 5m", "targetNamespace: x")]
    [InlineData("R27", "serviceAccountName", "accountName")]
    [InlineData("R27", "overlays/prod", "overlays/dev")]
    [InlineData("R27", "overlays/prod", "clusters/prod")]
    [InlineData("R27", "name: flux-system\n", "name: another\n")]
    [InlineData("R27", "interval: 10m", "interval: 30m")]
    [InlineData("R43", "kind: HTTPRoute", "kind: Route")]
    [InlineData("R43", "'ResolvedRefs'", "'Programmed'")]
    [InlineData("R43", "kind: Canary", "kind: Parrot")]
    [InlineData("R43", "inProgress: ", "progress: ")]
    [InlineData("R28", "enforce: restricted", "enforce: baseline")]
    [InlineData("R28", "warn: restricted", "warn: privileged")]
    public void A_changed_cluster_is_reported_by_the_rule(string rule, string there, string instead) => Reports(Trees.Checkout.ProdCluster, rule, there, instead);

    [KustomizeTheory]
    [InlineData("gateway", "R10", "      port: 80\n", "      port: 81\n")]
    [InlineData("autoscaling", "R10", "kind: Deployment\n    name: rainfall", "kind: Deployment\n    name: another")]
    [InlineData("autoscaling", "R17", "maxReplicas: 10", "maxReplicas: 100")]
    [InlineData("autoscaling", "R19", "  revisionHistoryLimit: 3", "  replicas: 3")]
    [InlineData("canary", "R10", "kind: Deployment\n    name: rainfall", "kind: Deployment\n    name: another")]
    [InlineData("canary", "R42", "minReplicas: 3", "minReplicas: 1")]
    [InlineData("canary", "R42", "autoscalerRef", "scalerRef")]
    [InlineData("canary", "R42", "app.kubernetes.io/component: site\n  un", "app.kubernetes.io/name: rainfall\n  un")]
    [InlineData("canary", "R42", "rainfall-canary.rainfall-prod.svc", "rainfall-canary")]
    [InlineData("canary", "R42", "kubernetes.io/metadata.name: flagger-system", "kubernetes.io/metadata.name: flagger")]
    [InlineData("monitoring", "R20", "cidr: ::/0", "cidr: fc00::/7")]
    [InlineData("monitoring", "R20", "- fc00::/7\n", "\n")]
    [InlineData("canary", "R19", "  revisionHistoryLimit: 3", "  replicas: 3")]
    [InlineData("monitoring", "R51", "hydromet_feed_age_seconds", "hydromet_feed_age")]
    [InlineData("monitoring", "R51", "kube_cronjob_status_last_successful_time", "kube_cronjob_status_success")]
    [InlineData("monitoring", "R51", "job=\"rainfall-prod\"", "job=\"rainfall-dev\"")]
    [InlineData("monitoring", "R51", "OTEL_SERVICE_NAME: rainfall-prod", "OTEL_SERVICE_NAME: site")]
    [InlineData("monitoring", "R51", "cronjob=\"rainfall-sync\"", "cronjob=\"sync\"")]
    [InlineData("monitoring", "R51", "persistentvolumeclaim=\"rainfall-archive\"", "persistentvolumeclaim=\"archive\"")]
    [InlineData("archive-sqlite", "R9", "Data Source=/data/rain.db", "Host=database;Password=correct-horse")]
    [InlineData("archive-sqlite", "R10", "claimName: rainfall-archive", "claimName: another")]
    [InlineData("archive-sqlite", "R16", "type: Recreate", "type: RollingUpdate")]
    [InlineData("archive-sqlite", "R16", "persistentVolumeClaim:\n          claimName: rainfall-archive", "emptyDir: {}")]
    [InlineData("archive-sqlite", "R17", "storage: 5Gi", "storage: 11Gi")]
    [InlineData("archive-sqlite", "R47", "type: Recreate", "type: RollingUpdate")]
    [InlineData("archive-sqlite", "R47", "replicas: 1", "replicas: 2")]
    [InlineData("archive-sqlite", "R47", "Data Source=/data/", "Data Source=/tmp/")]
    [InlineData("archive-sqlite", "R47", "Archive__Provider: Sqlite", "Archive__Provider: PostgreSql")]
    [InlineData("archive-sqlite", "R47", "kind: PodDisruptionBudget", "kind: HorizontalPodAutoscaler")]
    [InlineData("archive-sqlite", "R47", "kustomize.toolkit.fluxcd.io/prune: disabled\n  labels:\n    app.kubernetes.io/part-of: rainfall\n  name: rainfall-archive", "a: b\n  name: rainfall-archive")]
    [InlineData("archive", "R10", "secretRef:\n            name: rainfall-database", "secretRef:\n            name: rainfall-database-2")]
    [InlineData("archive", "R11", "                - ALL", "                - NET_RAW")]
    [InlineData("archive", "R12", "              readOnlyRootFilesystem: true", "              readOnlyRootFilesystem: false")]
    [InlineData("archive", "R20", "port: 5432", "port: 5433")]
    [InlineData("archive", "R20", "port: 5432", "port: 5432\n      protocol: TCP\n    - port: 443")]
    [InlineData("archive", "R20", "cidr: 192.168.0.0/16", "cidr: 0.0.0.0/0")]
    [InlineData("archive", "R20", "cidr: fc00::/7", "cidr: ::/0")]
    [InlineData("archive", "R47", "Archive__Provider: PostgreSql", "Archive__Fill: \"true\"")]
    [InlineData("archive", "R48", "concurrencyPolicy: Forbid", "concurrencyPolicy: Allow")]
    [InlineData("archive", "R48", "failedJobsHistoryLimit", "finishedJobsHistoryLimit")]
    [InlineData("archive", "R48", "activeDeadlineSeconds", "deadlineSeconds")]
    [InlineData("archive+feed-cache", "R20", "name: feed-cache\n  namespace", "name: rainfall-sync-to-lcra\n  namespace")]
    [InlineData("jobs-prod", "R10", "secretRef:\n            name: rainfall-database", "secretRef:\n            name: DATABASE")]
    [InlineData("jobs-prod", "R20", "app.kubernetes.io/component: migrate", "app.kubernetes.io/component: other")]
    [InlineData("jobs-prod", "R25", "Archive__ConnectionString: RU5D", "Archive__ConnectionString: SG9z")]
    [InlineData("jobs-prod", "R48", "backoffLimit", "limit")]
    [InlineData("clusters-prod+migrate", "R27", "force: true", "force: false")]
    [InlineData("clusters-prod+migrate", "R27", "provider: sops", "provider: none")]
    [InlineData("clusters-prod+migrate", "R27", "gitops/jobs/prod", "gitops/jobs/dev")]
    public void A_changed_option_is_reported_by_the_rule(string component, string rule, string there, string instead) =>
        Reports(Trees.Checkout.Combinations.Single(target => Path.GetFileName(target.Folder) == component), rule, there, instead);

    /// <summary>With it 0 of 96,910 requests were lost on a node, without it 11 of 12,024.</summary>
    [KustomizeTheory]
    [InlineData("rainfall")]
    [InlineData("feed-cache")]
    public void R15_reports_each_Deployment_that_stops_without_a_pause(string name)
    {
        string[] parts = [.. Sample.Render.Output.Split("\n---\n").Select(part =>
            part.Contains("kind: Deployment\n", StringComparison.Ordinal) && part.Contains($"\n  name: {name}\n", StringComparison.Ordinal) ? part.Replace("preStop:", "postStart:", StringComparison.Ordinal) : part)];

        Assert.Contains($"Deployment {name} ", Assert.Single(RuleBook.All["R15"](Sample.With(new CommandResult(0, string.Join("\n---\n", parts), "")))), StringComparison.Ordinal);
    }

    [KustomizeFact]
    public void R38_reports_an_environment_that_is_suspended_although_it_has_an_image() =>
        Reports(Trees.LivedIn.ProdCluster, "R38", "  prune: true", "  prune: true\n  suspend: true");

    [KustomizeFact("git")]
    public void R38_reports_an_environment_that_would_run_a_digest_that_no_image_has()
    {
        using TreeCopy copy = new("gitops");
        copy.Replace("gitops/overlays/prod/image/kustomization.yaml", "\"value\": true", "\"value\": false");

        Assert.NotEmpty(RuleBook.All["R38"](new Tree(copy.Root, "copy").ProdCluster));
    }

    [Fact]
    public void R1_reports_a_warning_of_kustomize() =>
        Assert.NotEmpty(RuleBook.All["R1"](new Target(Trees.Checkout, "nowhere", "prod").With(new CommandResult(0, "", "# Warning: deprecated"))));

    private static void Reports(Target target, string rule, string there, string instead)
    {
        string changed = target.Render.Output.Replace(there, instead, StringComparison.Ordinal);

        Assert.NotEqual(target.Render.Output, changed);
        Assert.Empty(RuleBook.All[rule](target));
        Assert.NotEmpty(RuleBook.All[rule](target.With(new CommandResult(0, changed, ""))));
    }
}
