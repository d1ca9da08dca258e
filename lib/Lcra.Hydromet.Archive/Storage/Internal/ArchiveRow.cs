using System.Data.Common;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>A row of a result. A null is a null here, never a zero.</summary>
internal readonly struct ArchiveRow(ArchiveStore store, DbDataReader reader)
{
    public long Integer(int column) => reader.GetInt64(column);

    public long? IntegerOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetInt64(column);

    public bool Flag(int column) => reader.GetBoolean(column);

    public bool? FlagOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetBoolean(column);

    public string Text(int column) => reader.GetString(column);

    public string? TextOrNull(int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    public byte[]? BytesOrNull(int column) => reader.IsDBNull(column) ? null : (byte[])reader.GetValue(column);

    public byte[] Bytes(int column) => (byte[])reader.GetValue(column);

    public DateOnly Day(int column) => store.ReadDay(reader, column);

    public DateOnly? DayOrNull(int column) => reader.IsDBNull(column) ? null : store.ReadDay(reader, column);

    public long Instant(int column) => store.ReadInstant(reader, column);

    public long? InstantOrNull(int column) => reader.IsDBNull(column) ? null : store.ReadInstant(reader, column);
}
