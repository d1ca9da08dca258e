using System.Net;
using System.Net.Http.Json;
using Lcra.Hydromet.Replay;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lcra.Hydromet.Tests.Json;

/// <summary>A web API that returns the library's results as they are.</summary>
public class WebApiTests
{
    public static TheoryData<string> Feeds => [.. new[] { HydrometFeed.Rainfall, HydrometFeed.FiveDayRainfall, HydrometFeed.MonthYearRainfall, HydrometFeed.AllSites }.Select(feed => feed.Name)];

    [Theory]
    [MemberData(nameof(Feeds))]
    public async Task It_returns_the_report_with_a_feed_down_and_a_client_reads_it(string feed)
    {
        HydrometFeed down = HydrometFeed.All.First(known => known.Name == feed);
        await using WebApplication app = Build(HydrometRecording.StormOfOctober2026().WithFailure(down, 404));
        app.MapGet("/report", (IHydrometClient client, CancellationToken cancellationToken) => client.GetRainfallAsync(cancellationToken));
        await app.StartAsync();
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };

        using HttpResponseMessage response = await http.GetAsync(new Uri("/report", UriKind.Relative));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        RainfallReport report = (await response.Content.ReadFromJsonAsync(HydrometJsonContext.Default.RainfallReport))!;
        FeedStatus status = report.Feeds.Single(known => known.Feed == down);
        Assert.Equal((HydrometFailureKind.HttpError, HttpStatusCode.NotFound), (status.Failure!.Kind, status.Failure.StatusCode));
        Assert.Equal(MissingReason.FeedUnavailable, report.Find(SiteId.Parse("3018"))!.Totals.First(total => total.Period.Feed == down).Missing);
        Assert.Contains(report.Find(SiteId.Parse("3018"))!.Totals, total => total.Inches > 0);
    }

    [Fact]
    public async Task It_takes_sites_and_periods_in_routes()
    {
        await using WebApplication app = Build(HydrometRecording.StormOfOctober2026());
        app.MapGet("/{site}/{period}", async (SiteId site, RainfallPeriod period, IHydrometClient client) =>
            (await client.GetRainfallAsync()).Total(site, period) is { } total ? Results.Ok(total) : Results.NotFound());
        await app.StartAsync();
        using HttpClient http = new() { BaseAddress = new Uri(app.Urls.First()) };

        RainfallTotal total = (await http.GetFromJsonAsync(new Uri("/3018/1_hour", UriKind.Relative), HydrometJsonContext.Default.RainfallTotal))!;

        Assert.Equal(0.94m, total.Inches);
    }

    private static WebApplication Build(HydrometRecording recording)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddHydrometClient().UseReplay(recording);
        return builder.Build();
    }
}
