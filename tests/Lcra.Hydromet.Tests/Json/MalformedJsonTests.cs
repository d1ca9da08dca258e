using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Json;

/// <summary>JSON that lacks a member or has another value for it gives a result that can be used, or an error of JSON.</summary>
public class MalformedJsonTests
{
    [Fact]
    public async Task Of_reports()
    {
        RainfallReport report = await RecordedHistories.Recorded().GetRainfallAsync();
        RainfallGauge gauge = report.Find("3018")!;

        Assert.Empty(Faults(gauge, HydrometJsonContext.Default.RainfallGauge));
        Assert.Empty(Faults(gauge[RainfallPeriod.ThisMonth], HydrometJsonContext.Default.RainfallTotal));
        Assert.Empty(Faults(report.Feeds[0], HydrometJsonContext.Default.FeedStatus));
        Assert.Empty(Faults(await RecordedHistories.Recorded().GetLakeLevelsAsync(), HydrometJsonContext.Default.LakeReport));
        Assert.Empty(Faults((await RecordedHistories.Recorded().GetSitesAsync()).Sites[0], HydrometJsonContext.Default.SiteReading));
    }

    [Fact]
    public void Of_series_and_histories()
    {
        RainfallSeries series = TestSeries.Series((0, 1m), (15, 1.10m), (30, 0.20m), (150, 1.30m), (165, 1.40m));
        DailyRainfall[] days = [.. TestSeries.Days(new DateOnly(2026, 7, 1), 0.10m, null)];

        Assert.Empty(Faults(series.Whole(), HydrometJsonContext.Default.SeriesTotal));
        Assert.Empty(Faults(series.RainEvents(TimeSpan.FromHours(1))[0], HydrometJsonContext.Default.RainEvent));
        Assert.Empty(Faults(new CachedHistory<DailyRainfall> { Records = days, FetchedAt = TestReports.Morning }, HydrometJsonContext.Default.CachedHistoryDailyRainfall));
        Assert.Empty(Faults(new HydrometException("It is down."), HydrometJsonContext.Default.HydrometException));
    }

    private const int MaxDepth = 3;

    private static List<string> Faults<T>(T value, JsonTypeInfo<T> type)
        where T : class
    {
        List<string> faults = [];
        foreach (string[] path in Paths(JsonSerializer.SerializeToNode(value, type)!, []))
        {
            foreach ((string change, Func<JsonNode?> changed) in Changes)
            {
                JsonNode root = JsonSerializer.SerializeToNode(value, type)!;
                Change(path[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!), path[^1], change, changed());
                try
                {
                    T? read = root.Deserialize(type);
                    _ = read is null ? "" : JsonSerializer.Serialize(read, type) + read;
                }
                catch (JsonException)
                {
                    // The caller learns what is wrong.
                }
                catch (Exception fault) when (fault is NullReferenceException or ArgumentException or InvalidOperationException)
                {
                    faults.Add($"{string.Join('.', path)} {change}: {fault.GetType().Name}");
                }
            }
        }

        return faults;
    }

    private static (string Name, Func<JsonNode?> Value)[] Changes =>
    [
        ("absent", () => null), ("null", () => null), ("text", () => "x"), ("object", () => new JsonObject()),
    ];

    private static void Change(JsonNode owner, string step, string change, JsonNode? value)
    {
        if (owner is JsonObject members && change == "absent")
        {
            members.Remove(step);
        }
        else if (owner is JsonObject others)
        {
            others[step] = value;
        }
        else
        {
            owner[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] = value;
        }
    }

    // The first item of a list is like the others.
    private static IEnumerable<string[]> Paths(JsonNode node, string[] from) => (node switch
    {
        JsonObject members => members.Select(member => (Step: member.Key, Node: member.Value)),
        JsonArray items => items.Take(1).Select((item, index) => (Step: $"{index}", Node: item)),
        _ => [],
    }).SelectMany(part => (part.Node is null || from.Length == MaxDepth ? [] : Paths(part.Node, [.. from, part.Step])).Prepend([.. from, part.Step]));
}
