using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>Everything that is in an archive, as text.</summary>
internal static class Contents
{
    private static readonly string[] Tables =
        ["site", "site_parameter", "request", "coverage", "daily", "superseded_daily", "reading", "superseded_reading", "day_pack", "newest", "finding"];

    /// <summary>Counts the rows of a table in the text.</summary>
    public static int RowsOf(string contents, string table)
    {
        string[] lines = contents.Split('\n');
        return lines.SkipWhile(line => line != table).Skip(1).TakeWhile(line => line.Contains('|', StringComparison.Ordinal)).Count();
    }

    public static Task<string> OfAsync(HydrometArchive archive) => archive.Store.ReadAsync(
        async (session, cancellationToken) =>
        {
            StringBuilder text = new();
            foreach (string table in Tables)
            {
                await using DbCommand command = session.Command($"SELECT * FROM {table}", []);
                await using DbDataReader reader = await command.ExecuteReaderAsync(cancellationToken);
                List<string> rows = [];
                while (await reader.ReadAsync(cancellationToken))
                {
                    rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(
                        reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i), CultureInfo.InvariantCulture))));
                }

                text.Append(CultureInfo.InvariantCulture, $"{table}\n").AppendJoin('\n', rows.Order(StringComparer.Ordinal)).Append('\n');
            }

            return text.ToString();
        },
        CancellationToken.None);
}
