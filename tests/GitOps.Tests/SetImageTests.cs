using GitOps.Tests.Rendering;

namespace GitOps.Tests;

/// <summary>R33: the script that writes which image runs.</summary>
public sealed class SetImageTests : IDisposable
{
    private const string Digest = "@sha256:abababababababababababababababababababababababababababababababab";
    private const string Other = "@sha256:cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcd";

    private readonly string _root = Directory.CreateTempSubdirectory("set-image-").FullName;

    public SetImageTests()
    {
        foreach (string file in new[] { "scripts/gitops/set-image.sh", "gitops/overlays/dev/image/kustomization.yaml", "gitops/overlays/prod/image/kustomization.yaml" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, file))!);
            File.Copy(Repository.PathOf(file), Path.Combine(_root, file));
        }

        foreach ((string environment, string tag) in new[] { ("dev", "main-12-1234567"), ("prod", "1.10.0") })
        {
            File.WriteAllText(
                FileOf(environment),
                $"# Written by scripts/gitops/set-image.sh; do not edit.\napiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nimages:\n- digest: {Digest[1..]}\n  name: rainfall\n  newName: ghcr.io/o/r\n  newTag: {tag}\n");
        }

        Git("init", "-q");
        Commit();
    }

    [ToolTheory("bash", "git")]
    [InlineData("dev", "ghcr.io/o/r:latest" + Digest, "does not say what is deployed")]
    [InlineData("dev", "ghcr.io/o/r:main-13-1234567", "has no digest")]
    [InlineData("dev", "ghcr.io/o/r:main-13-1234567@sha256:12", "64 hexadecimal digits")]
    [InlineData("stage", "ghcr.io/o/r:main-13-1234567" + Digest, "no environment 'stage'")]
    [InlineData("dev", "ghcr.io/o/r:main-9-1234567" + Digest, "run 9 is older than run 12")]
    [InlineData("dev", "ghcr.io/o/other:main-13-1234567" + Digest, "runs 'ghcr.io/o/r'")]
    [InlineData("prod", "ghcr.io/o/r:1.9.3" + Digest, "1.9.3 is older than 1.10.0")]
    [InlineData("prod", "ghcr.io/o/r:1.10.0" + Other, "a release does not change")]
    [InlineData("prod", "ghcr.io/o/r:main-13-1234567" + Digest, "no tag for prod")]
    public void R33_it_refuses_says_why_and_changes_nothing(string environment, string image, string reason)
    {
        CommandResult result = Set(environment, image);

        Assert.Equal(1, result.ExitCode);
        Assert.Contains(reason, result.Errors, StringComparison.Ordinal);
        Assert.Empty(Git("status", "--porcelain"));
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
    public void R33_it_changes_the_tag_and_the_digest_only_and_twice_is_once()
    {
        Assert.Equal(0, Set("dev", "ghcr.io/o/r:main-100-1234567" + Other).ExitCode);
        Assert.Equal(0, Set("dev", "ghcr.io/o/r:main-100-1234567" + Other).ExitCode);

        Assert.Equal("2\t2\tgitops/overlays/dev/image/kustomization.yaml", Git("diff", "--numstat").Trim());
    }

    [ToolFact("bash", "git")]
    public void R33_it_rolls_prod_back_when_told_to()
    {
        Assert.Equal(0, Set("--allow-older", "prod", "ghcr.io/o/r:1.9.3" + Other).ExitCode);
        Assert.Contains("newTag: 1.9.3", File.ReadAllText(FileOf("prod")), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string FileOf(string environment) => Path.Combine(_root, "gitops/overlays", environment, "image/kustomization.yaml");

    private CommandResult Set(params string[] arguments) => Command.Run(_root, "bash", ["scripts/gitops/set-image.sh", .. arguments]);

    private void Commit()
    {
        Git("add", "-A");
        Git("-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgsign=false", "commit", "-q", "-m", "start");
    }

    private string Git(params string[] arguments)
    {
        CommandResult result = Command.Run(_root, "git", arguments);
        Assert.True(result.ExitCode == 0, result.Errors);
        return result.Output;
    }
}
