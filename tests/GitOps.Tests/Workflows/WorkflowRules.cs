using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Workflows;

/// <summary>What every workflow must keep to; each rule names its breaches.</summary>
internal static partial class WorkflowRules
{
    public static IEnumerable<string> Unpinned(Workflow workflow) => workflow.Lines
        .Where(line => line.Contains("uses:", StringComparison.Ordinal) && !Pinned().IsMatch(line))
        .Select(line => $"{workflow.Name}: {line.Trim()}");

    public static IEnumerable<string> GrantsAtTheTop(Workflow workflow) =>
        workflow.Permissions is YamlMappingNode { Children.Count: 0 } ? [] : [$"{workflow.Name}: {workflow.Permissions}"];

    public static IEnumerable<string> NoGrants(Workflow workflow) => workflow.Jobs.Values
        .Where(job => job.Permissions is null)
        .Select(job => job.Name);

    public static IEnumerable<string> Endless(Workflow workflow) => workflow.Jobs.Values
        .Where(job => job.TimeoutMinutes is < 1 or > 60)
        .Select(job => $"{job.Name}: {job.TimeoutMinutes} minutes");

    public static IEnumerable<string> FaultsPassedOver(Workflow workflow) => workflow.Jobs.Values
        .Where(job => job.PassesFaultsOver)
        .Select(job => job.Name);

    /// <summary>Expressions are pasted into a script before its shell sees it, so none may stand there; the environment carries them.</summary>
    public static IEnumerable<string> PastedIntoShells(Workflow workflow) => workflow.Jobs.Values
        .SelectMany(job => job.Scripts.Where(script => script.Contains("${{", StringComparison.Ordinal)).Select(script => $"{job.Name}: {script}"));

    public static IEnumerable<string> KeptCredentials(Workflow workflow) => workflow.Jobs.Values
        .Where(job => !job.Pushes && job.Steps.Any(KeepsCredentials))
        .Select(job => job.Name);

    /// <summary>A queue of GitHub cancels whoever waits when the next one comes, so writers must not wait in one.</summary>
    public static IEnumerable<string> QueuedWriters(Workflow workflow) => workflow.Jobs.Values
        .Where(job => job.Pushes && (job.Queue ?? workflow.Queue) is not null)
        .Select(job => job.Name);

    public static IEnumerable<string> MovingRunners(Workflow workflow) => workflow.Jobs.Values
        .Where(job => job.Runner is not { } runner || runner.EndsWith("-latest", StringComparison.Ordinal))
        .Select(job => $"{job.Name}: {job.Runner}");

    private static bool KeepsCredentials(YamlNode step) =>
        step.Get("uses")?.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal) == true
        && step.Get("with").Get("persist-credentials")?.ToString() != "false";

    [GeneratedRegex("uses: [A-Za-z0-9-]+/[A-Za-z0-9/._-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();
}
