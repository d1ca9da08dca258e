using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using Lcra.Hydromet.Archive.Tests.Support;
using Lcra.Hydromet.Replay;
using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.TestSupport;

namespace Lcra.Hydromet.Tests.CommandLine;

/// <summary>Kills the program while it fills an archive from a server on this machine, and runs it again.</summary>
public sealed class SyncKillTests : IAsyncLifetime
{
    private static readonly string[] Sites = ["3018", "2959"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly HttpMessageInvoker _recording = new(new ReplayHandler(HydrometRecording.StormOfOctober2026()));
    private LoopbackServer? _server;

    [Theory]
    [InlineData(20_260_102, 5, "2006-01-01")]
    public Task A_sync_that_is_killed_goes_on_where_it_ended(int seed, int kills, string from) => KillAsync(seed, kills, from);

    [Theory]
    [Trait("Category", "Nightly")]
    [InlineData(1, 25, "1991-11-01")]
    [InlineData(2, 25, "1991-11-01")]
    public Task Fifty_syncs_that_are_killed_go_on_where_they_ended(int seed, int kills, string from) => KillAsync(seed, kills, from);

    [ToolFact(PostgreSqlServer.Program)]
    [Trait("Category", "Nightly")]
    public async Task Syncs_into_a_server_that_are_killed_go_on_where_they_ended()
    {
        await using PostgreSqlServer server = await PostgreSqlServer.StartAsync();
        await KillAsync(3, 10, "2006-01-01", await server.CreateDatabaseAsync(), await server.CreateDatabaseAsync());
    }

    public Task InitializeAsync()
    {
        _server = new LoopbackServer(RespondAsync);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _server!.DisposeAsync();
        _recording.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task KillAsync(int seed, int kills, string from) =>
        KillAsync(seed, kills, from, Path.Combine(_folder.FullName, "killed.db"), Path.Combine(_folder.FullName, "whole.db"));

    [SuppressMessage("Security", "CA5394", Justification = "It chooses moments, not secrets.")]
    private async Task KillAsync(int seed, int kills, string from, string killed, string whole)
    {
        Random random = new(seed);
        int running = 0;
        List<(int Count, HashSet<string> UnderWay)> ends = [];
        for (int i = 0; i < kills; i++)
        {
            int enough = _requests.Count + random.Next(1, Math.Max(3, 60 / kills));
            using Process process = Start(killed, from);
            await WaitAsync(process, () => _requests.Count >= enough);
            await Task.Delay(random.Next(30));
            running += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync();
            ends.Add((_requests.Count, [.. Sites.Select(site => _requests.LastOrDefault(path => path.Contains($"/{site}/", StringComparison.Ordinal))).OfType<string>()]));
        }

        using Process last = Start(killed, from);
        await last.WaitForExitAsync();
        string[] requests = [.. _requests];
        using Process uninterrupted = Start(whole, from);
        await uninterrupted.WaitForExitAsync();

        Assert.InRange(running, (kills + 1) / 2, kills);
        Assert.Equal((0, 0), (last.ExitCode, uninterrupted.ExitCode));
        Assert.Equal(await ContentsAsync(whole), await ContentsAsync(killed));
        Assert.Equal(_requests.Skip(requests.Length).Order(StringComparer.Ordinal), requests.Distinct().Order(StringComparer.Ordinal));
        Assert.InRange(requests.Length, requests.Distinct().Count(), requests.Distinct().Count() + (2 * kills));
        Assert.All(ends, end => Assert.Empty(requests.Take(end.Count).Intersect(requests.Skip(end.Count)).Except(end.UnderWay)));
        Assert.Equal(0, (await ToolRun.OfAsync("archive", "verify", "--store", killed)).ExitCode);
    }

    private async Task RespondAsync(string request, Stream stream, CancellationToken cancellationToken)
    {
        string path = request.Split(' ')[1];
        _requests.Enqueue(path);
        using HttpRequestMessage replayed = new(HttpMethod.Get, new Uri(_server!.Address, path));
        using HttpResponseMessage response = await _recording.SendAsync(replayed, cancellationToken);
        await stream.WriteAsync(LoopbackServer.Ok(await response.Content.ReadAsByteArrayAsync(cancellationToken)), cancellationToken);
    }

    // The rows and what was requested, without the times of the runs.
    private static async Task<string> ContentsAsync(string store)
    {
        ToolRun days = await ToolRun.OfAsync("archive", "export", "--store", store);
        ToolRun status = await ToolRun.OfAsync("archive", "status", "--store", store);
        return status.Output + days.Output;
    }

    private static async Task WaitAsync(Process process, Func<bool> condition)
    {
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        while (!condition() && !process.HasExited)
        {
            await Task.Delay(2, limit.Token);
        }
    }

    private Process Start(string store, string from)
    {
        string tests = Path.Combine(AppContext.BaseDirectory, typeof(SyncKillTests).Assembly.GetName().Name!);
        ProcessStartInfo start = new(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "exec", "--runtimeconfig", $"{tests}.runtimeconfig.json", "--depsfile", $"{tests}.deps.json", Path.Combine(AppContext.BaseDirectory, "Lcra.Hydromet.Tool.dll"),
                "sync", "--sites", string.Join(',', Sites), "--from", from, "--interval-milliseconds", "5", "--store", store, "--base-address", $"{_server!.Address}",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start)!;
    }
}
