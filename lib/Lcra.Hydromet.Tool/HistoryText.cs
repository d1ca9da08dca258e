using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Daily rain for a person.</summary>
internal sealed class HistoryText(ToolConsole console, HistoryQuery query, HistoryReader reader, DateOnly today)
{
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        foreach (SiteId site in query.Sites)
        {
            // Lines are written as they come; a table needs all days.
            DateOnly next = query.First;
            List<DailyRainfall> days = await reader.ReadAsync(site, cancellationToken, console.IsTerminal ? null : day =>
            {
                WriteMissing(site, next, day.Day);
                console.WriteLine(LineOf(day, site));
                next = day.Day.AddDays(1);
            });
            if (console.IsTerminal)
            {
                console.WriteRows(days, day => LineOf(day, site), Columns(site));
            }
            else if (days.Count > 0)
            {
                WriteMissing(site, next, LastMeasurable.AddDays(1));
            }

            WriteTotal(site, days);
        }

        if (query.Last > today)
        {
            console.WriteNotice(string.Create(CultureInfo.InvariantCulture, $"The days after {today:yyyy-MM-dd} are to come."));
        }
    }

    private DateOnly LastMeasurable => query.Last < today ? query.Last : today;

    private void WriteTotal(SiteId site, List<DailyRainfall> days)
    {
        if (!days.Exists(day => day.Inches is not null))
        {
            return;
        }

        SeriesTotal total = RainfallSeries.FromDailyTotals(days).TotalOfDays(query.First, LastMeasurable);
        int asked = LastMeasurable.DayNumber - query.First.DayNumber + 1;
        int missing = asked - days.Count(day => day.Inches is not null);
        string name = missing == 0 ? "total" : $"total of the days with an amount, {missing} of {asked} days missing";
        string running = days.Find(day => day.IsPartial) is { } partial ? string.Create(CultureInfo.InvariantCulture, $", {partial.Day:yyyy-MM-dd} is still running") : "";
        console.WriteLine($"{site} {name}: {UnitsOption.Convert(total.ToString(), site.ResolutionInches, query.Unit)}{running}");
    }

    private void WriteMissing(SiteId site, DateOnly first, DateOnly next)
    {
        if (first < next)
        {
            DateOnly last = next.AddDays(-1);
            string to = last > first ? string.Create(CultureInfo.InvariantCulture, $" to {last:yyyy-MM-dd}") : "";
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{GaugeOf(site)}{first:yyyy-MM-dd}{to} no amount"));
        }
    }

    private TableColumn<DailyRainfall>[] Columns(SiteId site) =>
    [
        new("Day", day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { IsWhole = true },
        new("Rain", day => AmountOf(day, site)) { IsNumber = true, IsAlert = day => day.Inches is null },
        new("Note", day => day.IsPartial ? "still running" : ""),
    ];

    private string LineOf(DailyRainfall day, SiteId site) =>
        string.Create(CultureInfo.InvariantCulture, $"{GaugeOf(site)}{day.Day:yyyy-MM-dd} {AmountOf(day, site)}{(day.IsPartial ? ", still running" : "")}");

    private string GaugeOf(SiteId site) => query.Sites.Count > 1 ? $"{site} " : "";

    private string AmountOf(DailyRainfall day, SiteId site) =>
        day.Inches is { } inches ? UnitsOption.Format(inches, site.ResolutionInches, query.Unit) : "no amount";
}
