using Microsoft.Extensions.DependencyInjection;
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

        await AnHourLaterAsync(later);

        Assert.Contains("Whether the water rises or falls is shown once this site has read LCRA for an hour.", before, StringComparison.Ordinal);
        Assert.DoesNotContain("an hour.", PageText.Words(await _site.GetStringAsync("/rivers"))[..200], StringComparison.Ordinal);
        Assert.Contains($"{later} {english}", PageText.Rows(await _site.GetStringAsync("/rivers")).Single(row => row.StartsWith("Llano River near Mason", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains(spanish, PageText.Words(await _site.GetStringAsync("/es/?site=2435")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_differ_by_what_is_remembered_have_different_tags()
    {
        await _site.GetStringAsync("/rivers");
        await AnHourLaterAsync("12.59");
        using SiteFixture restarted = new();
        restarted.With(Later("12.59"));
        restarted.Clock.Advance(TimeSpan.FromHours(1));

        using HttpResponseMessage remembers = await _site.GetAsync("/rivers");
        using HttpResponseMessage forgot = await restarted.GetAsync("/rivers");

        Assert.NotEqual(await remembers.Content.ReadAsStringAsync(), await forgot.Content.ReadAsStringAsync());
        Assert.NotEqual(remembers.Headers.ETag, forgot.Headers.ETag);

        using HttpResponseMessage one = await _site.GetAsync("/gauges");
        using HttpResponseMessage other = await restarted.GetAsync("/gauges");
        Assert.Equal(one.Headers.ETag, other.Headers.ETag);
    }

    public void Dispose() => _site.Dispose();

    private static Func<HttpRequestMessage, HttpResponseMessage?> Later(string stage) => RecordedBodies.With(body => body
        .Replace("\"11.89\"", $"\"{stage}\"", StringComparison.Ordinal)
        .Replace("2026-10-02T11:", "2026-10-02T12:", StringComparison.Ordinal)
        .Replace("2026-10-02 07:00", "2026-10-02 08:00", StringComparison.Ordinal)
        .Replace("2026-10-02 06:", "2026-10-02 07:", StringComparison.Ordinal));

    private async Task AnHourLaterAsync(string stage)
    {
        // A page of the first second can come before its report is remembered.
        StageLog log = _site.Services.GetRequiredService<StageLog>();
        await _site.RefreshUntilAsync("/rivers", _ => log.Name.Length > 0);
        _site.With(Later(stage));
        _site.Clock.Advance(TimeSpan.FromMinutes(30));
        await _site.RefreshUntilAsync("/rivers", page => page.Contains(stage, StringComparison.Ordinal));
    }
}
