using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Rendering;

/// <summary>The options of a tree: each alone, in pairs, and in each overlay, but for those that the readme says do not fit together.</summary>
internal sealed partial class Combinations(Tree tree)
{
    /// <summary>The form of SOPS's output; there is nothing in it.</summary>
    public const string Encrypted = "Archive__ConnectionString=ENC[AES256_GCM,data:x,type:str]\nsops_mac=ENC[AES256_GCM,data:x,type:str]\nsops_age__list_0__map_recipient=age1x\n";

    private static readonly string[] ForCluster = ["flux-image-automation", "flux-notifications"];

    private static readonly string[] Presets = ["gateway", "ingress-nginx", "k3s", "traefik"];

    private readonly string _folder = "artifacts/gitops-combinations";
    private readonly Dictionary<string, string[]> _apart = Apart(File.ReadAllText(tree.PathOf("gitops/README.md")));
    private readonly List<(string Folder, string Environment)> _written = [];

    public List<Target> Write(bool inPairs)
    {
        if (Directory.Exists(tree.PathOf(_folder)))
        {
            Directory.Delete(tree.PathOf(_folder), recursive: true);
        }

        string[] site = [.. tree.Components.Except(ForCluster, StringComparer.Ordinal)];
        foreach (string[] set in site.Select(one => new[] { one }).Concat(inPairs ? Pairs(site) : []))
        {
            WriteOnBase(string.Join('+', set), set);
        }

        Array.ForEach([.. Tree.Environments], WriteJobs);
        foreach (Target overlay in tree.Overlays)
        {
            Array.ForEach(site, one => WriteInOverlay(overlay.Environment, one));
        }

        return [.. RenderTogether(), WriteInCluster("flux-image-automation", "dev"), .. Tree.Environments.Select(environment => WriteInCluster("flux-notifications", environment)), .. Tree.Environments.Select(WriteMigration)];
    }

    /// <summary>Reads which options do not go together from the readme's table of options.</summary>
    private static Dictionary<string, string[]> Apart(string readme) =>
        Row().Matches(readme).ToDictionary(row => row.Groups["name"].Value, row => Name().Matches(row.Groups["apart"].Value).Select(name => name.Value).ToArray(), StringComparer.Ordinal);

    private IEnumerable<string[]> Pairs(string[] site) =>
        site.SelectMany(_ => site, (one, other) => new[] { one, other }).Where(pair => string.CompareOrdinal(pair[0], pair[1]) < 0 && Fit(pair[0], pair[1]));

    private bool Fit(string one, string other) => !_apart[one].Contains(other, StringComparer.Ordinal) && !_apart[other].Contains(one, StringComparer.Ordinal);

