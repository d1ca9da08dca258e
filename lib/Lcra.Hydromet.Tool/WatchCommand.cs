using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.Exports.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet watch --over 3018:24_hour:1.00</c>.</summary>
internal static class WatchCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Option<string[]> over = new("--over")
        {
            Description = "Report when a total goes over this many inches, and when it falls below them again, or below the second amount. Can be repeated.",
            HelpName = "site:period:inches[:inches]",
        };
        Option<TimeSpan?> every = Arguments.Interval(
            "--every", "How often to download; without it two to three minutes after each quarter of an hour, when LCRA has new files.");
        Command command = new("watch", "Reports changes until Ctrl+C. It is not a warning service.") { over, every };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            RainfallThreshold[] thresholds = [.. (parsed.GetValue(over) ?? []).Select(ReadThreshold)];
            await using ServiceProvider services = global.Connect(parsed);
            bool joined = Array.Exists(thresholds, threshold => ReportSource.NeedsSites(threshold.Site, threshold.Period));
            ReportSource source = new(services.GetRequiredService<HydrometClient>(), joined);
            HydrometWatcher watcher = new(
                async token => Known(await source.GetAsync(token), thresholds),
                new HydrometWatcherOptions { Interval = parsed.GetValue(every), Thresholds = thresholds },
                services.GetRequiredService<TimeProvider>());
            console.WriteNotice("Watching; press Ctrl+C to end.");
            try
            {
                await foreach (RainfallChange change in watcher.WatchAsync(cancellationToken))
                {
                    console.WriteLine(parsed.GetValue(global.Json) ? JsonOf(change) : change.ToString());
                    console.Flush();
                }
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // A watch ends only when it is canceled.
            }

            return ExitCode.Ok;
        });
        return command;
    }

    // A feed that is down hides its gauges, so only a complete report shows that a site is unknown.
    private static RainfallReport Known(RainfallReport report, RainfallThreshold[] thresholds) =>
        Array.Find(thresholds, threshold => report.Find(threshold.Site) is null) is { } unknown && report.Feeds.All(feed => feed.IsAvailable)
            ? throw OutputFormatter.NoSuchSite(unknown.Site)
            : report;

    private static RainfallThreshold ReadThreshold(string text)
    {
        // From the right, because a site can have a colon.
        string[] parts = text.Split(':');
        int amounts = parts.Reverse().TakeWhile(part => Amount(part) is not null).Take(2).Count();
        int site = parts.Length - amounts - 1;
        if (amounts == 0 || site < 1)
        {
            throw new ToolException(ExitCode.Usage, $"'{text}' is not a valid threshold: write site:period:inches, such as 3018:24_hour:1.00, or site:period:inches:inches.");
        }

        decimal[] inches = [.. parts[^amounts..].Select(part => Amount(part)!.Value)];
        return inches[^1] <= inches[0]
            ? new RainfallThreshold(OutputFormatter.Site(string.Join(':', parts[..site])), OutputFormatter.Period(parts[site]), inches[0], inches[^1])
            : throw new ToolException(ExitCode.Usage, $"'{text}' is not a valid threshold: the second amount must not be above the first.");
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal amount) ? amount : null;

    private static string JsonOf(RainfallChange change) => OutputFormatter.JsonOf(json =>
    {
        json.WriteString("change", change.Kind.ToString());
        json.WriteString("site", change.Site is { } site ? ExportTexts.Format(site.Id) : null);
        json.WriteString("name", change.Site?.Name);
        json.WriteString("feed", change.Feed?.Name);
        json.Number("rain_in", change.Inches);
        json.Number("uncertainty_in", change.Kind == RainfallChangeKind.NewRain ? change.UncertaintyInches : null);
        json.Time("from_central", change.From);
        json.Time("to_central", change.To);
        json.WriteString("period", change.Total?.Period.Key);
        json.Number("total_in", change.Total?.Inches);
        json.Number("over_in", change.Threshold?.OverInches);
        json.WriteString("failure", change.Failure?.Kind.ToString());
    });
}
