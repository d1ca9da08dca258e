using System.Data.Common;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>Fills an archive of a size and reads it, beside the same reads as bare statements, in turn.</summary>
internal sealed class ReadRates(Func<string, bool, ArchiveOptions> optionsOf, Readings readings, ProcessorClock clock, int rounds)
{
    private const double SecondsARound = 0.3;

    private static readonly DateOnly FirstOfRecord = new(1991, 1, 1);

    // The one whose year and rank are asked.
    private SiteId Asked => Readings.SiteOf(readings.Gauges);

    public async Task RunAsync()
    {
        ArchiveOptions rows = optionsOf("reads", true);
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(rows);
        Output.Print("readings", await FillAsync(archive, readings));
        await readings.StoreDaysAsync(archive, gauge => FirstDay(gauge, readings));
        await FinishAsync(archive, rows);
        await using HydrometArchive packs = await HydrometArchive.OpenAsync(optionsOf("reads", false));
        await FillAsync(packs, readings);
        await FinishAsync(packs, optionsOf("reads", false));

        await using DbConnection connection = await Peers.OpenAsync(rows);
        BareReads bare = new(connection, rows.Provider == ArchiveProvider.Sqlite, readings.Gauges);
        await CheckAsync(archive, packs, bare);
        DateOnly day = Readings.Last.AddDays(-5);
        await CompareAsync("window", () => WindowAsync(archive, day), () => bare.WindowAsync(day));
        double year = await CompareAsync("year", () => YearAsync(archive), () => bare.YearAsync(Readings.YearBegins, Readings.Last));
        await CompareAsync("rank", () => RankAsync(archive, day), () => bare.RankAsync(FirstOfRecord, Readings.Last, day));
        await CompareAsync("network-day", () => archive.GetRainfallOfDayAsync(day), () => bare.NetworkDayAsync(day));
        await CompareAsync("newest", () => archive.GetNewestRecordsAsync(HistoryParameter.Rain), bare.NewestAsync);
        double packedYear = await CompareAsync("year-packs", () => YearAsync(packs), () => YearAsync(archive));
        await CompareAsync("window-packs", () => WindowAsync(packs, day), () => bare.WindowAsync(day));
        Output.Print("year-packs-share", packedYear / year);
    }

    /// <summary>Reads an archive whose days are all packed, as nearly all are by default, beside one of few days, in turn.</summary>
    public async Task RunGrowthAsync(Readings few)
    {
        ArchiveOptions options = optionsOf("growth", false);
        ArchiveOptions fewOptions = optionsOf("few", true);
        fewOptions.PackAfter = options.PackAfter;
        await using HydrometArchive before = await PackedAsync("readings-before", fewOptions, few);
        await using HydrometArchive archive = await PackedAsync("readings", options, readings);
        Output.Print("bytes", (await archive.GetStatusAsync()).Bytes);
        DateOnly day = Readings.Last.AddDays(-5);
        await CompareAsync("window", () => WindowAsync(archive, day), () => WindowAsync(before, day));
        await CompareAsync("year", () => YearAsync(archive), () => YearAsync(before));
        await CompareAsync("rank", () => RankAsync(archive, day), () => RankAsync(before, day));
        await CompareAsync("network-day", () => archive.GetRainfallOfDayAsync(day), () => before.GetRainfallOfDayAsync(day));
        await CompareAsync("newest", () => archive.GetNewestRecordsAsync(HistoryParameter.Rain), () => before.GetNewestRecordsAsync(HistoryParameter.Rain));
    }

    private async Task<HydrometArchive> PackedAsync(string name, ArchiveOptions options, Readings all)
    {
        HydrometArchive archive = await HydrometArchive.OpenAsync(options);
        Output.Print(name, await FillAsync(archive, all));
        await all.StoreDaysAsync(archive, gauge => FirstDay(gauge, all));
        await FinishAsync(archive, options);
        return archive;
    }

