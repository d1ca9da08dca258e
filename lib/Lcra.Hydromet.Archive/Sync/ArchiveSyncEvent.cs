namespace Lcra.Hydromet.Archive;

/// <summary>What an <see cref="ArchiveSyncProgress"/> reports.</summary>
public enum ArchiveSyncEvent
{
    /// <summary>A window is in the archive.</summary>
    WindowStored,

    /// <summary>A request failed; the window is requested again.</summary>
    Retry,

    /// <summary>A window failed for good in this run.</summary>
    WindowFailed,

    /// <summary>LCRA asked for a pause, which the run waits for.</summary>
    Paused,

    /// <summary>Nothing more is to be requested of a parameter of a site in this run.</summary>
    SiteDone,
}
