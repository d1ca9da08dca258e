namespace RainfallSite.Sites;

/// <summary>Why a history, or a part of it, is not there.</summary>
internal enum HistoryDelay
{
    None,

    /// <summary>The site has no archive, so it shows no histories.</summary>
    NoArchive,

    /// <summary>A part is not in the archive, and will be requested in its turn.</summary>
    Queued,

    /// <summary>A part is not in the archive, and this process requests nothing.</summary>
    NotStored,
}
