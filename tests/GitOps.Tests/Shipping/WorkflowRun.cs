using System.Text.RegularExpressions;
using GitOps.Tests.Workflows;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Shipping;

/// <summary>Runs the scripts of a workflow's job as GitHub would, in a clone of its own; what actions do is done in small.</summary>
internal sealed partial class WorkflowRun(Deployments deployments, LocalRegistry registry, IReadOnlyDictionary<string, string> context)
{
    private readonly Dictionary<string, string> _values = new(context, StringComparer.Ordinal);

    /// <summary>Gets what the image was built with.</summary>
    public string BuildArguments { get; private set; } = "";

    /// <summary>Runs a job to its end, or to its first failure.</summary>
    /// <returns>Whether it passed, and what its scripts printed.</returns>
    public async Task<(bool Passed, string Output)> RunAsync(string workflow, string job)
    {
        YamlNode node = Yaml(workflow).Get("jobs").Get(job)!;
        string folder = await deployments.CloneAsync($"{job}-{Guid.NewGuid():N}");
        string output = "";
        foreach (YamlNode step in (YamlSequenceNode)node.Get("steps")!)
        {
            if (!Holds(step.Get("if")?.ToString()))
            {
                continue;
            }

            (int code, string said) = step.Get("run") is { } script ? await ScriptAsync(step, script.ToString(), folder) : await ActionAsync(step, folder);
            output += said;
            if (code != 0)
            {
                return (false, output);
            }
        }

        foreach ((YamlNode name, YamlNode value) in Pairs(node.Get("outputs")))
        {
            _values[$"needs.{job}.outputs.{name}"] = Fill(value.ToString());
        }

        return (true, output);
    }

    /// <summary>Says whether a job runs at all.</summary>
    public bool Holds(string workflow, string job) => Holds(Yaml(workflow).Get("jobs").Get(job).Get("if")?.ToString());

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Pairs(YamlNode? node) => node is YamlMappingNode map ? map.Children : [];

    private static YamlNode Yaml(string workflow)
    {
        YamlStream yaml = [];
        yaml.Load(new StringReader(File.ReadAllText(Repository.PathOf($".github/workflows/{workflow}.yml"))));
        return yaml.Documents[0].RootNode;
    }

    private async Task<(int Code, string Output)> ScriptAsync(YamlNode step, string script, string folder)
    {
        string outputs = Path.Combine(folder, ".git/outputs");
        await File.WriteAllTextAsync(outputs, "");
        Dictionary<string, string> environment = new(deployments.Environment, StringComparer.Ordinal)
        {
            ["GITHUB_OUTPUT"] = outputs,
            ["GITHUB_SHA"] = _values["github.sha"],
            ["GITHUB_RUN_NUMBER"] = _values["github.run_number"],
            ["GITHUB_REF_NAME"] = _values.GetValueOrDefault("github.event.release.tag_name", "main"),
            ["PUSHED_BY"] = _values.GetValueOrDefault("pushed by", ""),
        };
        foreach ((YamlNode name, YamlNode value) in Pairs(step.Get("env")))
        {
            environment[name.ToString()] = Fill(value.ToString());
        }

        (int code, string said) = await Command.TryAsync(folder, environment, "bash", "-eo", "pipefail", "-c", script);
        foreach (string[] pair in (await File.ReadAllLinesAsync(outputs)).Select(line => line.Split('=', 2)))
        {
            _values[$"steps.{step.Get("id")}.outputs.{pair[0]}"] = pair[1];
        }

        return (code, said);
    }

    private async Task<(int Code, string Output)> ActionAsync(YamlNode step, string folder)
    {
        switch (step.Get("uses")!.ToString().Split('@')[0])
        {
            case "actions/checkout":
                _values["pushed by"] = Fill(step.Get("with").Get("ssh-key")?.ToString() ?? "").Length > 0 ? "deploy key" : "token";
                await deployments.GitAsync(folder, "checkout", "--quiet", step.Get("with").Get("ref")?.ToString() ?? _values["github.sha"]);
                break;
            case "docker/build-push-action":
                BuildArguments = Fill(step.Get("with").Get("build-args")!.ToString());
                string image = Fill(step.Get("with").Get("tags")!.ToString());
                _values[$"steps.{step.Get("id")}.outputs.digest"] = await registry.PushAsync(image.Split(':')[^1], $"{Guid.NewGuid()}");
                break;
            case "actions/download-artifact":
                string packages = Path.Combine(folder, "artifacts/packages");
                Directory.CreateDirectory(packages);
                await File.WriteAllTextAsync(Path.Combine(packages, "Lcra.Hydromet.1.0.0.nupkg"), "package");
                await File.WriteAllTextAsync(Path.Combine(packages, "notes.md"), "What changed");
                await Command.RunAsync(packages, deployments.Environment, "bash", "-c", "sha256sum *.nupkg > SHA256SUMS");
                break;
            default:
                break;
        }

        return (0, "");
    }

    private string Fill(string text) => Expression().Replace(text, match => Value(match.Groups["inner"].Value));

    private string Value(string expression) =>
        expression.Split("||").Select(one => _values.GetValueOrDefault(one.Trim(), "")).FirstOrDefault(value => value.Length > 0, "");

    /// <summary>Knows equality, inequality and what combines them with "or"; that is all that the workflows use here.</summary>
    private bool Holds(string? condition) => condition is null || condition.Split("||").Any(one =>
    {
        Match match = Equality().Match(one.Trim());
        return match.Success
            ? (Value(match.Groups["name"].Value) == match.Groups["value"].Value) == (match.Groups["operator"].Value == "==")
            : one.Trim().StartsWith('!') && Value(one.Trim()[1..]) is "" or "false";
    });

    [GeneratedRegex(@"\$\{\{ (?<inner>[^}]+) \}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Expression();

    [GeneratedRegex("^(?<name>[a-zA-Z._-]+) (?<operator>[!=]=) '(?<value>[^']*)'$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Equality();
}
