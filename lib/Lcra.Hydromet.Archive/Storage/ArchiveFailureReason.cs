namespace Lcra.Hydromet.Archive;

/// <summary>Why an archive could not be read or written.</summary>
public enum ArchiveFailureReason
{
    /// <summary>A failure that has no word of its own; the message says what.</summary>
    Other,

    /// <summary>Another operation held the lock for longer than <see cref="ArchiveOptions.LockTimeout"/>. Retry later.</summary>
    Busy,

    /// <summary>The file, its folder, the server or the account doesn't allow writing.</summary>
    ReadOnly,

    /// <summary>The disk is full. What was in the archive is still readable.</summary>
    Full,

    /// <summary>The file is damaged or not an SQLite database, or a record of it is malformed. Restore a backup.</summary>
    Corrupt,

    /// <summary>The file cannot be opened, or the server is unreachable, restarting or rejects the account.</summary>
    Unavailable,

    /// <summary>There is no archive at that place.</summary>
    NotFound,

    /// <summary>The schema is older than this version of the package. Open the archive for writing once, which migrates it.</summary>
    SchemaTooOld,

    /// <summary>The schema is newer than this version of the package. Update the package.</summary>
    SchemaTooNew,

    /// <summary>The migration failed and was rolled back, or an applied script was changed.</summary>
    MigrationFailed,
}
