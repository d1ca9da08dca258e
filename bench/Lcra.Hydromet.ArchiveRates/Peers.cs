using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Lcra.Hydromet.Archive;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>The same rows by the databases' own bulk loaders.</summary>
internal static class Peers
{
    private const string Columns = "site_id, parameter, observed_at, value, request_id";

    private const string Table =
        """
        CREATE TABLE reading (site_id INTEGER NOT NULL, parameter INTEGER NOT NULL, observed_at INTEGER NOT NULL, value INTEGER, request_id INTEGER NOT NULL,
          PRIMARY KEY (site_id, parameter, observed_at)) STRICT, WITHOUT ROWID
        """;

    /// <summary>Loads the rows into a file that is not there yet, by the program sqlite3, and gives the program's seconds of the clock and of the processor.</summary>
    public static async Task<(double Clock, double Processor)> ImportAsync(string file, string rows)
    {
        await ShellAsync(file, "PRAGMA journal_mode = WAL", Table);
        return await ShellAsync(file, ".mode csv", $".import {rows} reading");
    }

    /// <summary>Loads the rows into an empty table like the archive's by a text COPY, and gives its seconds of the clock and of the processor.</summary>
    public static async Task<(double Clock, double Processor)> CopyAsync(ArchiveOptions options, string rows, ProcessorClock clock)
    {
        // A process of the server's own, as the archive's of a round: its first use of each shared page takes time.
        await using NpgsqlConnection connection = new(options.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using NpgsqlCommand table = new("DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE reading INCLUDING ALL)", connection);
        await table.ExecuteNonQueryAsync();
        return await clock.TimeBothAsync(async () =>
        {
            await using TextWriter writer = await connection.BeginTextImportAsync($"COPY bare ({Columns}) FROM STDIN");
            await writer.WriteAsync(rows);
        });
    }

    public static async Task<DbConnection> OpenAsync(ArchiveOptions options)
    {
        DbConnection connection = options.Provider == ArchiveProvider.Sqlite ? new SqliteConnection(options.ConnectionString) : new NpgsqlConnection(options.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public static async Task RunAsync(ArchiveOptions options, string sql)
    {
        await using DbConnection connection = await OpenAsync(options);
        await using DbCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<(double Clock, double Processor)> ShellAsync(string file, params string[] commands)
    {
        string[] arguments = ["-c", "TIMEFORMAT='%R %U %S'; time sqlite3 \"$@\" >/dev/null", "sqlite3", file, .. commands];
        using Process shell = Process.Start(new ProcessStartInfo("bash", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        string output = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        double[] times = shell.ExitCode == 0
            ? [.. output.Split(' ').Select(seconds => double.Parse(seconds, CultureInfo.InvariantCulture))]
            : throw new InvalidOperationException($"sqlite3 failed: {output}");
        return (times[0], times[1] + times[2]);
    }
}
