using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rules;

/// <summary>R24: kustomize says nothing of a patch or a replacement whose target is not there, so each is rendered with and without.</summary>
public sealed partial class PatchTests : IDisposable
{
    private readonly TreeCopy _tree = new("gitops");
    private readonly List<string> _options = [];

    [KustomizeFact]
    public void R24_every_patch_and_every_replacement_changes_something()
    {
        // flux bootstrap writes the controllers; until then there is nothing to patch.
        foreach (string environment in Tree.Environments)
        {
            FluxManifests.Write(_tree.Root, environment, "v2.9.5");
            File.WriteAllText(_tree.PathOf($"gitops/jobs/{environment}/database.sops.env"), Combinations.Encrypted);
        }

        ILookup<bool, string> files = Directory.GetFiles(_tree.PathOf("gitops"), "kustomization.yaml", SearchOption.AllDirectories).ToLookup(IsOfSite);
        string[] checks = [.. files[false].SelectMany(Idle), .. IdleOptions([.. files[true]])];

        Assert.Contains(checks, check => check.Contains("components/host/", StringComparison.Ordinal));
        Assert.Contains(checks, check => check.Contains("overlays/dev/image/", StringComparison.Ordinal));
        Assert.All(checks, check => Assert.EndsWith("something", check, StringComparison.Ordinal));
    }

    [KustomizeFact]
    public void R24_a_patch_that_meets_nothing_is_seen()
    {
        _tree.Replace("gitops/components/host/kustomization.yaml", "kind: Ingress", "kind: Egress");

        Assert.EndsWith("nothing", Assert.Single(IdleOptions([_tree.PathOf("gitops/components/host/kustomization.yaml")])), StringComparison.Ordinal);
    }

    public void Dispose() => _tree.Dispose();

    private static bool IsOfSite(string file) => file.Contains("/components/", StringComparison.Ordinal) && !file.Contains("/flux-", StringComparison.Ordinal);

    private static string Verdict(string file, YamlNode item, bool same) => $"{file}: {item} changes {(same ? "nothing" : "something")}";

    /// <summary>Gives each patch and each replacement of a file with the file's text without it.</summary>
    private static IEnumerable<(YamlNode Item, bool IsPatch, string Without)> Parts(string text)
    {
        YamlMappingNode document = Yaml.Parse(text).Single();
        // One target each, so that none hides behind another.
        Assert.All(document.Items("replacements"), replacement => Assert.Single(replacement.Items("targets")));
        foreach (string key in (string[])["patches", "replacements"])
        {
            foreach (YamlNode item in document.Items(key))
            {
                YamlSequenceNode list = (YamlSequenceNode)document.At(key)!;
                int index = list.Children.IndexOf(item);
                list.Children.RemoveAt(index);
                using StringWriter writer = new();
                new YamlStream(new YamlDocument(document)).Save(writer, assignAnchors: false);
                list.Children.Insert(index, item);
                yield return (item, key == "patches", writer.ToString());
            }
        }
    }

    /// <summary>Checks what a cluster starts from, folder by folder.</summary>
    private IEnumerable<string> Idle(string file)
    {
        string text = File.ReadAllText(file);
        CommandResult? with = null;
        foreach ((YamlNode item, bool _, string without) in Parts(text))
        {
            with ??= RenderCluster(file);
            Assert.True(with.ExitCode == 0, with.Errors);
            File.WriteAllText(file, without);
            string output = RenderCluster(file).Output;
            File.WriteAllText(file, text);
            yield return Verdict(Path.GetRelativePath(_tree.Root, file), item, output == with.Output);
        }
    }

    /// <summary>An image is rendered in its cluster, which its patch is for, and a component of clusters in prod's.</summary>
    private CommandResult RenderCluster(string file)
    {
        string folder = Path.GetDirectoryName(file)!;
        bool isMigration = folder.EndsWith("/migrate", StringComparison.Ordinal);
        if (isMigration || folder.Contains("/components/", StringComparison.Ordinal))
        {
            string with = _tree.PathOf("artifacts/cluster");
            Directory.CreateDirectory(with);
            string cluster = isMigration ? Path.GetDirectoryName(folder)! : _tree.PathOf("gitops/clusters/prod");
            File.WriteAllText(Path.Combine(with, "kustomization.yaml"), $"resources: [{Path.GetRelativePath(with, cluster)}]\ncomponents: [{Path.GetRelativePath(with, folder)}]\n");
            return Kustomize.Render(with);
        }

        return Kustomize.Render(Path.GetFileName(folder) == "image" ? _tree.PathOf("gitops/clusters/" + Path.GetFileName(Path.GetDirectoryName(folder))) : folder);
    }

