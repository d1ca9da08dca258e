using System.Diagnostics.CodeAnalysis;
using System.Globalization;
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

    /// <summary>Makes counts of a gauge to the recording's moment: one in 15 minutes, 2 in 100 missing, and a rise now and then.</summary>
    [SuppressMessage("Security", "CA5394", Justification = "Made rain is no secret.")]
    public static IEnumerable<AccumulatedRainfall> MadeCounts(SiteId site, DateOnly first)
    {
        Random random = new(int.Parse(site.Number, CultureInfo.InvariantCulture) + first.DayNumber);
        decimal count = 40;
        for (DateTimeOffset at = CentralTime.StartOfDay(first); at <= Now; at = CentralTime.At(at.AddMinutes(15)))
        {
            count += random.Next(80) == 0 ? random.Next(1, 60) / 100m : 0;
            if (random.Next(50) > 0)
            {
                yield return new AccumulatedRainfall(at, count);
            }
        }
    }

    /// <summary>Stores made counts of a gauge, window by window.</summary>
    public static async Task<IReadOnlyList<AccumulatedRainfall>> FillCountsAsync(HydrometArchive archive, SiteId site, DateOnly first)
    {
        AccumulatedRainfall[] all = [.. MadeCounts(site, first)];
        for (DateOnly from = first; from <= Today; from = from.AddDays(DaysOfWindow))
        {
            ArchiveRequest request = Request(site, HistoryParameter.Rain, from, from.AddDays(DaysOfWindow - 1) is var to && to < Today ? to : Today);
            await archive.StoreAccumulatedRainfallAsync(request, all.Where(reading => CentralTime.DayOf(reading.At) >= request.First && CentralTime.DayOf(reading.At) <= request.Last));
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
