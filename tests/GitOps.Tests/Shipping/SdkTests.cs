namespace GitOps.Tests.Shipping;

/// <summary>The scripts that find a newer SDK and move everything that names one.</summary>
public sealed class SdkTests : IAsyncLifetime
{
    private const string Dockerfile = "samples/RainfallSite/Dockerfile";
    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_clone, Dockerfile))!);
        File.Copy(Repository.PathOf(Dockerfile), Path.Combine(_clone, Dockerfile));
        // A registry whose manifests are their own names.
        await _deployments.ProgramAsync("skopeo", "printf '%s' \"${@: -1}\"");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolTheory("git", "jq", "curl")]
    [InlineData("""{"channel-version": "10.0", "latest-release": "10.0.13", "latest-runtime": "10.0.13", "latest-sdk": "10.0.402", "releases": [{"sdk": {"version": "10.0.402"}}]}""", 0, "10.0.402 10.0.13")]
    [InlineData("""{"latest-runtime": "10.0.13"}""", 5, "")]
    [InlineData("""{"latest-runtime": "10.0.13", "latest-sdk": "11.0.100-rc.1"}""", 4, "")]
    [InlineData("<html>maintenance</html>", 5, "")]
    public async Task The_newest_SDK_is_named_with_its_runtime_or_not_at_all(string releases, int code, string newest)
    {
        string folder = Directory.CreateDirectory(_deployments.PathOf("releases/10.0")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "releases.json"), releases);
        _deployments.Environment["DOTNET_RELEASES"] = "file://" + _deployments.PathOf("releases");

        (int ended, string said) = await _deployments.RunAsync(_clone, "scripts/sdk/newest.sh");

        Assert.Equal(code == 0, ended == 0);
        Assert.Equal(newest, code == 0 ? said.Trim() : "");
    }

    [ToolTheory("git", "skopeo")]
    [InlineData("10.0.402", 0, "restored --force-evaluate")]
    [InlineData("10.0.401", 1, "install the SDK 10.0.402 and run: dotnet restore --force-evaluate")]
    public async Task Everything_that_names_the_SDK_moves_together(string installed, int code, string last)
    {
        await _deployments.ProgramAsync("dotnet", $"[ \"$1\" = restore ] && echo restored \"$2\" || echo {installed}");
        string pinned = (await _deployments.RunAsync(_clone, "scripts/sdk/pinned.sh")).Output.Trim();

        (int ended, string said) = await _deployments.RunAsync(_clone, "scripts/sdk/move.sh", "10.0.402", "10.0.13");

        Assert.Equal(code, ended);
        Assert.EndsWith(last + "\n", said, StringComparison.Ordinal);
        Assert.Equal("10.0.402", (await _deployments.RunAsync(_clone, "scripts/sdk/pinned.sh")).Output.Trim());
        string[] files = [Path.Combine(_clone, "global.json"), Path.Combine(_clone, Dockerfile), .. Directory.GetFiles(Path.Combine(_clone, ".github/workflows"))];
        Assert.All(files, file => Assert.DoesNotContain(pinned, File.ReadAllText(file), StringComparison.Ordinal));
        string dockerfile = await File.ReadAllTextAsync(Path.Combine(_clone, Dockerfile));
        Assert.All(["mcr.microsoft.com/dotnet/sdk:10.0.402-noble", "mcr.microsoft.com/dotnet/aspnet:10.0.13-noble-chiseled-extra"], name =>
            Assert.Contains($"{name}@sha256:{DigestOf("docker://" + name)}", dockerfile, StringComparison.Ordinal));
    }

    [ToolTheory("git")]
    [InlineData("10.0.402 10.0.13", "10.0.13")]
    [InlineData("10.0.402", "13|x")]
    public async Task What_is_not_a_version_moves_nothing(string sdk, string runtime)
    {
        (int code, string said) = await _deployments.RunAsync(_clone, "scripts/sdk/move.sh", sdk, runtime);

        Assert.Equal(1, code);
        Assert.Contains("is not a version such as", said, StringComparison.Ordinal);
        Assert.Empty(await _deployments.GitAsync(_clone, "diff", "--name-only"));
    }

    private static string DigestOf(string manifest) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(manifest)));
}
