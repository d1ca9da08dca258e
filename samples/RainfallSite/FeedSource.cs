namespace RainfallSite;

/// <summary>Where the site takes its feeds from.</summary>
internal enum FeedSource
{
    /// <summary>LCRA, or whatever stands at the base address.</summary>
    Live,

    /// <summary>The recording in the Lcra.Hydromet.Replay package; its clock stands.</summary>
    Replay,
}
