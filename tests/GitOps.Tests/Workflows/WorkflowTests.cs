using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Workflows;

public sealed partial class WorkflowTests
{
    private static readonly string[] Known = ["canary", "ci", "codeql", "docs", "gitops-e2e", "gitops-validate", "image", "nightly", "package", "promote"];

    public static TheoryData<string> Names => [.. Known];

    [Fact]
    public void The_workflows_are_these() =>
        Assert.Equal(Known, Workflow.All().Select(workflow => workflow.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_action_is_pinned_by_a_commit_with_its_version_behind_it(string name) => Assert.Empty(WorkflowRules.Unpinned(Workflow.Named(name)));

    [Fact]
    public void An_action_that_is_not_pinned_is_found() =>
        Assert.Equal(["careless: - uses: actions/checkout@v4"], WorkflowRules.Unpinned(Workflow.Careless()));

    [Fact]
    public void An_action_is_the_same_commit_wherever_it_is_used() => Assert.All(
        Workflow.All().SelectMany(workflow => workflow.Lines).Select(line => Use().Match(line)).Where(use => use.Success).GroupBy(use => use.Groups["action"].Value),
        action => Assert.Single(action.Select(use => use.Groups["commit"].Value).Distinct(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_grants_nothing_by_itself(string name) => Assert.Empty(WorkflowRules.GrantsAtTheTop(Workflow.Named(name)));

    [Fact]
    public void Grants_at_the_top_are_found() => Assert.Equal(["careless: write-all"], WorkflowRules.GrantsAtTheTop(Workflow.Careless()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_job_says_what_it_may(string name) => Assert.Empty(WorkflowRules.NoGrants(Workflow.Named(name)));

    [Fact]
    public void A_job_that_does_not_say_what_it_may_is_found() => Assert.Equal(["careless/build"], WorkflowRules.NoGrants(Workflow.Careless()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_job_ends(string name) => Assert.Empty(WorkflowRules.Endless(Workflow.Named(name)));

    [Fact]
    public void A_job_that_may_run_for_hours_is_found() => Assert.Equal(["careless/build: 0 minutes"], WorkflowRules.Endless(Workflow.Careless()));

    [Theory]
    [MemberData(nameof(Names))]
    public void No_fault_is_passed_over(string name) => Assert.Empty(WorkflowRules.FaultsPassedOver(Workflow.Named(name)));

    [Fact]
    public void A_fault_that_is_passed_over_is_found() => Assert.Equal(["careless/build"], WorkflowRules.FaultsPassedOver(Workflow.Careless()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_is_pasted_into_a_shell(string name) => Assert.Empty(WorkflowRules.PastedIntoShells(Workflow.Named(name)));

    [Fact]
    public void What_is_pasted_into_a_shell_is_found() => Assert.Single(WorkflowRules.PastedIntoShells(Workflow.Careless()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Only_a_job_that_pushes_keeps_credentials(string name) => Assert.Empty(WorkflowRules.KeptCredentials(Workflow.Named(name)));

    [Fact]
    public void Credentials_that_are_kept_for_nothing_are_found() => Assert.Equal(["careless/build"], WorkflowRules.KeptCredentials(Workflow.Careless()));

    [Fact]
    public void No_workflow_runs_with_the_rights_of_main_on_the_code_of_a_stranger() => Assert.All(
        Workflow.All(),
        workflow => Assert.DoesNotContain(((YamlMappingNode)workflow.Triggers!).Children.Keys, key => key.ToString() is "pull_request_target" or "workflow_run"));

    [Fact]
    public void A_bump_builds_no_image() =>
        Assert.Contains("gitops/**", Workflow.Named("image").Triggers.Get("push").List("paths-ignore"));

    [Fact]
    public void A_bump_starts_no_workflow_that_runs_on_main() => Assert.All(
        Workflow.All().Where(workflow => workflow.Triggers.Get("push").Get("branches") is not null),
        workflow => Assert.Contains(workflow.Triggers.Get("push").List("paths-ignore"), path => path is "gitops/**" or "gitops/overlays/*/image/**"));

    [Fact]
    public void A_release_looks_past_the_same_commits_that_build_no_image()
    {
        string promote = File.ReadAllText(Repository.PathOf("scripts/gitops/released-image.sh"));

        Assert.Equal(["gitops/**", "docs/**", "**/*.md"], Workflow.Named("image").Triggers.Get("push").List("paths-ignore"));
        Assert.Contains("-- . ':!gitops' ':!docs' ':!*.md'", promote, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Who_writes_waits_in_no_queue(string name) => Assert.Empty(WorkflowRules.QueuedWriters(Workflow.Named(name)));

    [Fact]
    public void A_writer_in_a_queue_is_found() => Assert.Equal(["careless/push"], WorkflowRules.QueuedWriters(Workflow.Careless()));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_runner_is_of_one_version(string name) => Assert.Empty(WorkflowRules.MovingRunners(Workflow.Named(name)));

    [Fact]
    public void A_runner_that_moves_is_found() =>
        Assert.Equal(["careless/build: ubuntu-latest", "careless/push: ubuntu-latest"], WorkflowRules.MovingRunners(Workflow.Careless()));

    [Fact]
    public void An_action_installs_one_version_of_its_program() => Assert.All(
        Workflow.All().SelectMany(workflow => workflow.Jobs.Values).SelectMany(job => job.Steps),
        step =>
        {
            string uses = step.Get("uses")?.ToString().Split('@')[0] ?? "";
            string? version = uses switch
            {
                "actions/setup-dotnet" => step.Get("with").Get("dotnet-version")?.ToString(),
                "fluxcd/flux2/action" => step.Get("with").Get("version")?.ToString(),
                "sigstore/cosign-installer" => step.Get("with").Get("cosign-release")?.ToString(),
                _ => "1.1.1",
            };
            Assert.Matches("^v?[0-9]+[.][0-9]+[.][0-9]+$", version ?? $"{uses} has none");
        });

    [Fact]
    public void Every_workflow_has_the_SDK_that_the_lock_files_were_made_with_and_no_other()
    {
        YamlNode[] setups = [.. Workflow.All().SelectMany(workflow => workflow.Jobs.Values).SelectMany(job => job.Steps).Where(step => step.Get("uses")?.ToString().StartsWith("actions/setup-dotnet@", StringComparison.Ordinal) == true)];
        string pinned = Sdk().Match(File.ReadAllText(Repository.PathOf("global.json"))).Value;

        Assert.NotEmpty(setups);
        Assert.All(setups, setup => Assert.Equal(pinned, setup.Get("with").Get("dotnet-version")!.ToString()));
        Assert.All(setups, setup => Assert.Contains("runner.temp", setup.Get("env").Get("DOTNET_INSTALL_DIR")!.ToString(), StringComparison.Ordinal));
        Assert.Contains("latestFeature", File.ReadAllText(Repository.PathOf("global.json")), StringComparison.Ordinal);
    }

    [Fact]
    public void One_check_stands_for_all_of_ci()
    {
        WorkflowJob ci = Workflow.Named("ci").Jobs["ci"];

        Assert.Equal("always()", ci.Condition);
        Assert.Equal(Workflow.Named("ci").Jobs.Keys.Except(["ci", "canary-is-awake"], StringComparer.Ordinal), ci.Needs);
        Assert.Equal($"test \"$RESULTS\" = '{string.Join(' ', ci.Needs.Select(_ => "success"))}'", ci.Scripts.Single());
    }

    [Fact]
    public void A_fork_gets_its_first_image_by_hand_and_only_from_main()
    {
        Assert.Contains("workflow_dispatch", ((YamlMappingNode)Workflow.Named("image").Triggers!).Children.Keys.Select(key => key.ToString()));
        Assert.Equal("github.ref == 'refs/heads/main'", Workflow.Named("image").Jobs["build"].Condition);
    }

    [Fact]
    public void An_image_has_the_version_that_the_whole_history_gives()
    {
        IReadOnlyList<YamlNode> steps = Workflow.Named("image").Jobs["build"].Steps;

        Assert.Equal("0", Assert.Single(steps, step => step.Get("uses")?.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal) == true).Get("with").Get("fetch-depth")?.ToString());
        Assert.Contains(steps, step => step.Get("id")?.ToString() == "version" && step.Get("run")?.ToString() == "scripts/image/version.sh >> \"$GITHUB_OUTPUT\"");
        Assert.Contains(steps, step => step.Get("with").Get("build-args")?.ToString().Contains("VERSION=${{ steps.version.outputs.version }}\n", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void An_image_is_bumped_only_after_ci_passed() => Assert.Equal(
        ["scripts/gitops/await-ci.sh \"$COMMIT\"", "scripts/gitops/bump-dev.sh \"$IMAGE\""],
        Workflow.Named("image").Jobs["bump-dev"].Scripts);

    [Fact]
    public void A_prerelease_that_becomes_a_release_is_promoted_too() =>
        Assert.Equal(["published", "released"], Workflow.Named("promote").Triggers.Get("release").List("types"));

    [Fact]
    public void Packages_are_published_where_a_variable_says_so_and_nothing_depends_on_it()
    {
        Workflow package = Workflow.Named("package");

        Assert.Equal("vars.PUBLISH_NUGET == 'true'", package.Jobs["publish"].Condition);
        Assert.All(package.Jobs.Values, job => Assert.DoesNotContain("publish", job.Needs));
        Assert.Equal(["check-release"], package.Jobs["build"].Needs);
        Assert.Equal(["build"], package.Jobs["draft"].Needs);
    }

    [Fact]
    public void Three_jobs_may_push_and_no_other() => Assert.Equal(
        ["image/bump-dev", "package/draft", "promote/propose"],
        Workflow.All().SelectMany(workflow => workflow.Jobs.Values).Where(job => job.Pushes).Select(job => job.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Four_jobs_have_an_identity_and_no_other() => Assert.Equal(
        ["docs/publish", "image/build", "package/draft", "package/publish"],
        Workflow.All().SelectMany(workflow => workflow.Jobs.Values).Where(job => job.Grants("id-token", "write")).Select(job => job.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Packages_are_published_from_a_protected_environment() => Assert.Equal("nuget", Workflow.Named("package").Jobs["publish"].Environment);

    [Fact]
    public void Two_secrets_may_be_stored_a_key_that_pushes_bumps_and_a_name() => Assert.Equal(
        ["BUMP_DEPLOY_KEY", "GITHUB_TOKEN", "NUGET_USER"],
        Workflow.All().SelectMany(workflow => workflow.Lines).SelectMany(line => Secret().Matches(line)).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    [Fact]
    public void What_a_workflow_runs_is_in_the_repository_and_can_be_run() => Assert.All(
        Workflow.All().SelectMany(workflow => workflow.Jobs.Values).SelectMany(job => job.Scripts).SelectMany(script => Script().Matches(script)).Select(match => match.Value).Distinct(StringComparer.Ordinal),
        script => Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Repository.PathOf(script)).HasFlag(UnixFileMode.UserExecute), script));

    [Fact]
    public void Continuous_integration_is_one_script() => Assert.Contains(".ci/run", Workflow.Named("ci").Jobs["everything"].Scripts);

    [Fact]
    public void Somebody_owns_what_runs_in_prod()
    {
        string[] owners = File.ReadAllLines(Repository.PathOf(".github/CODEOWNERS"));

        Assert.All(["/gitops/overlays/prod/ ", "/gitops/clusters/prod/ "], path => Assert.Contains(owners, line => line.StartsWith(path, StringComparison.Ordinal)));
    }

    [GeneratedRegex("uses: (?<action>[^@ ]+)@(?<commit>[0-9a-f]{40})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Use();

    [GeneratedRegex("[0-9]+[.][0-9]+[.][0-9]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sdk();

    [GeneratedRegex("secrets[.](?<name>[A-Z_]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();

    [GeneratedRegex("(scripts/[a-z0-9/-]+[.]sh|[.]ci/[a-z-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Script();
}
