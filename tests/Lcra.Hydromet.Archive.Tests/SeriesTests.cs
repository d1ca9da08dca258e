using System.Diagnostics.CodeAnalysis;
using FsCheck.Xunit;
using Lcra.Hydromet.Archive.Tests.Support;

namespace Lcra.Hydromet.Archive.Tests;

[Collection(SharedStores.Name)]
[SuppressMessage("Security", "CA5394", Justification = "Made rain is no secret.")]
public class SeriesTests(ArchiveStores stores)
{
    private static readonly DateOnly First = new(2026, 8, 1);

    [Property(MaxTest = 12)]
    public void The_total_of_any_window_from_a_file_is_the_total_of_the_series_of_the_same_records(int seed) => CompareAsync(ArchiveProvider.Sqlite, seed).GetAwaiter().GetResult();

    [Theory]
    [OnPostgreSql]
    public async Task The_total_of_any_window_from_a_server_is_the_total_of_the_series_of_the_same_records(ArchiveProvider provider)
    {
        for (int seed = 0; seed < 4; seed++)
        {
            await CompareAsync(provider, seed);
        }
    }

    private async Task CompareAsync(ArchiveProvider provider, int seed)
    {
        Random random = new(seed);
        await using HydrometArchive archive = await stores.OpenNextAsync(provider, Recorded.Clock());
        AccumulatedRainfall[] records = [.. Records(random)];
        RainfallSeries expected = RainfallSeries.FromAccumulatedRainfall(records, TimeSpan.FromHours(1));
        for (DateOnly from = First; from <= Recorded.Today;)
        {
            DateOnly to = from.AddDays(random.Next(1, 40)) is var end && end < Recorded.Today ? end : Recorded.Today;
            await archive.StoreAccumulatedRainfallAsync(
                Recorded.Request(Recorded.Hamilton, HistoryParameter.Rain, from, to), records.Where(record => CentralTime.DayOf(record.At) >= from && CentralTime.DayOf(record.At) <= to));
            from = to.AddDays(1);
        }

        RainfallSeries actual = await RainfallSeries.FromAccumulatedRainfallAsync(archive.GetAccumulatedRainfallAsync(Recorded.Hamilton, First, Recorded.Today), TimeSpan.FromHours(1));
        RainfallSeries direct = await archive.GetSeriesAsync(Recorded.Hamilton, First, Recorded.Today);

        for (int i = 0; i < 50; i++)
        {
            DateTimeOffset start = CentralTime.StartOfDay(First).AddSeconds(random.Next(60 * 86_400));
            DateTimeOffset end = start.AddSeconds(random.Next(1, 10 * 86_400));
            Assert.Equal(expected.Total(start, end).ToString(), actual.Total(start, end).ToString());
            Assert.Equal(expected.Total(start, end).ToString(), direct.Total(start, end).ToString());
        }

        Assert.Equal(expected.Flags, actual.Flags);
        Assert.Equal(expected.Flags, direct.Flags);
        Assert.Equal(expected.ToString(), (await archive.GetSeriesAsync(Recorded.Hamilton, First, Recorded.Today, asKnownAt: Recorded.Now)).ToString());
        Assert.Null((await archive.GetSeriesAsync(Recorded.Hamilton, First, Recorded.Today, asKnownAt: Recorded.Now.AddSeconds(-1))).Start);
        Assert.Null((await archive.GetSeriesAsync(Recorded.MarbleFalls, First, Recorded.Today)).Start);
    }

    // Gaps, resets, glitches, two readings of one second, and times that are not on the quarter hour.
    private static IEnumerable<AccumulatedRainfall> Records(Random random)
    {
        decimal count = random.Next(0, 20_000) / 100m;
        DateTimeOffset at = CentralTime.StartOfDay(First);
        while (at <= Recorded.Now)
        {
            count = random.Next(400) == 0 ? 0 : count + (random.Next(30) == 0 ? random.Next(1, 90) / 100m : 0);
            decimal read = random.Next(300) == 0 ? count + 9.99m : count;
            if (random.Next(200) == 0)
            {
                yield return new AccumulatedRainfall(CentralTime.At(at), read + 0.01m);
            }

            yield return new AccumulatedRainfall(CentralTime.At(at), read);
            at = at.AddSeconds(random.Next(20) == 0 ? random.Next(1, 20_000) : 900);
        }
    }
}
