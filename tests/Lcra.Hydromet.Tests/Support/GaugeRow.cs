using System.Globalization;
using System.Text;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>A row of Rainfall.csv as a test wants it, and reports made of such rows.</summary>
internal sealed record GaugeRow(DateTimeOffset? Read, string SinceMidnight, string OneHour = "", string Site = "3018", string TwentyFourHours = "")
{
    private string Line => string.Create(
        CultureInfo.InvariantCulture, $"{Site},Hamilton Creek near Marble Falls,{Read:yyyy-MM-dd HH:mm},{OneHour},,,{TwentyFourHours},{SinceMidnight}\r\n");

    public static Task<RainfallReport> ReportAsync(DateTimeOffset reportedAt, params GaugeRow[] rows) =>
        TestReports.Client(TestReports.Feeds().With(HydrometFeed.Rainfall, Csv(reportedAt, rows)), reportedAt).GetRainfallAsync(RainfallScope.CsvFeeds);

    public static byte[] Csv(DateTimeOffset reportedAt, params GaugeRow[] rows) => Encoding.ASCII.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: {reportedAt:yyyy-MM-dd HH:mm}\r\n")
        + string.Concat(rows.Select(row => row.Line)));
}
