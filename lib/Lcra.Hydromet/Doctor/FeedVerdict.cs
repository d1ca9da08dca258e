namespace Lcra.Hydromet;

/// <summary>How a feed stands against what the library expects.</summary>
public enum FeedVerdict
{
    /// <summary>The feed is as expected.</summary>
    AsExpected,

    /// <summary>The feed could be read, but something about its shape is new.</summary>
    Changed,

    /// <summary>The feed could not be had or read.</summary>
    Broken,
}
