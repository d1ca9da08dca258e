using System.Globalization;
using System.Text;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>The embedded recording, all 246 gauges.</summary>
public class RecordedStormTests
{
    private static Task<RainfallReport> StormAsync() =>
        new HydrometClient(
            new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())),
            new HydrometClientOptions(),
            new ReplayClock(TestReports.Central(10, 2, 7))).GetRainfallAsync(RainfallScope.CsvFeeds);

    [Fact]
    public async Task Every_gauge_has_a_total_or_a_reason_for_every_period()
    {
        RainfallReport report = await StormAsync();

        Assert.Equal(246, report.Gauges.Count);
        Assert.All(
            report.Gauges.SelectMany(gauge => gauge.Totals),
            total => Assert.True(total.Inches is null == total.Missing is not null && total.Start < total.End));
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task The_only_missing_totals_are_the_blank_ones()
    {
        RainfallReport report = await StormAsync();

        Assert.Equal(
            ["LCRA:2200 last_year Blank", "LCRA:5489 this_year Blank", "LCRA:5489 last_year Blank", "LCRA:5692 last_year Blank"],
            report.Gauges.SelectMany(gauge => gauge.Totals)
                .Where(total => total.Inches is null)
                .Select(total => $"{total.Site.Id} {total.Period} {total.Missing}"));
    }

    [Fact]
    public async Task Hamilton_creek_in_the_storm()
    {
        StringBuilder lines = new();
        foreach (RainfallTotal total in (await StormAsync()).Find(SiteId.Parse("3018"))!.Totals)
        {
            lines.AppendLine(CultureInfo.InvariantCulture, $"{total.Period.Key,-14} {total.Period.Kind,-8} {total.Inches,6} in {total.ToMillimeters(),6} mm  {total.Start:yyyy-MM-dd'T'HH:mmzzz} to {total.End:yyyy-MM-dd'T'HH:mmzzz}{(total.IsPartial ? " partial" : "")}{(total.IsApproximate ? " approximate" : "")}");
            lines.AppendLine(CultureInfo.InvariantCulture, $"    from {total.Source.Feed} '{total.Source.Column}' reported {total.Source.ReportedAt:yyyy-MM-dd'T'HH:mmzzz}, read {total.ObservedAt:yyyy-MM-dd'T'HH:mmzzz}");
        }

        Snapshot.Match(lines.ToString());
    }
}
