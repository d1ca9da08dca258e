using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.TestSupport;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>The commands of the archive on a PostgreSQL server.</summary>
public sealed class ArchiveServerTests : IDisposable
{
    private static readonly string[][] Commands =
    [
        ["sync", "--sites", "3018,2959", "--from", "2026-06-01", "--replay"],
        ["sync", "--sites", "3018", "--from", "2026-06-01", "--replay"],
        ["archive", "status"],
        ["archive", "status", "--json"],
        ["archive", "verify"],
        ["archive", "export", "--table", "daily", "--sites", "3018", "--from", "2026-09-01"],
        ["archive", "export", "--table", "daily-wide"],
        ["archive", "export", "--table", "accumulated"],
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    [ToolFact(PostgreSqlServer.Program)]
    public async Task Each_command_writes_on_a_server_what_it_writes_on_a_file()
    {
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync();
        string database = await server.CreateDatabaseAsync();
        List<ToolRun> onFile = [];
        List<ToolRun> onServer = [];
        foreach (string[] command in Commands)
        {
            onFile.Add(await ToolRun.OfAsync([.. command, "--store", Path.Combine(_folder.FullName, "rain.db")]));
            onServer.Add(await ToolRun.OfAsync([.. command, "--store", database]));
        }

        ToolRun copy = await ToolRun.OfAsync("archive", "backup", Path.Combine(_folder.FullName, "copy.db"), "--store", database);

        // The sites of a sync end in any order.
        Assert.Equal(onFile.Select(run => (run.ExitCode, InOrder(run))), onServer.Select(run => (run.ExitCode, InOrder(run))));
        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1], onServer.Select(run => run.ExitCode));
        Assert.Contains("LCRA:3018 rainDaily: 2026-06-01 to 2026-10-02, 124 records", onServer[2].Output, StringComparison.Ordinal);
        Assert.Equal("248 days, 0 readings, 0 packed days: no problem\n", onServer[4].Output);
        Assert.Contains("LCRA_3018,2026-10-01,", onServer[5].Output, StringComparison.Ordinal);
        Assert.Equal((2, "The archive is in PostgreSQL: use pg_dump."), (copy.ExitCode, copy.Error.Trim()));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string InOrder(ToolRun run) => string.Join('\n', run.Output.Split('\n').Order(StringComparer.Ordinal));
}
