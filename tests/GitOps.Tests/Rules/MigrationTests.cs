using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>The archive in PostgreSQL, turned on in a copy as the readme says: a secret, a line in the overlay, a line in the cluster.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly TreeCopy _copy = new("gitops");

    public MigrationTests()
    {
        File.WriteAllText(_copy.PathOf("gitops/jobs/prod/database.sops.env"), Combinations.Encrypted);
        _copy.Replace("gitops/overlays/prod/kustomization.yaml", "  - image\n", "  - ../../components/archive\n  - image\n");
        _copy.Replace("gitops/clusters/prod/kustomization.yaml", "  # - migrate\n", "  - migrate\n");
    }

    [KustomizeFact("git")]
    public void The_site_waits_for_the_migration_and_both_read_one_secret()
    {
        Tree tree = new(_copy.Root, "copy");
        Target migration = new(tree, "gitops/jobs/prod", "prod");

        Assert.Empty(RuleBook.All.SelectMany(rule => new[] { tree.Prod, tree.ProdCluster, migration }.SelectMany(rule.Value)));
        Assert.Empty(FluxRules.OneOwner([tree.Prod, migration]));
        KubernetesObject site = Assert.Single(tree.ProdCluster.OfKind("Kustomization"), item => item.Name == "rainfall-prod");
        Assert.Equal("rainfall-prod-migrate", Assert.Single(site.Node.Items("spec", "dependsOn")).Text("name"));
        Assert.Equal(["CronJob rainfall-sync", "Deployment rainfall"], Readers(tree.Prod, "rainfall-database"));
        Assert.Equal(["Job rainfall-migrate"], Readers(migration, "rainfall-database"));
        Assert.Equal("disabled", Assert.Single(migration.OfKind("Secret")).Node.Text("metadata", "annotations", "kustomize.toolkit.fluxcd.io/prune"));
    }

    [KustomizeFact("git")]
    public void A_secret_by_a_new_name_is_read_by_all()
    {
        _copy.Replace("gitops/jobs/prod/kustomization.yaml", "- name: rainfall-database\n", "- name: rainfall-database-2\n");
        File.AppendAllText(_copy.PathOf("gitops/overlays/prod/rainfall.env"), "ARCHIVE_DATABASE=rainfall-database-2\n");
        Tree tree = new(_copy.Root, "copy");

        Assert.Empty(RuleBook.All["R10"](tree.Prod));
        Assert.Equal(["CronJob rainfall-sync", "Deployment rainfall"], Readers(tree.Prod, "rainfall-database-2"));
        Assert.Equal(["Job rainfall-migrate"], Readers(new Target(tree, "gitops/jobs/prod", "prod"), "rainfall-database-2"));
    }

    [KustomizeFact("git")]
    public void R10_reports_a_site_that_still_reads_the_old_name()
    {
        _copy.Replace("gitops/jobs/prod/kustomization.yaml", "- name: rainfall-database\n", "- name: rainfall-database-2\n");

        Assert.NotEmpty(RuleBook.All["R10"](new Tree(_copy.Root, "copy").Prod));
    }

    [KustomizeTheory]
    [InlineData("gitops/clusters/prod/kustomization.yaml", "  - migrate\n", "")]
    [InlineData("gitops/clusters/prod/migrate/kustomization.yaml", "- name: rainfall-prod-migrate", "- name: another")]
    public void R49_reports_a_site_that_does_not_wait(string file, string there, string instead)
    {
        _copy.Replace(file, there, instead);

        Assert.NotEmpty(RuleBook.All["R49"](new Tree(_copy.Root, "copy").Prod));
    }

    [KustomizeFact("git")]
    public void R38_reports_a_migration_that_runs_before_there_is_an_image()
    {
        _copy.Replace("gitops/overlays/prod/image/kustomization.yaml", "rainfall-prod(-migrate)?", "rainfall-prod");

        Assert.Contains("rainfall-prod-migrate", Assert.Single(RuleBook.All["R38"](new Tree(_copy.Root, "copy").ProdCluster)), StringComparison.Ordinal);
    }

    public void Dispose() => _copy.Dispose();

    private static IEnumerable<string> Readers(Target target, string secret) => target.Objects
        .Where(item => item.Containers.Any(container => container.Items("envFrom").Any(source => source.Text("secretRef", "name") == secret)))
        .Select(item => item.ToString())
        .Order(StringComparer.Ordinal);
}
