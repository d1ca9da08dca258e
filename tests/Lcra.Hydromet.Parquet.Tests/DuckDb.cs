using System.Collections;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;

namespace Lcra.Hydromet.Parquet.Tests;

/// <summary>Runs SQL in a DuckDB of its own.</summary>
internal static class DuckDb
{
    /// <summary>Runs statements and gives their rows, one a line, with a blank between the values.</summary>
    /// <param name="sql">The statements.</param>
    /// <param name="folder">The folder of the files that the statements name.</param>
    /// <param name="zone">The time zone of the session.</param>
    public static string Run(string sql, string folder, string zone)
    {
        using DuckDBConnection connection = new("DataSource=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        // Files are written to the current folder, which is the process's.
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = $"SET TimeZone = '{zone}'; SET file_search_path = '{folder}'; {sql.Replace(" TO '", $" TO '{folder}/", StringComparison.Ordinal)}";
#pragma warning restore CA2100
        using DuckDBDataReader reader = command.ExecuteReader();
        StringBuilder rows = new();
        do
        {
            while (reader.Read())
            {
                rows.AppendJoin(' ', Enumerable.Range(0, reader.FieldCount).Select(place => Text(reader.GetValue(place)))).Append('\n');
            }
        }
        while (reader.NextResult());

        return rows.ToString();
    }

    private static string? Text(object value) => value switch
    {
        DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("O", CultureInfo.InvariantCulture),
        Stream bytes => throw new NotSupportedException($"{bytes} has no text: cast it to VARCHAR."),
        not string and IEnumerable => throw new NotSupportedException($"{value} has no text."),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
