namespace GitOps.Tests.Shipping;

/// <summary>The scripts that prepare the commit of a release and print its notes.</summary>
public sealed class PrepareTests : IAsyncLifetime
{
    private const string Script = "scripts/package/prepare.sh";
    private const string Shipped = "lib/Lcra.Hydromet/PublicAPI.Shipped.txt";
    private const string Unshipped = "lib/Lcra.Hydromet/PublicAPI.Unshipped.txt";

    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
        foreach (string file in (string[])["CITATION.cff", "lib/Directory.Build.props", Script, "scripts/package/notes.sh"])
        {
            string copy = Path.Combine(_clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Repository.PathOf(file), copy, overwrite: true);
        }

        Directory.CreateDirectory(Path.Combine(_clone, "lib/Lcra.Hydromet"));
        await WriteAsync("CHANGELOG.md", "# Changelog", "", "## Unreleased", "", "- Rain is counted.", "", "## 0.9.0 (2026-01-01)", "", "- Older.");
        await WriteAsync(Shipped, "#nullable enable", "A", "C");
        await WriteAsync(Unshipped, "#nullable enable", "*REMOVED*C", "B");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolFact("git")]
    public async Task A_release_gets_its_notes_version_and_public_members()
    {
        await _deployments.GitAsync(_clone, "tag", "v0.9.0");

        (int code, string said) = await _deployments.RunAsync(_clone, Script, "1.0.0");

        Assert.True(code == 0, said);
        Assert.Equal("- Rain is counted.\n", (await _deployments.RunAsync(_clone, "scripts/package/notes.sh", "v1.0.0")).Output);
        Assert.Contains("\nversion: 1.0.0\ndate-released: ", await ReadAsync("CITATION.cff"), StringComparison.Ordinal);
        Assert.Equal("#nullable enable\nA\nB\n", await ReadAsync(Shipped));
        Assert.Equal("#nullable enable\n", await ReadAsync(Unshipped));
        Assert.Contains("<PackageValidationBaselineVersion>0.9.0<", await ReadAsync("lib/Directory.Build.props"), StringComparison.Ordinal);
    }

    [ToolTheory("git")]
    [InlineData("0.9.0", 1, "CHANGELOG.md has 0.9.0 already")]
    [InlineData("1.0", 2, "it takes a version, such as 1.2.3")]
    public async Task What_cannot_be_released_is_refused(string version, int code, string reason)
    {
        (int ended, string said) = await _deployments.RunAsync(_clone, Script, version);

        Assert.Equal(code, ended);
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [ToolTheory("git")]
    [InlineData("1.0.0-rc.1", 0, "- Rain is counted.")]
    [InlineData("1.0.0", 1, "notes: CHANGELOG.md says nothing under '## 1.0.0'; run scripts/package/prepare.sh 1.0.0 and commit")]
    public async Task The_notes_of_a_preview_are_what_is_unreleased_and_a_release_has_its_own(string version, int code, string notes)
    {
        (int ended, string said) = await _deployments.RunAsync(_clone, "scripts/package/notes.sh", version);

        Assert.Equal((code, notes), (ended, said.Trim()));
    }

    private Task WriteAsync(string file, params string[] lines) => File.WriteAllTextAsync(Path.Combine(_clone, file), string.Join('\n', lines) + "\n");

    private Task<string> ReadAsync(string file) => File.ReadAllTextAsync(Path.Combine(_clone, file));
}
