using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>The archive in a file, turned on and restored in a copy as the readme says.</summary>
public sealed class RestoreTests : IDisposable
{
    private readonly TreeCopy _copy = new("gitops");

    public RestoreTests()
    {
        _copy.Replace("gitops/overlays/prod/kustomization.yaml", "  - image\n", "  - ../../components/archive-sqlite\n  - image\n");
        _copy.Replace("gitops/overlays/prod/kustomization.yaml", "replicas:\n  - name: rainfall\n    count: 3\n", "");
    }

    [KustomizeFact("git")]
    public void One_pod_has_the_claim() => Assert.Equal("rainfall-archive", Assert.Single(Claims()));

    [KustomizeFact("git")]
    public void A_restored_claim_takes_the_place_of_the_other()
    {
        File.WriteAllText(_copy.PathOf("gitops/overlays/prod/restored.yaml"), """
            apiVersion: v1
            kind: PersistentVolumeClaim
            metadata:
              name: rainfall-restored
              annotations:
                kustomize.toolkit.fluxcd.io/prune: disabled
            spec:
              accessModes:
                - ReadWriteOnce
              dataSource:
                apiGroup: snapshot.storage.k8s.io
                kind: VolumeSnapshot
                name: rainfall-archive
              resources:
                requests:
                  storage: 5Gi
            """);
        _copy.Replace("gitops/overlays/prod/kustomization.yaml", "resources:\n", "resources:\n  - restored.yaml\n");
        File.AppendAllText(_copy.PathOf("gitops/overlays/prod/kustomization.yaml"), """
            patches:
              - target:
                  kind: Deployment
                  name: rainfall
                patch: |-
                  - op: replace
                    path: /spec/template/spec/volumes/0/persistentVolumeClaim/claimName
                    value: rainfall-restored

            """);

        Assert.Equal("rainfall-restored", Assert.Single(Claims()));
    }

    [KustomizeFact("git")]
    public void R47_reports_the_overlays_own_three_replicas()
    {
        File.AppendAllText(_copy.PathOf("gitops/overlays/prod/kustomization.yaml"), "replicas:\n  - name: rainfall\n    count: 3\n");

        Assert.NotEmpty(RuleBook.All["R47"](new Tree(_copy.Root, "copy").Prod));
    }

    public void Dispose() => _copy.Dispose();

    /// <summary>The claims of the site's pods, in an overlay that keeps every rule.</summary>
    private IEnumerable<string> Claims()
    {
        Target prod = new Tree(_copy.Root, "copy").Prod;
        Assert.Empty(RuleBook.All.SelectMany(rule => rule.Value(prod)));
        return ArchiveRules.Claims(prod.OfKind("Deployment").Single(item => item.Name == "rainfall"));
    }
}
