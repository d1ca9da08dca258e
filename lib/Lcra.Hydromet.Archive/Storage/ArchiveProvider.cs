namespace Lcra.Hydromet.Archive;

/// <summary>The database that an archive is in.</summary>
public enum ArchiveProvider
{
    /// <summary>SQLite: one file, without a server.</summary>
    Sqlite,

    /// <summary>PostgreSQL 15 or later.</summary>
    PostgreSql,
}
