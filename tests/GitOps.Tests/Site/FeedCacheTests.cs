using System.Text.RegularExpressions;
using GitOps.Tests.Rendering;
using YamlDotNet.RepresentationModel;

namespace GitOps.Tests.Site;

/// <summary>The feed cache's pod, as prod renders it.</summary>
public sealed partial class FeedCacheTests
{
    private static YamlNode Container => Trees.Checkout.Prod.OfKind("Deployment").Single(item => item.Name == "feed-cache").Containers.Single();

    [KustomizeFact]
    public void The_script_that_starts_nginx_is_mounted_with_the_configuration()
    {
        string folder = Assert.Single(Container.Items("volumeMounts"), mount => mount.Text("name") == "config").Text("mountPath")!;

        Assert.Equal(["sh", folder + "/start.sh"], Container.Texts("command"));
        Assert.Contains("start.sh", FeedCache.Config.Node.Map("data").Keys);
    }

    [KustomizeFact]
    public void It_writes_below_the_folder_that_it_is_given_only()
    {
        MatchCollection written = Written().Matches(FeedCache.Config.Node.Text("data", "nginx.conf")!);

        Assert.NotEmpty(written);
        Assert.All(written, path => Assert.Matches("^([a-z._]+|/dev/stdout|stderr( .*)?)$", path.Groups["path"].Value));
    }

    [KustomizeFact("nginx")]
    public async Task The_rendered_files_together_start_a_real_nginx_that_serves_a_feed()
    {
        await using RecordedFeeds feeds = await RecordedFeeds.StartAsync();
        await using FeedCache cache = await FeedCache.StartAsync(feeds.Address.Authority);

        CachedResponse response = await cache.GetAsync("/media/LakeLevel.csv");

        Assert.Equal((200, "MISS"), (response.Status, response.Cache));
        Assert.NotEmpty(response.Body);
    }

    [KustomizeFact("nginx")]
    public async Task A_name_with_both_families_is_asked_for_IPv4_only()
    {
        await using NameServer names = new();
        await using StubLcra lcra = await StubLcra.StartAsync();
        await using FeedCache cache = await FeedCache.StartAsync($"lcra.test:{lcra.Address.Port}", names.Address);

        CachedResponse[] responses = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => cache.GetAsync($"/media/Feed{number}.csv")));

        Assert.All(responses, response => Assert.Equal((200, "MISS", "good"), (response.Status, response.Cache, response.Body)));
        Assert.Equal((0, FeedCache.UserAgent), (names.QuestionsForIPv6, lcra.UserAgent));
    }

    [KustomizeFact("nginx")]
    public async Task An_address_that_changes_is_followed()
    {
        await using NameServer names = new();
        await using StubLcra old = await StubLcra.StartAsync(body: "old");
        await using StubLcra moved = await StubLcra.StartAsync($"127.0.0.2:{old.Address.Port}", "moved");
        await using FeedCache cache = await FeedCache.StartAsync($"lcra.test:{old.Address.Port}", names.Address);
        string before = (await cache.GetAsync("/media/Rainfall.csv")).Body;

        names.IPv4 = System.Net.IPAddress.Parse("127.0.0.2");
        CachedResponse after = await cache.GetUntilAsync("/media/Rainfall.csv", response => response.Body != "old");

        Assert.Equal(("old", "moved", 200), (before, after.Body, after.Status));
    }

    [KustomizeFact("nginx")]
    public async Task It_starts_while_names_are_not_resolved_and_later_serves_the_last_good_response_without_them()
    {
        await using NameServer names = new() { IsDown = true };
        await using StubLcra lcra = await StubLcra.StartAsync();
        await using FeedCache cache = await FeedCache.StartAsync($"lcra.test:{lcra.Address.Port}", names.Address);
        int atStart = (await cache.GetAsync("/media/Rainfall.csv")).Status;

        names.IsDown = false;
        CachedResponse back = await cache.GetUntilAsync("/media/Rainfall.csv", response => response.Status == 200);
        names.IsDown = true;
        CachedResponse gone = await cache.GetUntilAsync("/media/Rainfall.csv", response => response.Cache == "STALE");

        Assert.Equal((502, "good", "good", "502"), (atStart, back.Body, gone.Body, gone.Refusal));
        Assert.Null(gone.RefusalDate);
    }

    [GeneratedRegex("^ *(pid|error_log|access_log|[a-z]+_temp_path|proxy_cache_path) (?<path>(?!off)[^ ;]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
