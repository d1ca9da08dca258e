namespace RainfallSite.Settings;

/// <summary>Where the site gets its feeds.</summary>
internal enum FeedSource
{
    /// <summary>LCRA, or the server at the base address.</summary>
    Live,

    /// <summary>The recording in the Lcra.Hydromet.Replay package, with a fixed clock.</summary>
    Replay,
}
