namespace Lcra.Hydromet.CommandLine;

/// <summary>The rows of a table with a column for each site, some days at once: memory is bounded by those days, whatever is requested.</summary>
/// <param name="sites">The sites.</param>
/// <param name="parts">The days, from <see cref="PartsOf"/>.</param>
internal sealed class ArchiveWideRows(IReadOnlyList<SiteId> sites, IReadOnlyList<(DateOnly First, DateOnly Last)> parts)
{
    // With 96 readings a day, 192,000 readings.
    private const int MaxSiteDays = 2000;

    /// <summary>Parts the requested days that are in the archive into spans that fit in memory.</summary>
    public static IReadOnlyList<(DateOnly First, DateOnly Last)> PartsOf((DateOnly First, DateOnly Last) archived, (DateOnly First, DateOnly Last) requested, int siteCount)
    {
        DateOnly first = requested.First > archived.First ? requested.First : archived.First;
        DateOnly last = requested.Last < archived.Last ? requested.Last : archived.Last;
        int days = Math.Max(1, MaxSiteDays / siteCount);
        return
        [
            .. Enumerable.Range(0, Math.Max(0, last.DayNumber - first.DayNumber + days) / days)
                .Select(part => first.DayNumber + (part * days))
                .Select(day => (DateOnly.FromDayNumber(day), DateOnly.FromDayNumber(Math.Min(day + days - 1, last.DayNumber)))),
        ];
    }

    /// <summary>Reads the records of all sites part by part, and merges them.</summary>
    public async IAsyncEnumerable<ReadingRow> MergeAsync<TRecord>(
        Func<SiteId, (DateOnly First, DateOnly Last), IAsyncEnumerable<TRecord>> read, Func<IEnumerable<IAsyncEnumerable<TRecord>>, IAsyncEnumerable<ReadingRow>> merge)
    {
        foreach ((DateOnly First, DateOnly Last) part in parts)
        {
            List<List<TRecord>> records = [];
            foreach (SiteId site in sites)
            {
                records.Add(await read(site, part).ToListAsync());
            }

            await foreach (ReadingRow row in merge(records.Select(AsyncEnumerable.ToAsyncEnumerable)))
            {
                yield return row;
            }
        }
    }
}
