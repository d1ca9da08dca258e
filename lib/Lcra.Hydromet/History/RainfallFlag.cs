namespace Lcra.Hydromet;

/// <summary>Something odd about the rain of one day. It changes no amount.</summary>
public sealed record RainfallFlag
{
    /// <summary>Gets the local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets what is odd.</summary>
    public required RainfallFlagKind Kind { get; init; }

    /// <summary>Gets the day's amount in inches, as the record has it.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets what is odd, in English words.</summary>
    public required string Message { get; init; }
}
