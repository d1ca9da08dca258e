namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>The statements on what the processes that fill one archive share.</summary>
internal static class SyncStatements
{
    // Locks the row until the transaction ends, so that processes take turns.
    public const string Lock = "UPDATE sync_state SET id = 1 WHERE id = 1";

    public const string State = "SELECT next_at, next_millisecond, budget_day, budget_used, paused_until, is_blocked FROM sync_state WHERE id = 1";

    public const string Advance =
        "UPDATE sync_state SET next_at = @next, next_millisecond = @millisecond, budget_day = @day, budget_used = @used WHERE id = 1";

    public const string Pause =
        "UPDATE sync_state SET paused_until = @until, is_blocked = @blocked WHERE id = 1 AND (paused_until IS NULL OR paused_until < @until)";

    public const string Start = "UPDATE sync_state SET started_at = @at WHERE id = 1";

    public const string End = "UPDATE sync_state SET ended_at = @at, outcome = @outcome, failed_windows = @failed WHERE id = 1";

    public const string LastRun = "SELECT started_at, ended_at, outcome, failed_windows, paused_until, is_blocked, budget_day, budget_used FROM sync_state WHERE id = 1";

    public const string ExpireLeases = "DELETE FROM sync_lease WHERE expires_at <= @now OR expires_at > @latest";

    public const string Leases = "SELECT site_id, parameter, holder FROM sync_lease";

    public const string AddLease =
        """
        INSERT INTO sync_lease (site_id, parameter, holder, first_day, last_day, expires_at)
        VALUES (@site, @parameter, @holder, @first, @last, @expires)
        """;

    public const string RemoveLease = "DELETE FROM sync_lease WHERE site_id = @site AND parameter = @parameter AND holder = @holder";

    public const string OldestWithRecords = "SELECT min(first_day) FROM request WHERE site_id = @site AND parameter = @parameter AND row_count > 0";
}
