using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>A PostgreSQL server on a free port of the loopback interface, with its data in a temporary folder. It ends with this process.</summary>
internal sealed class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>The server's program: Debian's or Ubuntu's.</summary>
    public const string Program = "/usr/lib/postgresql/15/bin/postgres|/usr/lib/postgresql/16/bin/postgres";

    private static readonly string Programs = Path.GetDirectoryName(Tool.Find(Program)) ?? "";

    private readonly string _folder;
    private readonly Process _watch;
    private int _databases;

    private PostgreSqlServer(string folder, int port, Process watch)
    {
        _folder = folder;
        Port = port;
        _watch = watch;
    }

    /// <summary>Gets why there can be no server here; null when there can.</summary>
    public static string? WhyNotHere => Tool.Find(Program) is not null ? null : "PostgreSQL 15 is not installed; .ci/run installs what the tests need.";

    public int Port { get; }

    private static bool IsRoot => string.Equals(Environment.UserName, "root", StringComparison.Ordinal);

    public static async Task<PostgreSqlServer> StartAsync()
    {
        string folder = Directory.CreateTempSubdirectory("hydromet-postgres-").FullName;
        if (IsRoot)
        {
            // The server refuses to run as root.
            await RunAsync("chown", ["postgres", folder], asServer: false);
        }

        int port = FreePort();
        string data = Path.Combine(folder, "data");
        await RunAsync($"{Programs}/initdb", ["-D", data, "-A", "trust", "-U", "archive", "-E", "UTF8", "--locale=C", "--no-sync"], asServer: true);
        await File.AppendAllTextAsync(Path.Combine(data, "postgresql.conf"), $"""

            port = {port}
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = off
            full_page_writes = off
            max_connections = 60
            shared_buffers = 32MB
            """);
        await RunAsync($"{Programs}/pg_ctl", ["-D", data, "-w", "-l", Path.Combine(folder, "log"), "start"], asServer: true);

        // However this process ends, also killed with its children, its end of the pipe closes, and the server of that folder is stopped by the process id it noted there.
        ProcessStartInfo watch = StartOf("/bin/sh", ["-c", $"exec 3<&0; (trap '' TERM INT HUP; cat <&3; exec {Programs}/pg_ctl -D '{data}' -m immediate stop) >/dev/null 2>&1 &"], asServer: true);
        watch.RedirectStandardInput = true;
        return new PostgreSqlServer(folder, port, Process.Start(watch)!);
    }

    /// <summary>Makes a database: an empty one, or a copy.</summary>
    public async Task<string> CreateDatabaseAsync(string? template = null)
    {
        string copied = template is null ? "template1" : new NpgsqlConnectionStringBuilder(template).Database!;
        string name = $"archive{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync("postgres", $"CREATE DATABASE {name} TEMPLATE {copied}");
        return ConnectionStringOf(name);
    }

    /// <summary>Copies a database into a new one by pg_dump and pg_restore, as docs/archive.md says.</summary>
    public async Task<string> RestoreCopyAsync(string connection)
    {
        string restored = await CreateDatabaseAsync();
        string file = Path.Combine(_folder, "rain.dump");
        string[] server = ["--host=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"--port={Port}"), "--username=archive"];
        await RunAsync($"{Programs}/pg_dump", [.. server, "--format=custom", $"--file={file}", new NpgsqlConnectionStringBuilder(connection).Database!], asServer: true);
        await RunAsync($"{Programs}/pg_restore", [.. server, "--exit-on-error", $"--dbname={new NpgsqlConnectionStringBuilder(restored).Database}", file], asServer: true);
        return restored;
    }

    public async Task ExecuteAsync(string database, string sql)
    {
        await using NpgsqlConnection connection = new(ConnectionStringOf(database) + ";Pooling=false");
        await connection.OpenAsync();
#pragma warning disable CA2100 // Statements of these tests.
        await using NpgsqlCommand command = new(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Restarts the server as an update does: sessions are ended, then nobody listens for a moment.</summary>
    public Task RestartAsync() =>
        RunAsync($"{Programs}/pg_ctl", ["-D", Path.Combine(_folder, "data"), "-w", "-m", "fast", "-l", Path.Combine(_folder, "log"), "restart"], asServer: true);

    public async ValueTask DisposeAsync()
    {
        await RunAsync($"{Programs}/pg_ctl", ["-D", Path.Combine(_folder, "data"), "-w", "-m", "immediate", "stop"], asServer: true);
        _watch.StandardInput.Close();
        _watch.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo StartOf(string program, IEnumerable<string> arguments, bool asServer)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardOutput = true };
        if (asServer && IsRoot)
        {
            start = new ProcessStartInfo("runuser", ["-u", "postgres", "--", program, .. arguments]) { WorkingDirectory = "/", UseShellExecute = false, RedirectStandardOutput = true };
        }

        return start;
    }

    // The output of pg_ctl must not be read to its end: the server that it leaves behind has it too.
    private static async Task RunAsync(string program, IEnumerable<string> arguments, bool asServer)
    {
        using Process process = Process.Start(StartOf(program, arguments, asServer))!;
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(60));
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}.");
    }

    private string ConnectionStringOf(string database) => $"Host=127.0.0.1;Port={Port};Username=archive;Database={database}";
}
