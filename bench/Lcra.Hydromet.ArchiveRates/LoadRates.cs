using System.Globalization;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>Loads counts gauge by gauge as rows and as packs, beside the same rows by the database's own loader, in turn.</summary>
internal sealed class LoadRates(Func<string, bool, ArchiveOptions> optionsOf, string folder, Readings readings, ProcessorClock clock)
{
    private readonly List<(ArchiveRequest Request, List<HistoryRecord> Records)> _made = [.. Enumerable.Range(1, readings.Gauges).SelectMany(gauge => Readings.WindowsOf(gauge, readings.First))];

    public async Task RunAsync(int rounds)
    {
        bool isSqlite = optionsOf("", true).Provider == ArchiveProvider.Sqlite;
        string text = isSqlite
            ? readings.ToText(',', at => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
            : readings.ToText('\t', at => at.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture));
        string csv = Path.Combine(folder, "load.csv");
        await File.WriteAllTextAsync(csv, text);
        (double Clock, double Processor) rows = (double.MaxValue, double.MaxValue);
        (double Clock, double Processor) packs = rows;
        (double Clock, double Processor) peer = rows;
        double rowBytes = 0;
        double packBytes = 0;
        for (int round = 0; round < rounds; round++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"load{round}");
            (rows, rowBytes) = await LoadAsync(optionsOf(name, true), rows);
            peer = Least(peer, isSqlite ? await Peers.ImportAsync(Path.Combine(folder, name + "-peer.db"), csv) : await Peers.CopyAsync(optionsOf(name, true), text, clock));
            (packs, packBytes) = await LoadAsync(optionsOf(name, false), packs);
        }

        long count = _made.Sum(window => (long)window.Records.Count);
        Output.Print("readings", count);
        Output.Print("peer-us", peer.Clock / count * 1e6);
        Output.Print("load-rows", peer.Clock / rows.Clock);
        Output.Print("load-packs", peer.Clock / packs.Clock);
        Output.Print("load-rows-processor", peer.Processor / rows.Processor);
        Output.Print("load-packs-processor", peer.Processor / packs.Processor);
        Output.Print("bytes-csv", (double)text.Length / count);
        Output.Print("bytes-rows", rowBytes / count);
        Output.Print("bytes-packs", packBytes / count);
    }

    private static (double Clock, double Processor) Least((double Clock, double Processor) before, (double Clock, double Processor) now) =>
        (Math.Min(before.Clock, now.Clock), Math.Min(before.Processor, now.Processor));

    private async Task<((double Clock, double Processor) Least, double Bytes)> LoadAsync(ArchiveOptions options, (double Clock, double Processor) before)
    {
        await using HydrometArchive archive = await HydrometArchive.OpenAsync(options);
        if (options.Provider == ArchiveProvider.PostgreSql)
        {
            await Peers.RunAsync(options, "DROP TABLE IF EXISTS bare; TRUNCATE site, reading, day_pack, newest RESTART IDENTITY CASCADE");
        }

        (double, double) seconds = await clock.TimeBothAsync(() => Readings.StoreAsync(archive, _made));
        return (Least(before, seconds), (await archive.GetStatusAsync()).Bytes);
    }
}
