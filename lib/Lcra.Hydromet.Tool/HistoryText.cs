using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Daily rain for a person.</summary>
internal static class HistoryText
{
    public static async Task WriteAsync(ToolConsole console, HistoryQuery query, HistoryReader reader, CancellationToken cancellationToken)
    {
        foreach (SiteId site in query.Sites)
        {
            // Lines are written as they come; a table needs all days.
            List<DailyRainfall> days = await reader.ReadAsync(site, cancellationToken, console.IsTerminal ? null : day => console.WriteLine(LineOf(day, site, query.Unit)));
            if (console.IsTerminal)
            {
                console.WriteRows(days, day => LineOf(day, site, query.Unit), Columns(site, query.Unit));
            }

            if (days.Exists(day => day.Inches is not null))
            {
                SeriesTotal total = RainfallSeries.FromDailyTotals(days).TotalOfDays(query.First, query.Last);
                int asked = query.Last.DayNumber - query.First.DayNumber + 1;
                int missing = asked - days.Count(day => day.Inches is not null);
                string name = missing == 0 ? "total" : $"total of the days with an amount, {missing} of {asked} days missing";
                console.WriteLine($"{site} {name}: {UnitsOption.Convert(total.ToString(), site.ResolutionInches, query.Unit)}{(days.Exists(day => day.IsPartial) ? ", the last day is still running" : "")}");
            }
        }
    }

    private static TableColumn<DailyRainfall>[] Columns(SiteId site, RainUnit unit) =>
    [
        new("Day", day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { IsWhole = true },
        new("Rain", day => AmountOf(day, site, unit)) { IsNumber = true, IsAlert = day => day.Inches is null },
        new("Note", day => day.IsPartial ? "still running" : ""),
    ];

    private static string LineOf(DailyRainfall day, SiteId site, RainUnit unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd} {AmountOf(day, site, unit)}{(day.IsPartial ? ", still running" : "")}");

    private static string AmountOf(DailyRainfall day, SiteId site, RainUnit unit) =>
        day.Inches is { } inches ? UnitsOption.Format(inches, site.ResolutionInches, unit) : "no amount";
}
