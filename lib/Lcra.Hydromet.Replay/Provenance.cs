namespace Lcra.Hydromet.Replay;

/// <summary>How a recorded response relates to what LCRA sent.</summary>
public enum Provenance
{
    /// <summary>The bytes that LCRA sent.</summary>
    Captured,

    /// <summary>Real values in LCRA's layout.</summary>
    Rebuilt,

    /// <summary>Some values are computed from other real values.</summary>
    Derived,
}
