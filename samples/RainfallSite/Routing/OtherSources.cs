namespace RainfallSite.Routing;

/// <summary>What a response can be made from besides the current reports.</summary>
[Flags]
internal enum OtherSources
{
    None = 0,

    /// <summary>The stages that this process read over the last hour and a half.</summary>
    Stages = 1,

    /// <summary>The changes of a total that this process saw since it started.</summary>
    Crossings = 2,

    /// <summary>The archive.</summary>
    Archive = 4,
}
