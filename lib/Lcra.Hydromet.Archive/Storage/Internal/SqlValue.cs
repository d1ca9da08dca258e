namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A value of a statement with the type of its column. Instants are seconds since 1970 in UTC.</summary>
internal readonly record struct SqlValue(SqlKind Kind, object? Value)
{
    public static SqlValue Small(int? value) => new(SqlKind.Small, value is { } some ? (long)some : null);

    public static SqlValue Integer(long? value) => new(SqlKind.Integer, value);

    public static SqlValue Flag(bool value) => new(SqlKind.Flag, value);

    public static SqlValue Text(string? value) => new(SqlKind.Text, value);

    public static SqlValue Bytes(byte[]? value) => new(SqlKind.Bytes, value);

    public static SqlValue Day(DateOnly value) => new(SqlKind.Day, value);

    public static SqlValue Instant(long? seconds) => new(SqlKind.Instant, seconds);
}
