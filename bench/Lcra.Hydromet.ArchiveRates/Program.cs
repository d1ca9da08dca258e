using System.Globalization;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.ArchiveRates;

// Of 400 gauges.
const int DaysOfAMillion = 26;

// Prints a name and a number a line. Arguments: load, reads or growth; sqlite or postgresql; a folder; gauges; days; rounds; of PostgreSQL a connection string that
// ends with "Database=" and has the databases rows and packs, and the process id of the server.
bool isSqlite = string.Equals(args[1], "sqlite", StringComparison.Ordinal);
Readings readings = new(int.Parse(args[3], CultureInfo.InvariantCulture), int.Parse(args[4], CultureInfo.InvariantCulture));
int rounds = int.Parse(args[5], CultureInfo.InvariantCulture);
ProcessorClock clock = new(isSqlite ? null : args[7]);

await (args[0] switch
{
    "load" => new LoadRates(OptionsOf, args[2], readings, clock).RunAsync(rounds),
    "growth" => new ReadRates(OptionsOf, readings, clock, rounds).RunGrowthAsync(new Readings(readings.Gauges, DaysOfAMillion)),
    _ => new ReadRates(OptionsOf, readings, clock, rounds).RunAsync(),
});

ArchiveOptions OptionsOf(string name, bool rows) => new()
{
    Provider = isSqlite ? ArchiveProvider.Sqlite : ArchiveProvider.PostgreSql,
    ConnectionString = isSqlite ? $"Data Source={Path.Combine(args[2], name)}-{(rows ? "rows" : "packs")}.db" : args[6] + (rows ? "rows" : "packs"),
    PackAfter = TimeSpan.FromDays(rows ? 36_500 : 1),
    LockTimeout = TimeSpan.FromMinutes(10),
};
