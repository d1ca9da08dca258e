namespace Lcra.Hydromet.Replay;

/// <summary>How true a recorded answer is to what LCRA sent.</summary>
public enum Provenance
{
    /// <summary>The bytes that LCRA sent.</summary>
    Captured,

    /// <summary>Real values, set again in the layout that LCRA uses.</summary>
    Rebuilt,

    /// <summary>Some values were worked out from other real values.</summary>
    Derived,
}
