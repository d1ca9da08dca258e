namespace RainfallSite.Sites;

/// <summary>Why a history, or a part of it, is not there yet.</summary>
internal enum HistoryDelay
{
    None,

    /// <summary>LCRA has not responded yet; the download continues.</summary>
    Slow,

    /// <summary>A part is not in the archive, and will be requested in its turn.</summary>
    Queued,

    /// <summary>A part is not in the archive, and this process requests nothing.</summary>
    NotStored,
}
