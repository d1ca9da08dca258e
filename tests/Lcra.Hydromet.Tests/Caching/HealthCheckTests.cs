using System.Net;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Lcra.Hydromet.Tests.Caching;

public sealed class HealthCheckTests : IDisposable
{
    private static readonly TimeSpan Cycle = TimeSpan.FromMinutes(15);
    private readonly CacheFixture _cached = new();

    [Fact]
    public async Task Before_the_first_report_the_check_is_unhealthy_and_sends_no_request()
    {
        HealthReportEntry check = await CheckAsync();

        Assert.Equal((HealthStatus.Unhealthy, "There is no rainfall report. None has been downloaded yet."), (check.Status, check.Description));
        Assert.Empty(check.Data);
        Assert.Empty(_cached.Feeds.Requested);
    }

    [Fact]
    public async Task With_recent_reports_the_check_is_healthy_and_has_the_age_of_each_feed()
    {
        await _cached.Cache.GetRainfallAsync();

        HealthReportEntry check = await CheckAsync();

        Assert.Equal(HealthStatus.Healthy, check.Status);
        Assert.Equal(["GetDataForAllSites.ageMinutes", "Rain5Day.csv.ageMinutes", "RainMonthYear.csv.ageMinutes", "Rainfall.csv.ageMinutes"], check.Data.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2.0m, check.Data["Rainfall.csv.ageMinutes"]);
    }

    [Fact]
    public async Task A_feed_that_fails_degrades_the_check_which_has_its_kind_and_the_age_of_its_last_report()
    {
        await _cached.Cache.GetRainfallAsync();
        _cached.Feeds.With(HydrometFeed.FiveDayRainfall, HttpStatusCode.BadGateway);
        await _cached.After(Cycle).Cache.GetRainfallAsync();

        HealthReportEntry check = await CheckAsync();

        Assert.Equal(HealthStatus.Degraded, check.Status);
        Assert.Equal(["Rain5Day.csv.failure"], check.Data.Keys.Where(key => key.EndsWith(".failure", StringComparison.Ordinal)));
        Assert.Equal(("httpError", 17.0m), (check.Data["Rain5Day.csv.failure"], check.Data["Rain5Day.csv.ageMinutes"]));
        Assert.StartsWith("Rain5Day.csv failed: ", check.Description, StringComparison.Ordinal);
        Assert.Equal(HydrometFailureKind.HttpError, Assert.IsType<HydrometException>(check.Exception).Kind);
    }

    [Fact]
    public async Task A_report_older_than_the_limit_degrades_the_check()
    {
        await _cached.Cache.GetRainfallAsync();
        TimeSpan oldest = _cached.Clock.GetUtcNow() - _cached.Cache.Feeds.Min(feed => feed.ReportedAt)!.Value;

        HealthReportEntry atTheLimit = await CheckAsync(options => options.MaxReportAge = oldest);
        HealthReportEntry above = await CheckAsync(options => options.MaxReportAge = oldest - TimeSpan.FromSeconds(1));

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Degraded), (atTheLimit.Status, above.Status));
        Assert.Equal("The report of GetDataForAllSites is 7 minutes old.", above.Description);
        Assert.Null(above.Exception);
    }

    [Fact]
    public async Task By_default_the_limit_is_that_of_a_stale_report()
    {
        await _cached.Cache.GetRainfallAsync();
        DateTimeOffset oldest = _cached.Cache.Feeds.Min(feed => feed.ReportedAt)!.Value;

        _cached.Clock.SetUtcNow(oldest + FeedStatus.StaleAfter);
        HealthReportEntry atTheLimit = await CheckAsync();
        HealthReportEntry later = await _cached.After(TimeSpan.FromSeconds(1)).CheckAsync();

        Assert.Equal((HealthStatus.Healthy, HealthStatus.Degraded), (atTheLimit.Status, later.Status));
    }

    [Fact]
    public async Task When_every_feed_fails_from_the_start_the_check_is_unhealthy_and_has_each_kind()
    {
        await Assert.ThrowsAsync<HydrometException>(() => _cached.Down().Cache.GetRainfallAsync().AsTask());

        HealthReportEntry check = await CheckAsync();

        Assert.Equal(HealthStatus.Unhealthy, check.Status);
        Assert.Equal(["httpError", "httpError", "httpError", "httpError"], check.Data.Values);
    }

    [Fact]
    public async Task A_report_that_has_expired_is_none()
    {
        await _cached.Cache.GetRainfallAsync();
        await Assert.ThrowsAsync<HydrometException>(() => _cached.Down().After(TimeSpan.FromHours(13)).Cache.GetRainfallAsync().AsTask());

        Assert.Equal(HealthStatus.Unhealthy, (await CheckAsync()).Status);
    }

    [Fact]
    public async Task Lake_levels_are_checked_once_they_have_been_requested()
    {
        await _cached.Cache.GetRainfallAsync();
        Assert.DoesNotContain((await CheckAsync()).Data.Keys, key => key.StartsWith("LakeLevel", StringComparison.Ordinal));

        await _cached.Cache.GetLakeLevelsAsync();
        Assert.Contains("LakeLevel.csv.ageMinutes", (await CheckAsync()).Data.Keys);

        _cached.Feeds.With(HydrometFeed.LakeLevels, HttpStatusCode.BadGateway);
        await _cached.After(Cycle).Cache.GetLakeLevelsAsync();
        HealthReportEntry check = await CheckAsync();

        Assert.Equal((HealthStatus.Degraded, "httpError"), (check.Status, check.Data["LakeLevel.csv.failure"]));
    }

    [Fact]
    public async Task An_application_chooses_the_name_the_status_and_the_tags()
    {
        HealthReport report = await ReportAsync(checks => checks.AddHydrometHealthCheck("rain", failureStatus: HealthStatus.Degraded, tags: ["lcra"]));

        Assert.Equal(HealthStatus.Degraded, report.Entries["rain"].Status);
        Assert.Equal(["lcra"], report.Entries["rain"].Tags);
    }

    [Fact]
    public void A_limit_that_no_report_can_meet_is_refused_at_registration() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddHealthChecks().AddHydrometHealthCheck(configure: options => options.MaxReportAge = TimeSpan.Zero));

    public void Dispose() => _cached.Dispose();

    private Task<HealthReportEntry> CheckAsync(Action<HydrometHealthCheckOptions>? configure = null) => _cached.CheckAsync(configure);

    private Task<HealthReport> ReportAsync(Action<IHealthChecksBuilder> register) => _cached.ReportAsync(register);
}
