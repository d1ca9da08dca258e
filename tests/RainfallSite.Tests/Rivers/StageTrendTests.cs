using Lcra.Hydromet;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Reports;
using RainfallSite.Rivers;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rivers;

/// <summary>Whether the water rises, from the reports of an hour.</summary>
public sealed class StageTrendTests : IDisposable
{
    private readonly SiteFixture _site = new();

    [Theory]
    [InlineData("12.59", "↑ rising 0.70 ft an hour", "sube 0.70 pies por hora")]
    [InlineData("11.19", "↓ falling 0.70 ft an hour", "baja 0.70 pies por hora")]
    [InlineData("11.92", "→ steady over the last hour", "estable en la última hora")]
    public async Task A_stage_of_an_hour_later_makes_a_trend(string later, string english, string spanish)
    {
        string before = PageText.Words(await _site.GetStringAsync("/rivers"));

        using SiteFixture site = await AnHourLaterAsync(later, await ReportAsync());

        Assert.Contains("Whether the water rises or falls is shown once this site has read LCRA for an hour.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("an hour.", PageText.Words(await site.GetStringAsync("/rivers"))[..200], StringComparison.Ordinal);
        Assert.Contains($"{later} {english}", PageText.Rows(await site.GetStringAsync("/rivers")).Single(row => row.StartsWith("Llano River near Mason", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(spanish, PageText.Words(await site.GetStringAsync("/es/?site=2435")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_are_remembered_without_a_visit()
    {
        StageLog log = _site.Services.GetRequiredService<StageLog>();
        using CancellationTokenSource timeout = new(TimeSpan.FromMinutes(1));

        while (log.Name.Length == 0)
        {
            timeout.Token.ThrowIfCancellationRequested();
            _site.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task Pages_that_differ_by_what_is_remembered_have_different_tags()
    {
        using SiteFixture site = await AnHourLaterAsync("12.59", await ReportAsync());
        using SiteFixture restarted = await AnHourLaterAsync("12.59", null);

        using HttpResponseMessage remembers = await site.GetAsync("/rivers");
        using HttpResponseMessage forgot = await restarted.GetAsync("/rivers");

        Assert.NotEqual(await remembers.Content.ReadAsStringAsync(), await forgot.Content.ReadAsStringAsync());
        Assert.NotEqual(remembers.Headers.ETag, forgot.Headers.ETag);

        using HttpResponseMessage one = await site.GetAsync("/gauges");
        using HttpResponseMessage other = await restarted.GetAsync("/gauges");
        Assert.Equal(one.Headers.ETag, other.Headers.ETag);
    }

    public void Dispose() => _site.Dispose();

    private static Func<HttpRequestMessage, HttpResponseMessage?> Later(string stage) => RecordedBodies.With(body => body
        .Replace("\"11.89\"", $"\"{stage}\"", StringComparison.Ordinal)
        .Replace("2026-10-02T11:", "2026-10-02T12:", StringComparison.Ordinal)
        .Replace("2026-10-02 07:00", "2026-10-02 08:00", StringComparison.Ordinal)
        .Replace("2026-10-02 06:", "2026-10-02 07:", StringComparison.Ordinal));

    private static SiteFixture Started(string stage)
    {
        SiteFixture site = new();
        site.With(Later(stage));
        site.Clock.Advance(TimeSpan.FromHours(1));
        return site;
    }

    private static async Task<SiteFixture> AnHourLaterAsync(string stage, SiteReport? remembered)
    {
        SiteFixture site = new();
        site.With(Later(stage));
        site.Clock.Advance(TimeSpan.FromHours(1));
        site.Services.GetRequiredService<StageLog>().Record(remembered);
        await site.WaitUntilAsync("/rivers", page => page.Contains(stage, StringComparison.Ordinal));
        return site;
    }

    private async Task<SiteReport?> ReportAsync()
    {
        await _site.WaitUntilAsync("/rivers", page => page.Contains("11.89", StringComparison.Ordinal));
        return _site.Services.GetRequiredService<NetworkStore>().CurrentSites;
    }
}
