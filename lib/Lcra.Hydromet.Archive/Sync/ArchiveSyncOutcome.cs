namespace Lcra.Hydromet.Archive;

/// <summary>How a run of <see cref="ArchiveSync"/> ended.</summary>
public enum ArchiveSyncOutcome
{
    /// <summary>Everything that was asked for was requested. Windows that failed are listed, and the next run requests them again.</summary>
    Completed,

    /// <summary>The requests of the day are used up. The next run goes on where this one ended.</summary>
    BudgetSpent,

    /// <summary>LCRA asks for a longer wait than <see cref="ArchiveSyncOptions.MaxRetryAfter"/>. Run again after <see cref="ArchiveSyncResult.ResumeAt"/>.</summary>
    RetryLater,

    /// <summary>LCRA blocks this program. Don't retry before <see cref="ArchiveSyncResult.ResumeAt"/>; set a contact, and ask LCRA.</summary>
    Blocked,

    /// <summary>LCRA is unreachable or fails again and again. Check the network, and run again later.</summary>
    HostUnavailable,
}
