using GitOps.Tests.Rendering;

namespace GitOps.Tests.Shipping;

/// <summary>A repository with a registry and releases in it, which the tests of a class share.</summary>
public sealed class Releases : IAsyncLifetime
{
    public const string Script = "scripts/gitops/promote.sh";

    private readonly RegistryServer _server = new();
    private string _clone = "";

    internal Deployments Deployments { get; } = new();

    internal LocalRegistry Registry { get; private set; } = null!;

    internal string Clone => _clone;

    /// <summary>Gets the image of release 1.1.0.</summary>
    internal string Digest { get; private set; } = "";

    private string SignatureLog => Deployments.PathOf("cosign.log");

    public async Task InitializeAsync()
    {
        await Deployments.InitializeAsync();
        if (Tool.WhyNotHere(["git", "skopeo", "docker-registry"]) is not null || Kustomize.WhyNotHere is not null)
        {
            return;
        }

        await _server.InitializeAsync();
        Registry = new(_server);
        _clone = await Deployments.CloneAsync("clone");
        Deployments.Environment["INSECURE_REGISTRY"] = "true";
        await SignaturesAreAsync("good");
        await Deployments.CiSaysAsync("completed success");
        Digest = await ReleaseAsync("1.1.0");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        await Deployments.DisposeAsync();
    }

    internal Task SignaturesAreAsync(string kind) =>
        Deployments.ProgramAsync("cosign", $"echo \"$*\" >> {SignatureLog}\n{(kind == "good" ? "exit 0" : "exit 1")}");

    internal Task<string[]> SignaturesAskedForAsync() => File.ReadAllLinesAsync(SignatureLog);

    /// <summary>Commits a change, gives its commit an image, then commits what was asked for on top and tags that.</summary>
    internal async Task<string> ReleaseAsync(string version, params string[] onTop)
    {
        string digest = "";
        await Deployments.GitAsync(_clone, "pull", "--quiet", "--rebase");
        foreach (string file in (string[])["Program.cs", .. onTop])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_clone, file))!);
            await File.WriteAllTextAsync(Path.Combine(_clone, file), $"// {version}\n");
            await Deployments.GitAsync(_clone, "add", file);
            await Deployments.GitAsync(_clone, "commit", "--quiet", "--message", $"{file} of {version}");
            if (digest.Length == 0)
            {
                digest = await Registry.PushAsync($"sha-{await Deployments.GitAsync(_clone, "rev-parse", "HEAD")}", version);
            }
        }

        await Deployments.GitAsync(_clone, "tag", $"v{version}");
        await Deployments.GitAsync(_clone, "push", "--quiet", "origin", "main", $"v{version}");
        return digest;
    }

    internal Task<(int Code, string Output)> TryPromoteAsync(string version, params string[] options) => Deployments.RunAsync(_clone, Script, [.. options, version, Registry.Name]);

    internal async Task<string> PromoteAsync(string version, params string[] options)
    {
        (int code, string said) = await TryPromoteAsync(version, options);
        Assert.True(code == 0, said);
        return said;
    }

    internal Task<string> MergeAsync() => Deployments.GitAsync(Deployments.Remote, "update-ref", "refs/heads/main", "refs/heads/promote/prod");

    internal async Task<bool> IsProposedAsync() => (await Deployments.GitAsync(Deployments.Remote, "branch")).Contains("promote/prod", StringComparison.Ordinal);
}
