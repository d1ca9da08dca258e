using System.Data.Common;
using System.Globalization;
using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.ArchiveRates;

// Loads made counts into an archive and reads them, beside the same rows by the database's own means, and prints a name and a number a line.
// Arguments: sqlite and a folder, or postgresql and a connection string; gauges; days; rounds.
ArchiveProvider provider = string.Equals(args[0], "sqlite", StringComparison.Ordinal) ? ArchiveProvider.Sqlite : ArchiveProvider.PostgreSql;
Readings readings = new(int.Parse(args[2], CultureInfo.InvariantCulture), int.Parse(args[3], CultureInfo.InvariantCulture));
int rounds = int.Parse(args[4], CultureInfo.InvariantCulture);
SiteId site = readings.Gauges[^1].Site;
DateOnly middle = Readings.First.AddDays((readings.Last.DayNumber - Readings.First.DayNumber) / 2);
List<double> peerSeconds = [];
List<double> rowSeconds = [];
List<double> packSeconds = [];
string file = Path.Combine(provider == ArchiveProvider.Sqlite ? args[1] : Path.GetTempPath(), "rates");
string text = provider == ArchiveProvider.Sqlite
    ? readings.ToText(',', at => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture))
    : readings.ToText('\t', at => at.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture));
if (provider == ArchiveProvider.Sqlite)
{
    await File.WriteAllTextAsync(file + ".csv", text);
}

for (int round = 0; round < rounds; round++)
{
    string name = string.Create(CultureInfo.InvariantCulture, $"{file}{round}");
    rowSeconds.Add(await LoadAsync(OptionsOf(name + "-rows.db", rows: true)));
    packSeconds.Add(await LoadAsync(OptionsOf(name + "-packs.db", rows: false)));
    peerSeconds.Add(provider == ArchiveProvider.Sqlite ? await Peers.ImportAsync(name + "-peer.db", file + ".csv") : await Peers.CopyAsync(OptionsOf(name, rows: true), text));
}

Print("readings", readings.Count);
Print("csv-bytes", (double)text.Length / readings.Count);
Print("load-rows", peerSeconds.Min() / rowSeconds.Min());
Print("load-packs", peerSeconds.Min() / packSeconds.Min());
ArchiveOptions rowOptions = OptionsOf($"{file}0-rows.db", rows: true);
if (provider == ArchiveProvider.PostgreSql)
{
    await LoadAsync(rowOptions);
}

double day;
double year;
await using (HydrometArchive rows = await HydrometArchive.OpenAsync(rowOptions))
{
    await using DbConnection bare = await Peers.OpenAsync(provider, rowOptions);
    Print("bytes-rows", (double)(await rows.GetStatusAsync()).Bytes / readings.Count);
    (double library, double peer) = await CompareAsync(rows, bare, middle, middle, 300);
    Print("window", library / peer);
    (year, peer) = await CompareAsync(rows, bare, Readings.First, readings.Last, 10);
    Print("year-rows", year / peer);
    day = library;
}

ArchiveOptions packOptions = OptionsOf($"{file}0-packs.db", rows: false);
if (provider == ArchiveProvider.PostgreSql)
{
    await LoadAsync(packOptions);
}

await using (HydrometArchive packs = await HydrometArchive.OpenAsync(packOptions))
{
    Print("bytes-packs", (double)(await packs.GetStatusAsync()).Bytes / readings.Count);
    Print("window-packs", await TimeAsync(() => CountAsync(packs, middle, middle), 300) / day);
    Print("year-ms", year * 1000);
    Print("year-packs", await TimeAsync(() => CountAsync(packs, Readings.First, readings.Last), 10) / year);
}

ArchiveOptions OptionsOf(string path, bool rows) => new()
{
    Provider = provider,
    ConnectionString = provider == ArchiveProvider.Sqlite ? $"Data Source={path}" : args[1] + (rows ? "rows" : "packs"),
    PackAfter = TimeSpan.FromDays(rows ? 36_500 : 1),
};

// The time of one gauge after the other; the tables are made before.
async Task<double> LoadAsync(ArchiveOptions options)
{
    await using HydrometArchive archive = await HydrometArchive.OpenAsync(options);
    if (provider == ArchiveProvider.PostgreSql)
    {
        await using DbConnection connection = await Peers.OpenAsync(provider, options);
        await using DbCommand empty = connection.CreateCommand();
        empty.CommandText = "DROP TABLE IF EXISTS bare; TRUNCATE site RESTART IDENTITY CASCADE";
        await empty.ExecuteNonQueryAsync();
    }

    double began = Stopwatches.Seconds(provider);
    foreach ((SiteId gauge, HistoryRecord[] records) in readings.Gauges)
    {
        await archive.StoreHistoryAsync(
            new ArchiveRequest { Site = gauge, Parameter = HistoryParameter.Rain, First = Readings.First, Last = readings.Last, RequestedAt = TimeProvider.System.GetUtcNow() }, records);
    }

    return Stopwatches.Seconds(provider) - began;
}

async Task<(double Library, double Peer)> CompareAsync(HydrometArchive archive, DbConnection bare, DateOnly first, DateOnly last, int times)
{
    DateTimeOffset start = CentralTime.StartOfDay(first);
    DateTimeOffset end = CentralTime.StartOfDay(last.AddDays(1));
    long number = readings.Gauges.Count;
    double library = double.MaxValue;
    double peer = double.MaxValue;
    for (int round = 0; round < rounds; round++)
    {
        library = Math.Min(library, await TimeAsync(() => CountAsync(archive, first, last), times));
        peer = Math.Min(peer, await TimeAsync(() => Peers.ReadAsync(bare, provider, number, start, end), times));
    }

    return (library, peer);
}

Task<int> CountAsync(HydrometArchive archive, DateOnly first, DateOnly last) => archive.GetHistoryAsync(site, HistoryParameter.Rain, first, last).CountAsync().AsTask();

async Task<double> TimeAsync(Func<Task<int>> work, int times)
{
    if (await work() == 0)
    {
        throw new InvalidOperationException("Nothing was read.");
    }

    double least = double.MaxValue;
    for (int part = 0; part < 3; part++)
    {
        double began = Stopwatches.Seconds(provider);
        for (int i = 0; i < times; i++)
        {
            await work();
        }

        least = Math.Min(least, (Stopwatches.Seconds(provider) - began) / times);
    }

    return least;
}

static void Print(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value:0.####}"));
