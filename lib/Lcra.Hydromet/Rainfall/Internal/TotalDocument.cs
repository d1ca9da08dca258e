namespace Lcra.Hydromet.Rainfall.Internal;

/// <summary>A total in the API form.</summary>
internal sealed record TotalDocument
{
    public required Site Site { get; init; }

    public required PeriodDocument Period { get; init; }

    public required decimal? Inches { get; init; }

    public decimal? Millimeters { get; init; }

    public required MissingReason? Missing { get; init; }

    public decimal? LowerBoundInches { get; init; }

    public IReadOnlyList<RainfallConflict> Conflicts { get; init; } = [];

    public bool Isolated { get; init; }

    public required DateTimeOffset? Start { get; init; }

    public required DateTimeOffset? End { get; init; }

    public DateTimeOffset? MeasuredUntil { get; init; }

    public bool Partial { get; init; }

    public bool Approximate { get; init; }

    public required DateTimeOffset? ObservedAt { get; init; }

    public required SourceDocument Source { get; init; }
}
