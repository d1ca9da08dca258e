namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A value of a statement with the type of its column. Numbers are not objects, because a load has six of them a row.</summary>
internal readonly record struct SqlValue
{
    private SqlValue(SqlKind kind, long? number, object? reference = null)
    {
        Kind = kind;
        IsNull = number is null && reference is null;
        Number = number ?? 0;
        Reference = reference;
    }

    public SqlKind Kind { get; }

    public bool IsNull { get; }

    /// <summary>Gets an integer, a flag as 0 or 1, an instant in seconds or a day in days since 1970 in UTC.</summary>
    public long Number { get; }

    /// <summary>Gets a text or bytes.</summary>
    public object? Reference { get; }

    public static SqlValue Small(int? value) => new(SqlKind.Small, value);

    public static SqlValue Integer(long? value) => new(SqlKind.Integer, value);

    public static SqlValue Flag(bool value) => new(SqlKind.Flag, value ? 1 : 0);

    public static SqlValue Text(string? value) => new(SqlKind.Text, null, value);

    public static SqlValue Bytes(byte[]? value) => new(SqlKind.Bytes, null, value);

    public static SqlValue Day(DateOnly value) => new(SqlKind.Day, EpochTime.DaysOf(value));

    public static SqlValue Instant(long? seconds) => new(SqlKind.Instant, seconds);
}
