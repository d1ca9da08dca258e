namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A table that rows are written to in numbers, with its columns; the first of them are its key.</summary>
internal sealed class SqlTable(string name, int keys, params (string Name, SqlKind Kind)[] columns)
{
    public string Name => name;

    public IReadOnlyList<(string Name, SqlKind Kind)> Columns => columns;

    public string Insert { get; } =
        $"INSERT INTO {name} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", columns.Select(column => $"@{column.Name}"))})";

    /// <summary>Makes the statement that inserts one row.</summary>
    public SqlStatement Insertion(IReadOnlyList<SqlValue> row) => new(Insert, Take: null, [.. Values(row)]);

    /// <summary>Names the values of a row as the statements do.</summary>
    public IEnumerable<(string Name, SqlValue Value)> Values(IReadOnlyList<SqlValue> row) => columns.Select((column, place) => ($"@{column.Name}", row[place]));

    public string Upsert =>
        $"{Insert} ON CONFLICT ({string.Join(", ", columns.Take(keys).Select(column => column.Name))}) DO UPDATE SET {string.Join(", ", columns.Skip(keys).Select(column => $"{column.Name} = excluded.{column.Name}"))}";

    public string Copy => $"COPY {name} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)";
}
