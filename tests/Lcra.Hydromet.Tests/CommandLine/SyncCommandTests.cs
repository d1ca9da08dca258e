using System.Text.Json;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.CommandLine;

public sealed class SyncCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string Store => Path.Combine(_folder.FullName, "rain.db");

    [Fact]
    public async Task An_archive_of_two_whole_records_is_filled_told_checked_exported_and_copied()
    {
        ToolRun sync = await RunAsync("sync", "--sites", "3018,2959", "--replay");
        ToolRun again = await RunAsync("sync", "--sites", "3018", "--replay");
        ToolRun status = await RunAsync("archive", "status");
        ToolRun json = await RunAsync("archive", "status", "--json");
        ToolRun verify = await RunAsync("archive", "verify");
        ToolRun wide = await RunAsync("archive", "export", "--table", "daily-wide", "--from", "2026-09-30", "--sites", "3018,2959");
        ToolRun daily = await RunAsync("archive", "export", "--sites", "3018", "--json", "--measured-only");
        string copy = Path.Combine(_folder.FullName, "copy.db");
        ToolRun backup = await RunAsync("archive", "backup", copy);
        ToolRun checkedJson = await RunAsync("archive", "verify", "--json");
        ToolRun backupJson = await RunAsync("archive", "backup", $"{copy}2", "--json");
        ToolRun copied = await ToolRun.OfAsync("archive", "status", "--store", copy);

        Assert.Equal(
            ["LCRA:2959 rainDaily: 12421 added, 0 corrected, 76 requests", "LCRA:3018 rainDaily: 8849 added, 0 corrected, 54 requests"],
            Lines(sync).Order(StringComparer.Ordinal));
        Assert.Equal("130 requests, 21270 added, 0 corrected, 0 windows failed. Everything is in the archive.\n", sync.Error);
        Assert.Equal("LCRA:3018 rainDaily: 0 added, 0 corrected, 0 requests\n", again.Output);
        Assert.Equal(
            [
                "LCRA:2959 rainDaily: 1991-11-30 to 2026-10-02, 12421 records, 12421 days with an amount, 305 missing",
                "LCRA:3018 rainDaily: 2002-06-19 to 2026-10-02, 8849 records, 8849 days with an amount, 23 missing",
            ],
            Lines(status));
        Assert.Contains("last request 2026-10-02 07:00 -05:00", status.Error, StringComparison.Ordinal);
        Assert.Contains("Completed, 0 windows failed", status.Error, StringComparison.Ordinal);
        Assert.Equal("2002-06-19", JsonDocument.Parse(Lines(json)[1]).RootElement.GetProperty("first_day").GetString());
        Assert.Equal("21270 days, 0 readings, 0 packed days: no problem\n", verify.Output);
        Assert.Equal(["day,LCRA_3018_in,LCRA_2959_in", "2026-09-30,0.00,0.00", "2026-10-01,1.62,1.47", "2026-10-02,,"], Lines(wide));
        Assert.Equal("2026-10-02 was not over when it was read: its amounts are left out. The long table has them, as partial.\n", wide.Error);
        Assert.Equal((8849, "23 rows that are not measured left out.\n"), (Lines(daily).Length, daily.Error));
        Assert.Equal("{\"days\":21270,\"readings\":0,\"packed_days\":0,\"problems\":0}\n", checkedJson.Output);
        Assert.Equal($"{{\"file\":\"{copy}2\",\"bytes\":{new FileInfo($"{copy}2").Length}}}\n", backupJson.Output);
        Assert.Contains("copy.db: ", backup.Output, StringComparison.Ordinal);
        Assert.Equal(status.Output, copied.Output);
        Assert.All(new[] { sync, again, status, json, verify, wide, daily, backup, checkedJson, backupJson }, run => Assert.Equal(0, run.ExitCode));
    }

    [Fact]
    public async Task A_site_without_any_record_is_named_and_exit_code_1_when_there_is_no_other()
    {
        ToolRun alone = await RunAsync("sync", "--sites", "9999", "--from", "2026-09-01", "--replay");
        ToolRun beside = await RunAsync("sync", "--sites", "9999,3018", "--from", "2026-09-01", "--replay");

        Assert.Equal((1, 0), (alone.ExitCode, beside.ExitCode));
        Assert.All(new[] { alone, beside }, run => Assert.Contains("The recording has no record of LCRA:9999 (rainDaily). Check the number", run.Error, StringComparison.Ordinal));
        Assert.DoesNotContain("LCRA:3018 (rainDaily)", beside.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gauges_of_a_basin_or_near_a_place_come_with_their_names()
    {
        ToolRun near = await RunAsync("sync", "--near", "30.57,-98.27", "--take", "2", "--from", "2026-09-01", "--replay");
        ToolRun none = await RunAsync("sync", "--basin", "Rio Grande", "--replay");

        Assert.Equal((0, 2), (near.ExitCode, Lines(near).Length));
        Assert.StartsWith("LCRA:2992 rainDaily: ", Lines(near).Order(StringComparer.Ordinal).First(), StringComparison.Ordinal);
        Assert.Equal(3, none.ExitCode);
    }

    [Fact]
    public async Task On_a_terminal_a_sync_shows_its_rate_and_what_is_left()
    {
        ToolRun run = await ToolRun.OnTerminalAsync(160, "sync", "--sites", "3018", "--from", "2024-01-01", "--replay", "--store", Store);

        Assert.Contains("requests a minute, at most", run.Error, StringComparison.Ordinal);
        Assert.Contains("LCRA:3018 rainDaily: ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "sync", "--replay")]
    [InlineData(2, "sync", "--sites", "3018", "--all", "--replay")]
    [InlineData(2, "sync", "--sites", "3018", "--parameters", "snow", "--replay")]
    [InlineData(2, "sync", "--sites", "COA:950", "--replay")]
    [InlineData(2, "sync", "--sites", "", "--replay")]
    [InlineData(2, "sync", "--sites", " , ", "--replay")]
    [InlineData(2, "sync", "--sites", "3018", "--parameters", "", "--replay")]
    [InlineData(2, "sync", "--sites", "3018", "--from", "yesterday", "--replay")]
    [InlineData(2, "archive", "export", "--table", "weekly")]
    [InlineData(4, "archive", "status")]
    [InlineData(4, "archive", "verify")]
    public async Task A_mistake_has_its_exit_code_and_one_message(int code, params string[] arguments)
    {
        ToolRun run = await RunAsync(arguments);

        Assert.Equal((code, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_export_of_what_the_archive_lacks_is_not_dry()
    {
        await RunAsync("sync", "--sites", "3018", "--from", "2026-09-01", "--replay");

        ToolRun run = await RunAsync("archive", "export", "--table", "accumulated");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("hydromet sync --parameters rain", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_block_is_exit_code_4()
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 403 Forbidden\nContent-Length: 0\nConnection: close");

        ToolRun first = await RunAsync("sync", "--sites", "3018", "--base-address", server.Address.ToString());
        ToolRun second = await RunAsync("sync", "--sites", "3018", "--base-address", server.Address.ToString());

        Assert.Equal((4, 4, 1), (first.ExitCode, second.ExitCode, server.Requests));
        Assert.All(new[] { first, second }, run => Assert.Contains("ask LCRA", run.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_spent_budget_is_exit_code_6()
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 200 OK\nContent-Length: 14\nConnection: close", """{"records":[]}"""u8.ToArray());

        ToolRun run = await RunAsync("sync", "--sites", "3018", "--budget", "1", "--base-address", server.Address.ToString());

        Assert.Equal((6, 1), (run.ExitCode, server.Requests));
        Assert.Contains("run this again tomorrow", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string[] Lines(ToolRun run) => run.Output.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private Task<ToolRun> RunAsync(params string[] arguments) => ToolRun.OfAsync([.. arguments, "--store", Store]);
}
