using System.Globalization;
using System.Text.Json;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Holds what the library read against the plain readings.</summary>
internal sealed class FuzzFindings
{
    public static readonly DateOnly FirstDay = new(2026, 7, 1);
    public static readonly DateOnly LastDay = new(2026, 10, 2);

    private static readonly DateTimeOffset HistoryStart = new(2026, 7, 1, 0, 0, 0, TimeSpan.FromHours(-5));
    private static readonly DateTimeOffset HistoryEnd = new(2026, 10, 3, 0, 0, 0, TimeSpan.FromHours(-5));

    private static readonly (string Member, Func<SiteReading, decimal?> Value)[] Measures =
    [
        ("stage", site => site.StageFeet), ("flow", site => site.DischargeCubicFeetPerSecond), ("bankfullStage", site => site.BankfullStageFeet),
        ("floodStage", site => site.FloodStageFeet), ("head", site => site.HeadwaterElevationFeet), ("tail", site => site.TailwaterElevationFeet),
        ("temperature", site => site.AirTemperatureFahrenheit), ("minimumTemperature", site => site.MinimumAirTemperatureFahrenheit),
        ("maximumTemperature", site => site.MaximumAirTemperatureFahrenheit), ("waterTemperature", site => site.WaterTemperatureCelsius),
        ("relativeHumidity", site => site.RelativeHumidityPercent), ("batteryVoltage", site => site.BatteryVolts),
        ("latitude", site => site.Site.Latitude), ("longitude", site => site.Site.Longitude),
    ];

    public string? First { get; private set; }

    public long NumbersCompared { get; private set; }

    public void Add(string finding) => First ??= finding;

    public void Check(RainfallReport report, byte[] recent, byte[] fiveDay, byte[] monthYear, byte[]? sites)
    {
        Dictionary<HydrometFeed, NaiveFeed> feeds = new()
        {
            [HydrometFeed.Rainfall] = new NaiveFeed(HydrometFeed.Rainfall, recent),
            [HydrometFeed.FiveDayRainfall] = new NaiveFeed(HydrometFeed.FiveDayRainfall, fiveDay),
            [HydrometFeed.MonthYearRainfall] = new NaiveFeed(HydrometFeed.MonthYearRainfall, monthYear),
        };
        using NaiveJson? json = sites is null ? null : new NaiveJson(sites);
        Dictionary<(string, string), List<JsonElement>> known = json?.Sites() ?? [];
        foreach (RainfallTotal total in report.Gauges.SelectMany(gauge => gauge.Totals))
        {
            if (total.Inches is null == total.Missing is null)
            {
                Add($"{total} has both an amount and a reason against it, or neither.");
            }

            if (total.Inches is not { } inches)
            {
                continue;
            }

            _ = total.ToMillimeters();
            SiteId site = total.Site.Id;
            if (feeds.TryGetValue(total.Source.Feed, out NaiveFeed? feed))
            {
                Compare(total, inches, feed.Cells(site.Number, total.Period.Key));
                CompareTime(total, total.Source.Feed == HydrometFeed.FiveDayRainfall ? feeds[HydrometFeed.Rainfall] : feed);
            }
            else
            {
                Compare(total, inches, known.GetValueOrDefault((site.Agency, site.Number)) ?? [], total.Source.Column!, isRain: true);
            }
        }
    }

    public void Check(SiteReport report, byte[] body)
    {
        using NaiveJson json = new(body);
        Dictionary<(string, string), List<JsonElement>> known = json.Sites();
        foreach (SiteReading site in report.Sites)
        {
            List<JsonElement> found = known.GetValueOrDefault((site.Site.Id.Agency, site.Site.Id.Number)) ?? [];
            foreach ((string member, Func<SiteReading, decimal?> value) in Measures)
            {
                if (value(site) is { } number)
                {
                    Compare(site.Site.Id, number, found, member, isRain: false);
                }
            }

            if (site.ObservedAt is { } at && !found.Exists(row => NaiveJson.Instant(NaiveJson.Last(row, "dateTime")) == at))
            {
                Add($"{site.Site.Id} was not read at {at:O}.");
            }
        }
    }

    public void Check(LakeReport report, byte[] body)
    {
        NaiveFeed feed = new(HydrometFeed.LakeLevels, body);
        foreach (LakeLevel lake in report.Lakes)
        {
            (string, decimal?)[] values =
                [("current", lake.ElevationFeet), ("percent_full", lake.PercentFull), ("current_storage", lake.StorageAcreFeet), ("midnight", lake.MidnightElevationFeet)];
            foreach ((string column, decimal? value) in values)
            {
                if (value is { } number)
                {
                    Compare($"{lake.Site.Id} {column}", number, feed.Cells(lake.Site.Id.Number, column), isRain: false);
                }
            }
        }
    }

    public void Check(List<HistoryRecord> records, byte[] body)
    {
        using NaiveJson json = new(body);
        Dictionary<DateTimeOffset, List<JsonElement>> known = json.Records();
        DateTimeOffset? before = null;
        foreach (HistoryRecord record in records)
        {
            if (record.ObservedAt <= before || record.ObservedAt < HistoryStart || record.ObservedAt >= HistoryEnd || !known.TryGetValue(record.ObservedAt, out List<JsonElement>? found))
            {
                Add($"The record of {record.ObservedAt:O} is out of order, out of the span or made up.");
                return;
            }

            before = record.ObservedAt;
            (string, decimal?)[] values = [("value1", record.Value1), ("value2", record.Value2), ("value3", record.Value3)];
            foreach ((string member, decimal? value) in values)
            {
                if (value is { } number)
                {
                    Compare(record.ObservedAt, number, found, member, isRain: false);
                }
            }
        }
    }

    private void Compare(object what, decimal number, List<JsonElement> found, string member, bool isRain)
    {
        Range(what, number, isRain);
        if (!found.Exists(row => NaiveJson.Says(row, member, number)))
        {
            Add($"{what}: {member} is not {number.ToString(CultureInfo.InvariantCulture)}.");
        }
    }

    private void Compare(object what, decimal number, string?[] texts, bool isRain = true)
    {
        Range(what, number, isRain);
        if (!Array.Exists(texts, text => text is not null && NaiveNumber.Says(text, number)))
        {
            Add($"{what}: {number.ToString(CultureInfo.InvariantCulture)} was made of '{string.Join("' or '", texts)}'.");
        }
    }

    private void Range(object what, decimal number, bool isRain)
    {
        NumbersCompared++;
        if (number is -998 or -888 || (isRain && number < 0))
        {
            Add($"{what}: {number.ToString(CultureInfo.InvariantCulture)} is a sentinel for a missing value.");
        }
    }

    // The clock on the wall is what the feed says, but in the hour that the clocks skip in March.
    private void CompareTime(RainfallTotal total, NaiveFeed feed)
    {
        DateTime?[] read = feed.ReadAt(total.Site.Id.Number);
        if (total.ObservedAt is { } at && !Array.Exists(read, time => at.DateTime == time || at.DateTime == time?.AddHours(1)))
        {
            Add($"{total} was read at {at:O}, not at {string.Join(" or ", read)}.");
        }
    }
}
