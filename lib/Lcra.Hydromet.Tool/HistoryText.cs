using System.Globalization;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Daily rain for a person.</summary>
internal static class HistoryText
{
    private static readonly TableColumn<DailyRainfall>[] Columns =
    [
        new("Day", day => day.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) { IsWhole = true },
        new("Inches", day => day.Inches?.ToString("0.00##", CultureInfo.InvariantCulture) ?? "no amount") { IsNumber = true, IsAlert = day => day.Inches is null },
        new("Note", day => day.IsPartial ? "still running" : ""),
    ];

    public static async Task WriteAsync(ToolConsole console, HistoryQuery query, HistoryReader reader, CancellationToken cancellationToken)
    {
        foreach (SiteId site in query.Sites)
        {
            // Lines are written as they come; a table needs all days.
            List<DailyRainfall> days = await reader.ReadAsync(site, cancellationToken, console.IsTerminal ? null : day => console.WriteLine(LineOf(day)));
            if (console.IsTerminal)
            {
                console.WriteRows(days, LineOf, Columns);
            }

            if (days.Exists(day => day.Inches is not null))
            {
                SeriesTotal total = RainfallSeries.FromDailyTotals(days).TotalOfDays(query.First, query.Last);
                console.WriteLine($"{site} total: {total}{(days.Exists(day => day.IsPartial) ? ", the last day is still running" : "")}");
            }
        }
    }

    private static string LineOf(DailyRainfall day)
    {
        string amount = day.Inches is { } inches ? string.Create(CultureInfo.InvariantCulture, $"{inches:0.00##} in") : "no amount";
        return string.Create(CultureInfo.InvariantCulture, $"{day.Day:yyyy-MM-dd} {amount}{(day.IsPartial ? ", still running" : "")}");
    }
}
