using System.Net;
using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Site;

/// <summary>The Deployment against what the site and its image really do.</summary>
public sealed partial class SiteSettingsTests
{
    public static TheoryData<string> Environments => new(Tree.Environments);

    /// <summary>The site is a process of its own with the rendered settings; two differ: where LCRA is, and the port, as this machine is shared.</summary>
    [KustomizeTheory]
    [MemberData(nameof(Environments))]
    public async Task Both_probes_answer_200_with_the_rendered_settings(string environment)
    {
        Target target = Of(environment);
        await using RecordedFeeds feeds = await RecordedFeeds.StartAsync();
        int port = FreePort.Find();
        Dictionary<string, string> variables = new(SiteSettings.Maps(target).Single().Node.Map("data"), StringComparer.Ordinal)
        {
            ["Hydromet__BaseAddress"] = feeds.Address.ToString(),
            ["ASPNETCORE_HTTP_PORTS"] = $"{port}",
            ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "",
        };
        using Server site = new(["dotnet", Path.Combine(BuiltSite(), "RainfallSite.dll")], BuiltSite(), port, variables);

        foreach (string probe in new[] { "livenessProbe", "readinessProbe" })
        {
            string path = Container(target).Text(probe, "httpGet", "path")!;
            await site.AskUntilReadyAsync(path, "localhost");
            Assert.Equal(HttpStatusCode.BadRequest, await site.AskOnceAsync(path, "elsewhere.example.org"));
        }
    }

    [KustomizeTheory]
    [MemberData(nameof(Environments))]
    public void The_container_port_is_the_one_that_the_site_is_told_to_serve(string environment)
    {
        YamlNode port = Assert.Single(Container(Of(environment)).Items("ports"));

        Assert.Equal(SiteSettings.Maps(Of(environment)).Single().Node.Text("data", "ASPNETCORE_HTTP_PORTS"), port.Text("containerPort"));
        Assert.Equal(InDockerfile("EXPOSE"), port.Text("containerPort"));
    }

    [KustomizeTheory]
    [MemberData(nameof(Environments))]
    public void The_pod_runs_as_the_user_of_the_image(string environment)
    {
        YamlNode? security = Site(Of(environment)).Pod.At("securityContext");

        Assert.Equal(InDockerfile("USER"), $"{security.Text("runAsUser")}:{security.Text("runAsGroup")}");
    }

    [KustomizeTheory]
    [MemberData(nameof(Environments))]
    public void Only_tmp_can_be_written(string environment)
    {
        Assert.Equal(["/tmp"], Container(Of(environment)).Items("volumeMounts").Select(mount => mount.Text("mountPath")));
        Assert.Equal("true", Container(Of(environment)).Text("securityContext", "readOnlyRootFilesystem"));
        Assert.DoesNotContain("VOLUME", File.ReadAllText(Repository.PathOf("samples/RainfallSite/Dockerfile")), StringComparison.Ordinal);
    }

    private static Target Of(string environment) => Trees.Checkout.Overlays.Single(target => target.Environment == environment);

    private static KubernetesObject Site(Target target) => target.OfKind("Deployment").Single(item => item.Name == "rainfall");

    private static YamlNode Container(Target target) => Assert.Single(Site(target).Containers);

    /// <summary>The site's own output, made in the same way as these tests: the last two folders of the path say how.</summary>
    private static string BuiltSite()
    {
        DirectoryInfo tests = new(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Repository.PathOf(Path.Combine("samples/RainfallSite/bin", tests.Parent!.Name, tests.Name));
    }

    private static string InDockerfile(string instruction) =>
        Instruction().Matches(File.ReadAllText(Repository.PathOf("samples/RainfallSite/Dockerfile"))).Last(match => match.Groups["name"].Value == instruction).Groups["value"].Value;

    [GeneratedRegex("^(?<name>[A-Z]+) (?<value>.*)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Instruction();
}
