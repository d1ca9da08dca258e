namespace Lcra.Hydromet.CommandLine;

/// <summary>What a command line asks of <c>hydromet history</c>, <c>daily</c> and <c>climate</c>.</summary>
internal sealed record HistoryQuery
{
    /// <summary>Gets the gauges as they were typed.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Gets the gauges; empty until <see cref="FindSitesAsync"/>.</summary>
    public IReadOnlyList<SiteId> Sites { get; private init; } = [];

    public required DateOnly First { get; init; }

    public required DateOnly Last { get; init; }

    public CalendarPeriod? By { get; init; }

    public int AllowedMissingDays { get; init; }

    public bool IsWide { get; init; }

    /// <summary>Gets the format of the file; null for text.</summary>
    public ExportFormat? Format { get; init; }

    public RainUnit Unit { get; init; }

    public required ExportOptions Options { get; init; }

    /// <summary>Finds the gauges; only names need a request.</summary>
    public async Task<HistoryQuery> FindSitesAsync(HydrometClient client, CancellationToken cancellationToken)
    {
        List<SiteId> sites = [];
        foreach (string name in Names)
        {
            sites.Add(await GaugeNames.ResolveAsync(client, name, cancellationToken));
        }

        return this with { Sites = [.. sites.Distinct()] };
    }
}
