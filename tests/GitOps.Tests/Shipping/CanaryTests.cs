namespace GitOps.Tests.Shipping;

/// <summary>What the nightly check tells, and what is told when it is quiet.</summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private readonly Deployments _deployments = new();
    private string _clone = "";

    public async Task InitializeAsync()
    {
        await _deployments.InitializeAsync();
        _clone = await _deployments.CloneAsync("clone");
    }

    public Task DisposeAsync() => _deployments.DisposeAsync();

    [ToolTheory("git", "jq")]
    [InlineData(true, 0, "10.0.401", 0, "")]
    [InlineData(true, 4, "10.0.401", 0, "issue create --title A feed of LCRA is not as expected")]
    [InlineData(true, 0, "10.0.402", 0, "issue create --title There is a newer .NET SDK")]
    [InlineData(false, 0, "10.0.402", 0, "")]
    [InlineData(false, 4, "10.0.401", 1, "")]
    [InlineData(true, 2, "10.0.401", 1, "")]
    public async Task Drift_opens_an_issue_or_fails_the_run_where_there_are_none(bool issues, int doctor, string newest, int code, string call)
    {
        string pinned = (await _deployments.RunAsync(_clone, "scripts/sdk/pinned.sh")).Output.Trim();
        string released = newest == "10.0.401" ? pinned : pinned + "9";
        await _deployments.ProgramAsync("dotnet", $"echo a finding; exit {doctor}");
        await _deployments.ProgramAsync("curl", $$"""echo '{"latest-sdk": "{{released}}", "latest-runtime": "10.0.99"}'""");
        await _deployments.ProgramAsync("gh", $"echo \"$@\" >> {_deployments.PathOf("calls")}; [ \"$1\" != repo ] || echo {(issues ? "true" : "false")}");

        (int ended, string said) = await _deployments.RunAsync(_clone, "scripts/canary/report.sh");

        Assert.Equal(code, ended);
        string calls = await File.ReadAllTextAsync(_deployments.PathOf("calls"));
        Assert.Equal(call.Length > 0, calls.Contains("issue create", StringComparison.Ordinal));
        Assert.Contains(call, calls, StringComparison.Ordinal);
        Assert.True(doctor == 2 || (await File.ReadAllTextAsync(Path.Combine(_clone, "artifacts/canary/report.md"))).Contains($"`scripts/sdk/move.sh {released} 10.0.99`", StringComparison.Ordinal), said);
        Assert.Equal(!issues && (doctor == 4 || released != pinned), said.Contains("::warning::", StringComparison.Ordinal));
    }

    [ToolTheory("git")]
    [InlineData("date -u +%Y-%m-%dT00:00:00Z", "")]
    [InlineData("echo 2026-01-02T11:23:00Z", "The canary last ran on 2026-01-02")]
    [InlineData("true", "The canary has never run")]
    [InlineData("exit 1", "are unavailable")]
    public async Task A_canary_that_is_quiet_for_a_week_is_told_to_who_pushes(string gh, string warning)
    {
        await _deployments.ProgramAsync("gh", gh);

        (int code, string said) = await _deployments.RunAsync(_clone, "scripts/canary/silence.sh");

        Assert.Equal(0, code);
        Assert.Equal(warning.Length == 0, said.Length == 0);
        Assert.Contains(warning, said, StringComparison.Ordinal);
    }

    [ToolTheory("git")]
    [InlineData(true, 0, "")]
    [InlineData(false, 1, "could not be downloaded: https://kubernetes.io")]
    public async Task Where_the_distribution_has_no_kustomize_the_documented_program_comes_with_its_checksum(bool reachable, int code, string reason)
    {
        string target = Directory.CreateDirectory(_deployments.PathOf("bin")).FullName;
        await File.WriteAllTextAsync(_deployments.PathOf("os-release"), "ID=ubuntu\n");
        _deployments.Environment["OS_RELEASE"] = _deployments.PathOf("os-release");
        _deployments.Environment["TARGET"] = target;
        await _deployments.ProgramAsync("apt-cache", "echo '  Candidate: (none)'");
        await _deployments.ProgramAsync("curl", reachable
            ? "out=; while [ $# -gt 0 ]; do case $1 in --output) out=$2; shift ;; esac; last=$1; shift; done; case $last in *stable.txt) echo v1.99.0 ;; *v1.99.0*.sha256) echo kubectl | sha256sum | cut -d ' ' -f 1 > $out ;; *v1.99.0*/kubectl) echo kubectl > $out ;; *) exit 1 ;; esac"
            : "exit 6");

        (int ended, string said) = await _deployments.RunAsync(_clone, "scripts/gitops/install-kustomize.sh");

        Assert.Equal(code, ended);
        Assert.Contains(reason, said, StringComparison.Ordinal);
        Assert.Equal(reachable, File.Exists(Path.Combine(target, "kubectl")));
    }
}
