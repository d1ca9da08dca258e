using System.Globalization;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Histories from recorded responses.</summary>
internal static class RecordedHistories
{
    public static readonly SiteId Gauge = SiteId.Parse("2959");
    private static readonly TimeZoneInfo Central = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    public static DateOnly Day(int year, int month, int day) => new(year, month, day);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static HydrometClient Client(HttpMessageHandler handler, DateTimeOffset? now = null) =>
        new(new HttpClient(handler), new HydrometClientOptions(), new FakeTimeProvider(now ?? TestReports.Morning));

    public static HydrometClient Recorded(HydrometRecording? recording = null)
    {
        recording ??= HydrometRecording.StormOfOctober2026();
        return Client(new ReplayHandler(recording), recording.RecordedAt);
    }

    public static string Answer(params IEnumerable<string> records) => $$"""
        { "siteId": 2959, "siteNumber": 2959, "siteName": "Marble Falls 4 WSW", "isHourly": false, "isDaily": true, "records": [
        {{string.Join(",\n", records)}}
        ] }
        """;

    public static string Record(string stamp, string values = "\"value1\": 0.25") => $$"""{ "dateTime": "{{stamp}}", {{values}} }""";

    /// <summary>One record for each day from one to another, stamped with its beginning, newest first.</summary>
    public static string Days(DateOnly first, DateOnly last)
    {
        List<string> records = [];
        for (DateOnly day = last; day >= first; day = day.AddDays(-1))
        {
            records.Add(Record(Midnight(day)));
        }

        return Answer(records);
    }

    /// <summary>LCRA's response for daily rain: the requested days and the day after them.</summary>
    public static string DaysAndOneMore(HistoryCall ask) => Days(ask.First, ask.Last.AddDays(1));

    public static ValueTask<List<HistoryRecord>> RecordsAsync(
        string answer, HistoryParameter? parameter = null, string first = "2026-10-01", string last = "2026-10-01") =>
        Client(new StubHistoryHandler(_ => answer), Later(TestReports.Morning, Day(last))).GetHistoryAsync(Gauge, parameter ?? HistoryParameter.Rain, Day(first), Day(last)).ToListAsync();

    // A reading is never of the future: days that have not begun on the recording's morning are over.
    private static DateTimeOffset Later(DateTimeOffset now, DateOnly last) =>
        last <= DateOnly.FromDateTime(now.DateTime) ? now : new DateTimeOffset(last.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero);

    private static string Midnight(DateOnly day)
    {
        DateTime local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, Central.GetUtcOffset(local)).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
