using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>Executes one statement for many rows by SQLite's own functions, which takes half the time of the driver's commands.</summary>
internal static class SqliteBulk
{
    /// <summary>Executes a statement whose parameters are in the order of a row's values.</summary>
    public static void ExecuteForEach(SqliteConnection connection, string sql, IEnumerable<SqlValue[]> rows, CancellationToken cancellationToken)
    {
        sqlite3 database = connection.Handle!;
        ThrowUnless(raw.SQLITE_OK, raw.sqlite3_prepare_v2(database, sql, out sqlite3_stmt statement), database);
        using (statement)
        {
            // What a row has in common with the one before it stays bound: a load takes a fifth less time.
            SqlValue[]? bound = null;
            foreach (SqlValue[] row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                for (int i = 0; i < row.Length; i++)
                {
                    if (bound is null || row[i] != bound[i])
                    {
                        ThrowUnless(raw.SQLITE_OK, Bind(statement, i + 1, row[i]), database);
                    }
                }

                bound ??= new SqlValue[row.Length];
                row.CopyTo(bound, 0);

                ThrowUnless(raw.SQLITE_DONE, raw.sqlite3_step(statement), database);
                ThrowUnless(raw.SQLITE_OK, raw.sqlite3_reset(statement), database);
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, SqlValue value) => value.Kind switch
    {
        _ when value.IsNull => raw.sqlite3_bind_null(statement, place),
        SqlKind.Text => raw.sqlite3_bind_text(statement, place, (string)value.Reference!),
        SqlKind.Bytes => raw.sqlite3_bind_blob(statement, place, (byte[])value.Reference!),
        _ => raw.sqlite3_bind_int64(statement, place, value.Number),
    };

    private static void ThrowUnless(int expected, int result, sqlite3 database)
    {
        if (result != expected)
        {
            // The low byte is the code of the error, the others tell more.
            throw new SqliteException($"SQLite Error {result & 0xFF}: '{raw.sqlite3_errmsg(database).utf8_to_string()}'.", result & 0xFF, raw.sqlite3_extended_errcode(database));
        }
    }
}
