using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Reads the days of gauges and notes which have an amount; a person at standard error sees how far it is.</summary>
internal sealed class HistoryReader(HydrometClient client, TimeProvider clock, ToolConsole console, HistoryQuery query)
{
    private readonly HashSet<SiteId> _withAmount = [];

    /// <summary>Gets a value indicating whether any day of any gauge has an amount so far.</summary>
    public bool HasAmount => _withAmount.Count > 0;

    /// <summary>Writes the rows of all gauges as they come, with one for each day.</summary>
    public Task<ExportSummary> WriteAllAsync(ExportFormat format, CancellationToken cancellationToken) =>
        console.ShowProgressAsync(string.Join(", ", query.Sites), (double)query.Sites.Count * (query.Last.DayNumber - query.First.DayNumber + 1), progress =>
            console.WriteFileAsync(stream => RainfallExport.WriteAsync(
                stream, format, ExportTables.Daily, ReadAllAsync(progress, cancellationToken), query.Options, cancellationToken)));

    /// <summary>Reads the days of a gauge.</summary>
    /// <param name="site">The gauge.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <param name="each">What to do with each day as it comes.</param>
    public Task<List<DailyRainfall>> ReadAsync(SiteId site, CancellationToken cancellationToken, Action<DailyRainfall>? each = null) =>
        console.ShowProgressAsync($"{site}", query.Last.DayNumber - query.First.DayNumber + 1, async progress =>
        {
            List<DailyRainfall> read = [];
            await foreach (DailyRainfall day in client.GetDailyRainfallAsync(site, query.First, query.Last, cancellationToken))
            {
                read.Add(day);
                Note(site, day);
                progress(day.Day.DayNumber - query.First.DayNumber + 1);
                each?.Invoke(day);
            }

            return read;
        });

    /// <summary>Ends a command: standard error names the gauges without an amount, and the exit code says when there is none at all.</summary>
    public ExitCode End()
    {
        SiteId[] without = [.. query.Sites.Where(site => !_withAmount.Contains(site))];
        if (without.Length > 0)
        {
            console.WriteError($"LCRA has no amount for {string.Join(", ", without)} in that time, or the gauge is unknown. That does not mean that it was dry.");
        }

        return HasAmount ? ExitCode.Ok : ExitCode.NoValue;
    }

    private async IAsyncEnumerable<SiteRecord<DailyRainfall>> ReadAllAsync(Action<double> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int rows = 0;
        foreach (SiteId site in query.Sites)
        {
            IAsyncEnumerable<DailyRainfall> days = client.GetDailyRainfallAsync(site, query.First, query.Last, cancellationToken);
            await foreach (SiteRecord<DailyRainfall> row in days.OfEachDayAsync(site, query.First, query.Last, clock, cancellationToken))
            {
                Note(site, row.Record);
                progress(++rows);
                yield return row;
            }
        }
    }

    private void Note(SiteId site, DailyRainfall day)
    {
        if (day.Inches is not null)
        {
            _withAmount.Add(site);
        }
    }
}
