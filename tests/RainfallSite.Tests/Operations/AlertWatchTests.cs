using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Operations;

public class AlertWatchTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task The_site_tells_a_webhook_what_its_reports_show_without_a_download_of_its_own()
    {
        TaskCompletionSource<string> posted = new();
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using WebApplication hook = builder.Build();
        hook.MapPost("/rain", async (HttpRequest request) =>
        {
            using StreamReader reader = new(request.Body);
            posted.TrySetResult(await reader.ReadToEndAsync());
        });
        hook.Urls.Add("http://127.0.0.1:0");
        await hook.StartAsync();
        await using SiteFixture plain = new();
        await using SiteFixture site = new SiteFixture().With("Alerts:Over", "3018:24_hour:1.00").With("Alerts:Webhook", $"{hook.Urls.Single()}/rain");

        await plain.GetStringAsync("/readyz");
        await site.GetStringAsync("/readyz");
        JsonElement alert = JsonDocument.Parse(await posted.Task.WaitAsync(Timeout)).RootElement;

        Assert.Equal(("thresholdCrossed", "LCRA_3018", 2.81m), (alert.GetProperty("change").GetString(), alert.GetProperty("site").GetString(), alert.GetProperty("total_in").GetDecimal()));
        Assert.Equal(plain.Feeds.Requests, site.Feeds.Requests);
    }
}
