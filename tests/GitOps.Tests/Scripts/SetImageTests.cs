using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Scripts;

/// <summary>R33: the script that writes which image runs.</summary>
public sealed class SetImageTests : IDisposable
{
    private const string Digest = "@sha256:abababababababababababababababababababababababababababababababab";
    private const string Other = "@sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd";

    private static readonly string NoImage = "@sha256:" + new string('0', 64);

    private readonly TreeCopy _tree = new("gitops/overlays", "scripts/gitops");

    public SetImageTests()
    {
        Write("dev", "ghcr.io/o/r", "main-12-1234567", Digest);
        Write("prod", "ghcr.io/o/r", "1.10.0", Digest);
        _tree.Commit();
    }

    [ToolTheory("bash", "git")]
    [InlineData("dev", "ghcr.io/o/r:latest" + Digest, "does not say what is deployed")]
    [InlineData("dev", "ghcr.io/o/r:main-13-1234567", "has no digest")]
    [InlineData("dev", "ghcr.io/o/r:main-13-1234567@sha256:12", "64 hexadecimal digits")]
    [InlineData("stage", "ghcr.io/o/r:main-13-1234567" + Digest, "no environment 'stage'")]
    [InlineData("dev", "ghcr.io/o/r:main-9-1234567" + Digest, "run 9 is older than run 12, which dev has. Did the run numbers begin anew")]
    [InlineData("dev", "ghcr.io/o/other:main-13-1234567" + Digest, "dev runs 'ghcr.io/o/r', not 'ghcr.io/o/other'. Was the repository renamed?")]
    [InlineData("prod", "ghcr.io/o/r:1.9.3" + Digest, "1.9.3 is older than 1.10.0")]
    [InlineData("prod", "ghcr.io/o/r:1.10.0" + Other, "a release does not change")]
    [InlineData("prod", "ghcr.io/o/r:main-13-1234567" + Digest, "is not a tag for prod; use <major>")]
    public void R33_it_refuses_says_why_and_changes_nothing(string environment, string image, string reason)
    {
        CommandResult result = Set(environment, image);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
        Assert.Empty(_tree.Git("status", "--porcelain"));
    }

    [ToolFact("bash", "git")]
    public void R33_it_refuses_a_file_that_somebody_is_changing()
    {
        File.AppendAllText(FileOf("dev"), "# mine\n");
        string before = File.ReadAllText(FileOf("dev"));

        Assert.Contains("not committed", Set("dev", "ghcr.io/o/r:main-13-1234567" + Digest).Errors, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(FileOf("dev")));
    }

    [ToolFact("bash", "git")]
    public void R33_it_leaves_a_file_alone_that_Flux_writes()
    {
        string marked = File.ReadAllText(FileOf("dev")).Replace("1234567\n", "1234567 # {\"$imagepolicy\": \"flux-system:rainfall-dev:tag\"}\n", StringComparison.Ordinal);
        File.WriteAllText(FileOf("dev"), marked);
        _tree.Commit();

        Assert.Contains("markers of Flux's image automation", Set("dev", "ghcr.io/o/r:main-13-1234567" + Digest).Errors, StringComparison.Ordinal);
        Assert.Equal(marked, File.ReadAllText(FileOf("dev")));
    }

    [ToolFact("bash", "git")]
    public void R33_a_renamed_repository_is_written_once_for_each_environment()
    {
        Assert.Equal(0, Set("--rename", "dev", "ghcr.io/o/new:main-13-1234567" + Other).ExitCode);
        _tree.Commit();

        Assert.Equal(0, Set("dev", "ghcr.io/o/new:main-14-1234567" + Digest).ExitCode);
        Assert.Contains("prod runs 'ghcr.io/o/r'", Set("prod", "ghcr.io/o/new:1.11.0" + Other).Errors, StringComparison.Ordinal);
        Assert.Equal(0, Set("--rename", "prod", "ghcr.io/o/new:1.11.0" + Other).ExitCode);
    }

    [ToolFact("bash", "git")]
    public void R33_it_accepts_run_numbers_that_began_anew_when_told_to() =>
        Assert.Equal(0, Set("--allow-older", "dev", "ghcr.io/o/r:main-1-1234567" + Other).ExitCode);

    [ToolFact("bash", "git")]
    public void R33_it_changes_the_tag_and_the_digest_only_and_twice_is_once()
    {
        Assert.Equal(0, Set("dev", "ghcr.io/o/r:main-100-1234567" + Other).ExitCode);
        Assert.Equal(0, Set("dev", "ghcr.io/o/r:main-100-1234567" + Other).ExitCode);

        Assert.Equal("2\t2\tgitops/overlays/dev/image/kustomization.yaml", _tree.Git("diff", "--numstat").Trim());
    }

    [ToolFact("bash", "git")]
    public void R33_it_rolls_prod_back_when_told_to()
    {
        Assert.Equal(0, Set("--allow-older", "prod", "ghcr.io/o/r:1.9.3" + Other).ExitCode);
        Assert.Contains("newTag: 1.9.3", File.ReadAllText(FileOf("prod")), StringComparison.Ordinal);
    }

    /// <summary>Before the first image the name may be one that no registry accepts, and a patch suspends the environment; the rest is as the script writes it.</summary>
    [ToolTheory("bash", "git")]
    [InlineData("dev")]
    [InlineData("prod")]
    public void R7_the_committed_file_is_what_the_script_writes_to_the_byte(string environment)
    {
        string committed = File.ReadAllText(Repository.PathOf(NameOf(environment))).Replace("OWNER/REPO", "o/r", StringComparison.Ordinal).Split("patches:\n")[0];
        YamlNode image = Assert.Single(Yaml.Parse(committed).Single().Items("images"));
        Write("dev", "ghcr.io/o/another", "main-0-0000000", NoImage);
        Write("prod", "ghcr.io/o/another", "0.0.0", NoImage);
        _tree.Commit();

        CommandResult result = Set(environment, $"{image.Text("newName")}:{image.Text("newTag")}@{image.Text("digest")}");

        Assert.True(result.ExitCode == 0, result.Errors);
        Assert.Equal(committed, File.ReadAllText(FileOf(environment)));
    }

    public void Dispose() => _tree.Dispose();

    private static string NameOf(string environment) => $"gitops/overlays/{environment}/image/kustomization.yaml";

    private string FileOf(string environment) => _tree.PathOf(NameOf(environment));

    private void Write(string environment, string name, string tag, string digest) => File.WriteAllText(
        FileOf(environment),
        $"# Written by scripts/gitops/set-image.sh; do not edit.\napiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n- digest: {digest[1..]}\n  name: rainfall\n  newName: {name}\n  newTag: {tag}\n");

    private CommandResult Set(params string[] arguments) => _tree.Run("bash", ["scripts/gitops/set-image.sh", .. arguments]);
}
