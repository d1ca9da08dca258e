namespace Lcra.Hydromet;

/// <summary>The kinds of window. Totals of different kinds overlap: do not add them.</summary>
public enum RainfallPeriodKind
{
    /// <summary>A length of time that ends at a reading or report, such as the last 24 hours.</summary>
    Rolling,

    /// <summary>Local days, months or years, such as yesterday or this year so far.</summary>
    Calendar,
}
