namespace Lcra.Hydromet;

/// <summary>Which instant a local time means in the hour that clocks repeat in fall.</summary>
public enum RepeatedHour
{
    /// <summary>Throw an exception that explains the choice.</summary>
    Throw,

    /// <summary>The first of the two: daylight saving time.</summary>
    Earlier,

    /// <summary>The second of the two: standard time.</summary>
    Later,
}
