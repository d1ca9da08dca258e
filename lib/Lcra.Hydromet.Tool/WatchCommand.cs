using System.CommandLine;
using System.Text;
using Lcra.Hydromet.Alerts.Internal;
using Lcra.Hydromet.Watching.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet watch --over 3018:24_hour:1.00 --webhook https://alerts.example.org/rain</c>.</summary>
internal static class WatchCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Option<string[]> over = new("--over")
        {
            Description = "Report when a total goes over this many inches, and when it falls below them again, or below the second amount. Can be repeated.",
            HelpName = "gauge:period:inches[:inches]",
        };
        Option<TimeSpan?> every = Arguments.Interval(
            "--every", "How often to download; without it two to three minutes after each quarter of an hour, when LCRA has new files.");
        AlertOptions alerts = new();
        UnitsOption units = new();
        Command command = new("watch", "Reports changes until Ctrl+C. It is not a warning service.") { over, every };
        alerts.AddTo(command);
        units.AddTo(command);
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            ThresholdText[] texts = [.. (parsed.GetValue(over) ?? []).Select(Read)];
            bool isJson = parsed.GetValue(global.Json);
            RainUnit unit = units.Read(parsed, isJson ? ExportFormat.JsonLines : null);
            RainfallAlertOptions receivers = alerts.Read(parsed);
            await using ServiceProvider services = global.Connect(parsed);
            RainfallThreshold[] thresholds = await ResolveAsync(services.GetRequiredService<HydrometClient>(), texts, cancellationToken);
            receivers.Thresholds = thresholds;
            await using RainfallAlertSender sender = new(receivers, (_, reason) => console.WriteError(reason));
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
                    sender.Send(change);
                    console.WriteLine(isJson ? Encoding.UTF8.GetString(AlertJson.Of(change)) : TextOf(change, unit));
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

    private static async Task<RainfallThreshold[]> ResolveAsync(HydrometClient client, ThresholdText[] texts, CancellationToken cancellationToken)
    {
        List<RainfallThreshold> thresholds = [];
        foreach (ThresholdText text in texts)
        {
            SiteId site = await GaugeNames.ResolveAsync(client, text.Site, cancellationToken);
            thresholds.Add(new RainfallThreshold(site, OutputFormatter.Period(text.Period), text.OverInches, text.ClearsBelowInches));
        }

        return [.. thresholds];
    }

    // A name is looked up later; everything else is checked before the first request.
    private static ThresholdText Read(string text)
    {
        if (ThresholdText.Split(text) is not { } parts)
        {
            throw new ToolException(ExitCode.Usage, $"'{text}' is not a valid threshold: write gauge:period:inches, such as 3018:24_hour:1.00, or gauge:period:inches:inches.");
        }

        _ = OutputFormatter.Period(parts.Period);
        return parts.ClearsBelowInches <= parts.OverInches
            ? parts
            : throw new ToolException(ExitCode.Usage, $"'{text}' is not a valid threshold: the second amount must not be above the first.");
    }

    private static string TextOf(RainfallChange change, RainUnit unit) =>
        change.Site is { } site ? UnitsOption.Convert(change.ToString(), site, unit) : change.ToString();
}
