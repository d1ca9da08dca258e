namespace Lcra.Hydromet.Archive;

/// <summary>How politely an archive is filled, and what it requests again.</summary>
public sealed class ArchiveSyncOptions
{
    /// <summary>
    /// Gets or sets the time between the beginnings of two requests of all processes that fill one archive. The default is a second.
    /// Zero, for a recording, turns the pace and the budget off.
    /// </summary>
    public TimeSpan MinInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Gets or sets the number of requests at once of all processes that fill one archive. The default is 2.</summary>
    public int MaxConcurrentRequests { get; set; } = 2;

    /// <summary>Gets or sets the number of requests in a day, in Central time, of all processes that fill one archive. The default is 5,000.</summary>
    public int DailyBudget { get; set; } = 5_000;

    /// <summary>Gets or sets how many days before the last request are requested again, because LCRA may have corrected them. The default is 14.</summary>
    public int CorrectionDays { get; set; } = 14;

    /// <summary>Gets or sets how old the last request of a history must be before its newest days are requested again. The default is an hour.</summary>
    public TimeSpan RefreshAfter { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// Gets or sets after how many empty requests of 179 days, one after the other, a record has no earlier days. The default is 4, about two years.
    /// </summary>
    public int EmptyRequestsBeforeRecord { get; set; } = 4;

    /// <summary>Gets or sets how often a window is requested before it counts as failed. The default is 3.</summary>
    public int MaxAttempts { get; set; } = 3;

    /// <summary>Gets or sets the delay before a failed window is requested again, which doubles each time. The default is 5 seconds.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how many requests may fail one after the other before the run ends. The default is 6.</summary>
    public int MaxConsecutiveFailures { get; set; } = 6;

    /// <summary>Gets or sets the longest wait that LCRA can ask for (<c>Retry-After</c>) without ending the run. The default is 15 minutes.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Gets or sets how long no process requests anything after LCRA blocked one. The default is an hour.</summary>
    public TimeSpan BlockPause { get; set; } = TimeSpan.FromHours(1);

    internal bool IsPaced => MinInterval > TimeSpan.Zero;

    internal ArchiveSyncOptions Copy() => (ArchiveSyncOptions)MemberwiseClone();

    internal void Validate(string name)
    {
        string? mistake =
            MinInterval < TimeSpan.Zero || MinInterval > TimeSpan.FromHours(1) ? $"{nameof(MinInterval)} must be 0 to 1 hour."
            : MaxConcurrentRequests is < 1 or > 16 ? $"{nameof(MaxConcurrentRequests)} must be 1 to 16."
            : DailyBudget < 1 ? $"{nameof(DailyBudget)} must be 1 or more."
            : CorrectionDays is < 0 or > 3_650 ? $"{nameof(CorrectionDays)} must be 0 to 3,650."
            : RefreshAfter < TimeSpan.Zero ? $"{nameof(RefreshAfter)} must not be negative."
            : EmptyRequestsBeforeRecord is < 1 or > 100 ? $"{nameof(EmptyRequestsBeforeRecord)} must be 1 to 100."
            : MaxAttempts is < 1 or > 10 ? $"{nameof(MaxAttempts)} must be 1 to 10."
            : RetryDelay < TimeSpan.Zero || RetryDelay > TimeSpan.FromHours(1) ? $"{nameof(RetryDelay)} must be 0 to 1 hour."
            : MaxConsecutiveFailures < 1 ? $"{nameof(MaxConsecutiveFailures)} must be 1 or more."
            : MaxRetryAfter < TimeSpan.Zero || MaxRetryAfter > TimeSpan.FromDays(1) ? $"{nameof(MaxRetryAfter)} must be 0 to 1 day."
            : BlockPause < TimeSpan.Zero || BlockPause > TimeSpan.FromDays(7) ? $"{nameof(BlockPause)} must be 0 to 7 days."
            : null;
        if (mistake is not null)
        {
            throw new ArgumentException(mistake, name);
        }
    }
}
