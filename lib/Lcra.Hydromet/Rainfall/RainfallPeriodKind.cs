namespace Lcra.Hydromet;

/// <summary>How the window of a period is laid. Totals of different kinds overlap and are never to be added.</summary>
public enum RainfallPeriodKind
{
    /// <summary>A length of time that ends at a reading or report, such as the last 24 hours.</summary>
    Rolling,

    /// <summary>Local days, months or years, such as yesterday or this year so far.</summary>
    Calendar,
}
