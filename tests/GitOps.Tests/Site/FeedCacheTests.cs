using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Site;

/// <summary>The feed cache's pod, as prod renders it.</summary>
public sealed partial class FeedCacheTests
{
    private static KubernetesObject Config => Targets.Prod.OfKind("ConfigMap").Single(map => map.Name.StartsWith("feed-cache-config-", StringComparison.Ordinal));

    private static YamlNode Container => Targets.Prod.OfKind("Deployment").Single(item => item.Name == "feed-cache").Containers.Single();

    [KustomizeFact]
    public void Every_file_of_the_configuration_is_mounted_where_nginx_looks_for_it() =>
        Assert.Equal(
            Config.Node.Map("data").Keys.Select(name => "/etc/nginx/" + name).Order(StringComparer.Ordinal),
            Container.Items("volumeMounts").Where(mount => mount.Text("name") == "config").Select(mount => mount.Text("mountPath")!).Order(StringComparer.Ordinal));

    [KustomizeFact]
    public void It_writes_below_tmp_only()
    {
        Assert.NotEmpty(Written().Matches(Config.Node.Text("data", "nginx.conf")!));
        Assert.All(Written().Matches(Config.Node.Text("data", "nginx.conf")!), path => Assert.Matches("^(/tmp/|/dev/stdout$|stderr$)", path.Groups["path"].Value));
    }

    /// <summary>The three files together, with other paths and ports, as this machine is no pod, and with the recording in LCRA's place.</summary>
    [KustomizeFact("nginx")]
    public async Task The_rendered_files_together_start_a_real_nginx_that_serves_a_feed()
    {
        await using RecordedFeeds feeds = await RecordedFeeds.StartAsync();
        int port = FreePort.Find();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("feed-cache-");
        try
        {
            if (!OperatingSystem.IsWindows())
            {
                // nginx gives up root for its work, and then has to come by here.
                File.SetUnixFileMode(folder.FullName, File.GetUnixFileMode(folder.FullName) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
            }

            foreach ((string name, string text) in Config.Node.Map("data"))
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), Here(text, folder.FullName, port, feeds.Address));
            }

            using Server cache = new([Tool.Find("nginx")!, "-c", Path.Combine(folder.FullName, "nginx.conf"), "-g", "daemon off;"], folder.FullName, port, new Dictionary<string, string>(StringComparer.Ordinal));
            await cache.AskUntilReadyAsync(Container.Text("readinessProbe", "httpGet", "path")!, "localhost");
            Assert.NotEmpty(await cache.AskUntilReadyAsync("/media/LakeLevel.csv", "feed-cache"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Here(string text, string folder, int port, Uri lcra) => text
        .Replace("/tmp/", folder + "/", StringComparison.Ordinal)
        .Replace("listen 8080;", $"listen 127.0.0.1:{port};", StringComparison.Ordinal)
        .Replace("hydromet.lcra.org:443", lcra.Authority, StringComparison.Ordinal)
        .Replace("default https;", "default http;", StringComparison.Ordinal);

    [GeneratedRegex("^ *(pid|error_log|access_log|[a-z]+_temp_path|proxy_cache_path) (?<path>(?!off)[^ ;]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
