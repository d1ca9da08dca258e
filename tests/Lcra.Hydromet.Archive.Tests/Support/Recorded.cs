using System.Net;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>The embedded recording, requested in windows as LCRA allows them.</summary>
internal static class Recorded
{
    public static readonly SiteId Hamilton = SiteId.Parse("3018");
    public static readonly SiteId MarbleFalls = SiteId.Parse("2959");
    public static readonly DateTimeOffset Now = HydrometRecording.StormOfOctober2026().RecordedAt;
    public static readonly DateOnly Today = new(2026, 10, 2);

    private const int DaysOfWindow = 179;

    public static FakeTimeProvider Clock() => new(Now);

    public static HydrometClient Client() =>
        new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())), timeProvider: new ReplayClock(Now));

    /// <summary>Stores the daily rain of a gauge from a day to the recording's, window by window.</summary>
    public static async Task<IReadOnlyList<DailyRainfall>> FillDailyAsync(HydrometArchive archive, SiteId site, DateOnly first)
    {
        using HydrometClient client = Client();
        List<DailyRainfall> all = [];
        for (DateOnly from = first; from <= Today; from = from.AddDays(DaysOfWindow))
        {
            ArchiveRequest request = Request(site, HistoryParameter.RainDaily, from, from.AddDays(DaysOfWindow - 1) is var to && to < Today ? to : Today);
            DailyRainfall[] days = await client.GetDailyRainfallAsync(site, request.First, request.Last).ToArrayAsync();
            all.AddRange(days);
            await archive.StoreDailyRainfallAsync(request, days);
        }

        return all;
    }

    public static ArchiveRequest Request(SiteId site, HistoryParameter parameter, DateOnly first, DateOnly last, DateTimeOffset? at = null) => new()
    {
        Site = site,
        Parameter = parameter,
        First = first,
        Last = last,
        RequestedAt = at ?? Now,
        Address = new Uri("https://hydromet.lcra.org/api/HistoricData"),
        StatusCode = HttpStatusCode.OK,
        Sha256 = new string('a', 64),
    };
}