    private static async Task<long> FillAsync(HydrometArchive archive, Readings all)
    {
        long stored = 0;
        for (int gauge = 1; gauge <= all.Gauges; gauge++)
        {
            List<(ArchiveRequest Request, List<HistoryRecord> Records)> windows = Readings.WindowsOf(gauge, FirstCount(gauge, all));
            await Readings.StoreAsync(archive, windows);
            stored += windows.Sum(window => (long)window.Records.Count);
        }

        return stored;
    }

    private static DateOnly FirstCount(int gauge, Readings all) => gauge == all.Gauges && all.First > Readings.YearBegins ? Readings.YearBegins : all.First;

    private static DateOnly FirstDay(int gauge, Readings all) => gauge == all.Gauges ? FirstOfRecord : all.First;

    private Task<int> WindowAsync(HydrometArchive archive, DateOnly day) => archive.GetAccumulatedRainfallAsync(Asked, day, day).CountAsync().AsTask();

    private static async Task FinishAsync(HydrometArchive archive, ArchiveOptions options)
    {
        await archive.CompactAsync();
        if (options.Provider == ArchiveProvider.PostgreSql)
        {
            await Peers.RunAsync(options, "VACUUM ANALYZE");
            await Peers.RunAsync(options, "CHECKPOINT");
        }
    }

    private async Task<decimal[]> YearAsync(HydrometArchive archive)
    {
        RainfallSeries series = await archive.GetSeriesAsync(Asked, Readings.YearBegins, Readings.Last);
        decimal[] days = new decimal[365];
        DateTimeOffset midnight = CentralTime.StartOfDay(Readings.YearBegins);
        for (int i = 0; i < days.Length; i++)
        {
            DateTimeOffset next = CentralTime.StartOfDay(Readings.YearBegins.AddDays(i + 1));
            days[i] = series.Total(midnight, next).Inches ?? 0;
            midnight = next;
        }

        return days;
    }

    private async Task<int> RankAsync(HydrometArchive archive, DateOnly day) =>
        Ranks.Of(await archive.GetDailyRainfallAsync(Asked, FirstOfRecord, Readings.Last).ToListAsync(), day);

    // A read that is wrong is no faster.
    private async Task CheckAsync(HydrometArchive archive, HydrometArchive packs, BareReads bare)
    {
        decimal[] year = await bare.YearAsync(Readings.YearBegins, Readings.Last);
        decimal[] ofRows = await YearAsync(archive);
        decimal[] ofPacks = await YearAsync(packs);
        if (!year.AsSpan().SequenceEqual(ofRows) || !year.AsSpan().SequenceEqual(ofPacks) || year.Sum() <= 0)
        {
            throw new InvalidOperationException("A year of the library is not the year of the bare statement.");
        }

        if ((await archive.GetNewestRecordsAsync(HistoryParameter.Rain)).Count != readings.Gauges || (await packs.GetNewestRecordsAsync(HistoryParameter.Rain)).Count != readings.Gauges
            || (await archive.GetRainfallOfDayAsync(Readings.Last)).Count != readings.Gauges)
        {
            throw new InvalidOperationException("A read of all gauges lacks some.");
        }
    }

    private async Task<double> CompareAsync(string name, Func<Task> library, Func<Task> bare)
    {
        int times = (int)Math.Clamp(SecondsARound / Math.Max(1e-5, await clock.TimeAsync(library, 5)), 3, 5_000);
        double libraryLeast = double.MaxValue;
        double bareLeast = double.MaxValue;
        for (int round = 0; round < rounds; round++)
        {
            libraryLeast = Math.Min(libraryLeast, await clock.TimeAsync(library, times));
            bareLeast = Math.Min(bareLeast, await clock.TimeAsync(bare, times));
        }

        Output.Print(name + "-ms", libraryLeast * 1000);
        Output.Print(name, libraryLeast / bareLeast);
        return libraryLeast;
    }
}
