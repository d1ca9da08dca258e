namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>The type of a column, which each database has its own for.</summary>
internal enum SqlKind
{
    Small,
    Integer,
    Flag,
    Text,
    Bytes,
    Day,
    Instant,
}