    private void WriteOnBase(string name, string[] components)
    {
        string folder = Folder(name);
        File.Copy(tree.PathOf("gitops/overlays/prod/rainfall.env"), tree.PathOf(Path.Combine(folder, "rainfall.env")));
        string used = string.Join(", ", components.Select(one => "../../../gitops/components/" + one).Append("../../../gitops/overlays/prod/image"));
        File.WriteAllText(
            tree.PathOf(Path.Combine(folder, "kustomization.yaml")),
            $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: {Namespace("prod")}\nresources: [../../../gitops/base]\nconfigMapGenerator: [{{name: rainfall-config, behavior: merge, envs: [rainfall.env]}}]\ngeneratorOptions: {{immutable: true}}\ncomponents: [{used}]\n");
        _written.Add((folder, "prod"));
    }

    /// <summary>The overlay with one option more, and without what does not fit it.</summary>
    private void WriteInOverlay(string environment, string component)
    {
        string overlay = tree.PathOf("gitops/overlays/" + environment);
        YamlMappingNode document = Yaml.Parse(File.ReadAllText(Path.Combine(overlay, "kustomization.yaml"))).Single();
        string[] present = [.. document.Texts("components").Where(path => path != "image").Select(path => Path.GetFileName(path)!)];
        if (present.Contains(component, StringComparer.Ordinal))
        {
            return;
        }

        string folder = Folder($"overlays-{environment}+{component}");
        foreach (string file in Directory.GetFiles(overlay, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith("kustomization.yaml", StringComparison.Ordinal)))
        {
            File.Copy(file, tree.PathOf(Path.Combine(folder, Path.GetFileName(file))));
        }

        IEnumerable<string> fitting = present.Where(other => Fit(component, other));
        List<string> used = [.. Presets.Contains(component) ? fitting.Prepend(component) : fitting.Append(component)];
        // A fork may have chosen the one preset that does not fit, and a Gateway needs no host.
        if (!used.Exists(one => Presets.Contains(one)))
        {
            used.Insert(0, "traefik");
        }

        if (!used.Exists(one => one is "gateway" or "host"))
        {
            used.Insert(1, "host");
        }

        string[] paths = [.. used.Select(one => "../../../gitops/components/" + one), $"../../../gitops/overlays/{environment}/image"];
        document.Children["namespace"] = Namespace(environment);
        document.Children["resources"] = new YamlSequenceNode(document.Texts("resources").Select(path => new YamlScalarNode(path.Replace("../../", "../../../gitops/", StringComparison.Ordinal))));
        document.Children["components"] = new YamlSequenceNode(paths.Select(path => new YamlScalarNode(path)));
        if (_apart[component].Contains("replicas", StringComparer.Ordinal))
        {
            document.Children.Remove("replicas");
        }

        Save(folder, environment, document);
    }

    /// <summary>The migration of an environment, with a secret of the form that SOPS gives.</summary>
    private void WriteJobs(string environment)
    {
        string folder = Folder("jobs-" + environment);
        YamlMappingNode document = Yaml.Parse(File.ReadAllText(tree.PathOf($"gitops/jobs/{environment}/kustomization.yaml"))).Single();
        document.Children["namespace"] = Namespace(environment);
        foreach (string key in (string[])["resources", "components"])
        {
            document.Children[key] = new YamlSequenceNode(document.Texts(key)
                .Select(path => new YamlScalarNode(Path.GetRelativePath(tree.PathOf(folder), Path.GetFullPath(path, tree.PathOf("gitops/jobs/" + environment))))));
        }

        File.WriteAllText(tree.PathOf(Path.Combine(folder, "database.sops.env")), Encrypted);
        Save(folder, environment, document);
    }

    private void Save(string folder, string environment, YamlMappingNode document)
    {
        using StringWriter text = new();
        new YamlStream(new YamlDocument(document)).Save(text, assignAnchors: false);
        File.WriteAllText(tree.PathOf(Path.Combine(folder, "kustomization.yaml")), text.ToString());
        _written.Add((folder, environment));
    }

    private Target WriteInCluster(string component, string environment) => WriteInCluster(component, environment, "../../../gitops/components/" + component);

    /// <summary>The entry lists the image after the migration, which it suspends too.</summary>
    private Target WriteMigration(string environment) =>
        WriteInCluster("migrate", environment, $"../../../gitops/clusters/{environment}/migrate, ../../../gitops/overlays/{environment}/image");

    private Target WriteInCluster(string name, string environment, string components)
    {
        string folder = Folder($"clusters-{environment}+{name}");
        File.WriteAllText(
            tree.PathOf(Path.Combine(folder, "kustomization.yaml")),
            $"apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [../../../gitops/clusters/{environment}]\ncomponents: [{components}]\n");
        return new Target(tree, folder, environment);
    }

    /// <summary>Renders all of them in one run of kustomize, each in a namespace of its own that is taken back afterwards.</summary>
    private IEnumerable<Target> RenderTogether()
    {
        File.WriteAllText(
            tree.PathOf(Path.Combine(_folder, "kustomization.yaml")),
            "resources:\n" + string.Concat(_written.Select(written => $"  - {Path.GetFileName(written.Folder)}\n")));
        Lazy<(CommandResult Result, ILookup<string, string> Parts)> render = new(() =>
        {
            CommandResult result = Kustomize.Render(tree.PathOf(_folder));
            return (result, result.Output.Split("\n---\n").ToLookup(part => Numbered().Match(part).Groups["number"].Value, StringComparer.Ordinal));
        });
        return _written.Select((written, index) => new Target(tree, written.Folder, written.Environment, () => render.Value.Result with
        {
            Output = string.Join("\n---\n", render.Value.Parts[$"{index}"]).Replace($"rainfall-{written.Environment}-n{index}n", "rainfall-" + written.Environment, StringComparison.Ordinal),
        }));
    }

    private string Namespace(string environment) => $"rainfall-{environment}-n{_written.Count}n";

    private string Folder(string name)
    {
        string folder = Path.Combine(_folder, name);
        Directory.CreateDirectory(tree.PathOf(folder));
        return folder;
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z0-9-]+)` \|[^|\n]*\|(?<apart>[^|\n]*)\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();

    [GeneratedRegex("(?<=`)[a-z0-9-]+(?=`)", RegexOptions.None, 1000)]
    private static partial Regex Name();

    [GeneratedRegex("^  namespace: rainfall-(dev|prod)-n(?<number>[0-9]+)n$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
