using System.Globalization;
using Lcra.Hydromet.Collections.Internal;

namespace Lcra.Hydromet;

/// <summary>A day whose amount is suspect. It is left out of ranks, records and normals and shown apart; its amount is not changed.</summary>
public sealed record SuspectDay
{
    /// <summary>Gets the gauge; null where only days were given.</summary>
    public SiteId? Site { get; init; }

    /// <summary>Gets the local day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the amount in inches, as recorded.</summary>
    public required decimal Inches { get; init; }

    /// <summary>Gets the neighbors that disagree, nearest first; empty when no gauge within 30 miles has the day.</summary>
    public IReadOnlyList<NeighborAmount> Neighbors { get; init => field = ValueList<NeighborAmount>.Of(value); } = ValueList<NeighborAmount>.Empty;

    /// <summary>Gets the reason in words.</summary>
    public required string Reason { get; init; }

    /// <summary>Writes the day and the reason on one line.</summary>
    /// <returns>Day, amount and reason.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:MMMM d, yyyy}: {Inches} in. {Reason}");
}
