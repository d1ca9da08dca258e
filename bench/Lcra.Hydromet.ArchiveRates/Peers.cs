using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Lcra.Hydromet.Archive;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lcra.Hydromet.ArchiveRates;

/// <summary>The same rows by the databases' own bulk loaders, and the same reads as bare statements.</summary>
internal static class Peers
{
    private const string Columns = "site_id, parameter, observed_at, value, request_id";

    private const string Table =
        """
        CREATE TABLE reading (site_id INTEGER NOT NULL, parameter INTEGER NOT NULL, observed_at INTEGER NOT NULL, value INTEGER, request_id INTEGER NOT NULL,
          PRIMARY KEY (site_id, parameter, observed_at)) STRICT, WITHOUT ROWID
        """;

    /// <summary>Loads the rows into a file that is not there yet, by the program sqlite3, and gives the program's CPU seconds.</summary>
    public static async Task<double> ImportAsync(string file, string rows)
    {
        await ShellAsync(file, "PRAGMA journal_mode = WAL", Table);
        return await ShellAsync(file, ".mode csv", $".import {rows} reading");
    }

    /// <summary>Loads the rows into an empty table with the archive's key and without its references, by a text COPY, and gives the seconds of the load.</summary>
    public static async Task<double> CopyAsync(ArchiveOptions options, string rows)
    {
        await using NpgsqlConnection connection = new(options.ConnectionString);
        await connection.OpenAsync();
        await using NpgsqlCommand table = new("DROP TABLE IF EXISTS bare; CREATE TABLE bare (LIKE reading INCLUDING ALL)", connection);
        await table.ExecuteNonQueryAsync();
        long began = Stopwatch.GetTimestamp();
        await using (TextWriter writer = await connection.BeginTextImportAsync($"COPY bare ({Columns}) FROM STDIN"))
        {
            await writer.WriteAsync(rows);
        }

        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    /// <summary>Reads the counts of a window as a bare statement.</summary>
    public static async Task<int> ReadAsync(DbConnection connection, ArchiveProvider provider, long site, DateTimeOffset start, DateTimeOffset end)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "SELECT observed_at, value, other_value, request_id FROM reading WHERE site_id = @site AND parameter = 1 AND observed_at >= @start AND observed_at < @end ORDER BY observed_at";
        Add(command, "@site", provider == ArchiveProvider.Sqlite ? site : (int)site);
        Add(command, "@start", provider == ArchiveProvider.Sqlite ? start.ToUnixTimeSeconds() : start.UtcDateTime);
        Add(command, "@end", provider == ArchiveProvider.Sqlite ? end.ToUnixTimeSeconds() : end.UtcDateTime);
        await using DbDataReader reader = await command.ExecuteReaderAsync();
        List<HistoryRecord> records = [];
        while (await reader.ReadAsync())
        {
            DateTimeOffset at = provider == ArchiveProvider.Sqlite ? DateTimeOffset.FromUnixTimeSeconds(reader.GetInt64(0)) : new DateTimeOffset(reader.GetDateTime(0));
#pragma warning disable CA1849 // As the archive reads.
            records.Add(new HistoryRecord { ObservedAt = CentralTime.At(at), Value1 = reader.IsDBNull(1) ? null : reader.GetInt32(1) / 100m });
#pragma warning restore CA1849
        }

        return records.Count;
    }

    public static async Task<DbConnection> OpenAsync(ArchiveProvider provider, ArchiveOptions options)
    {
        DbConnection connection = provider == ArchiveProvider.Sqlite ? new SqliteConnection(options.ConnectionString) : new NpgsqlConnection(options.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }

    private static async Task<double> ShellAsync(string file, params string[] commands)
    {
        string[] arguments = ["-c", "TIMEFORMAT='%U %S'; time sqlite3 \"$@\" >/dev/null", "sqlite3", file, .. commands];
        using Process shell = Process.Start(new ProcessStartInfo("bash", arguments) { UseShellExecute = false, RedirectStandardError = true })!;
        string times = await shell.StandardError.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return shell.ExitCode == 0
            ? times.Split(' ').Sum(seconds => double.Parse(seconds, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"sqlite3 failed: {times}");
    }
}