    /// <summary>Checks options of the site: each with and without its patches on the base, all of them in as few runs of kustomize as possible.</summary>
    private List<string> IdleOptions(string[] files)
    {
        List<(string File, YamlNode Item, int With, int Without)> checks = [];
        HashSet<int> alone = [];
        foreach (string file in files)
        {
            string name = Path.GetFileName(Path.GetDirectoryName(file))!;
            (YamlNode Item, bool IsPatch, string Without)[] parts = [.. Parts(File.ReadAllText(file))];
            foreach (string[] used in Uses(name))
            {
                int with = Write(used, name);
                foreach ((int index, (YamlNode item, bool isPatch, string without)) in parts.Index())
                {
                    string copy = $"{name}.{index}";
                    TreeCopy.CopyFiles(Path.GetDirectoryName(file)!, _tree.PathOf("gitops/components/" + copy), overwrite: true);
                    File.WriteAllText(_tree.PathOf($"gitops/components/{copy}/kustomization.yaml"), without);
                    checks.Add((file, item, with, Write(used, copy)));
                    // A replacement fails where the field is missing that a patch adds; that is a change too.
                    if (isPatch && parts.Any(part => !part.IsPatch))
                    {
                        alone.Add(checks[^1].Without);
                    }
                }
            }
        }

        Dictionary<int, string> rendered = RenderOptions([.. Enumerable.Range(0, _options.Count).Except(alone)]);
        Assert.All(checks, check => Assert.True(rendered.ContainsKey(check.With), check.File));
        foreach (int option in alone)
        {
            rendered[option] = RenderOptions([option]).GetValueOrDefault(option, "fails");
        }

        // What changes something in one use is of use.
        return [.. checks.GroupBy(check => (check.File, check.Item), check => rendered[check.With] == rendered[check.Without], (check, same) => Verdict(Path.GetRelativePath(_tree.Root, check.File), check.Item, same.All(one => one)))];
    }

    /// <summary>One for both kinds of ingress is rendered on each; what the solver of tls is copied from differs only once a preset is chosen.</summary>
    private static string[][] Uses(string name) => name switch
    {
        "path" => [[], ["gateway"]],
        "tls" => [["traefik"]],
        _ => [[]],
    };

    /// <summary>Writes a folder that renders an option on the base, in a namespace of its own.</summary>
    private int Write(string[] before, string option)
    {
        int number = _options.Count;
        string folder = _tree.PathOf($"artifacts/options/{number}");
        Directory.CreateDirectory(folder);
        File.Copy(_tree.PathOf("gitops/overlays/prod/rainfall.env"), Path.Combine(folder, "rainfall.env"));
        File.WriteAllText(
            Path.Combine(folder, "kustomization.yaml"),
            $"namespace: rainfall-prod-n{number}n\nresources: [../../../gitops/base]\nconfigMapGenerator: [{{name: rainfall-config, behavior: merge, envs: [rainfall.env]}}]\ncomponents: [{string.Join(", ", before.Append(option).Select(one => "../../../gitops/components/" + one))}]\n");
        _options.Add(folder);
        return number;
    }

    private Dictionary<int, string> RenderOptions(int[] numbers)
    {
        string file = _tree.PathOf("artifacts/options/kustomization.yaml");
        File.WriteAllText(file, $"resources: [{string.Join(", ", numbers.Select(number => $"\"{number}\""))}]\n");
        CommandResult result = Kustomize.Render(Path.GetDirectoryName(file)!);
        Assert.True(result.ExitCode == 0 || numbers.Length == 1, result.Errors);
        return result.Output.Split("\n---\n", StringSplitOptions.RemoveEmptyEntries)
            .GroupBy(part => int.Parse(Numbered().Match(part).Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture))
            .ToDictionary(parts => parts.Key, parts => string.Join("\n---\n", parts).Replace($"rainfall-prod-n{parts.Key}n", "rainfall-prod", StringComparison.Ordinal).TrimEnd());
    }

    [GeneratedRegex("^  namespace: rainfall-prod-n(?<number>[0-9]+)n$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
