using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Reads the days of gauges and counts those with an amount; a person at standard error sees how far it is.</summary>
internal sealed class HistoryReader(HydrometClient client, TimeProvider clock, ToolConsole console, HistoryQuery query)
{
    /// <summary>Gets the number of days with an amount so far.</summary>
    public int Amounts { get; private set; }

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
                Count(day);
                progress(day.Day.DayNumber - query.First.DayNumber + 1);
                each?.Invoke(day);
            }

            return read;
        });

    /// <summary>Ends a command: without an amount its exit code says so, and standard error that this is not dry.</summary>
    public ExitCode End()
    {
        if (Amounts > 0)
        {
            return ExitCode.Ok;
        }

        console.WriteError($"LCRA has no amount for {string.Join(", ", query.Sites)} in that time, or the gauge is unknown. That does not mean that it was dry.");
        return ExitCode.NoValue;
    }

    private async IAsyncEnumerable<SiteRecord<DailyRainfall>> ReadAllAsync(Action<double> progress, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        int rows = 0;
        foreach (SiteId site in query.Sites)
        {
            IAsyncEnumerable<DailyRainfall> days = client.GetDailyRainfallAsync(site, query.First, query.Last, cancellationToken);
            await foreach (SiteRecord<DailyRainfall> row in days.OfEachDayAsync(site, query.First, query.Last, clock, cancellationToken))
            {
                Count(row.Record);
                progress(++rows);
                yield return row;
            }
        }
    }

    private void Count(DailyRainfall day) => Amounts += day.Inches is null ? 0 : 1;
}
