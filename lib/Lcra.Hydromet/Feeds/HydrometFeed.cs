using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>One of the feeds that LCRA publishes.</summary>
[JsonConverter(typeof(HydrometFeedJsonConverter))]
public sealed class HydrometFeed
{
    private HydrometFeed(string name, string path)
    {
        Name = name;
        Path = path;
    }

    /// <summary>Gets the feed of the last 1, 3, 6 and 24 hours and of the rain since midnight.</summary>
    public static HydrometFeed Rainfall { get; } = new("Rainfall.csv", "media/Rainfall.csv");

    /// <summary>Gets the feed of today, the four days before and the total of the five.</summary>
    public static HydrometFeed FiveDayRainfall { get; } = new("Rain5Day.csv", "media/Rain5Day.csv");

    /// <summary>Gets the feed of the last 30 days, this month, this year and last year.</summary>
    public static HydrometFeed MonthYearRainfall { get; } = new("RainMonthYear.csv", "media/RainMonthYear.csv");

    /// <summary>Gets the feed of the lake levels.</summary>
    public static HydrometFeed LakeLevels { get; } = new("LakeLevel.csv", "media/LakeLevel.csv");

    /// <summary>Gets the all-sites response, with the sites of every agency. LCRA's own map uses it.</summary>
    public static HydrometFeed AllSites { get; } = new("GetDataForAllSites", "api/GetDataForAllSites");

    /// <summary>Gets the history of LCRA's sites. Site, parameter and days follow its path.</summary>
    public static HydrometFeed History { get; } = new("HistoricData", "api/HistoricData/GetDataBySite");

    /// <summary>Gets the history of Austin's gauges (agency <c>COA</c>). Site, parameter and days follow its path.</summary>
    public static HydrometFeed CoaHistory { get; } = new("CoaHistoricalData", "api/CoaHistoricalData/GetDataBySite");

    /// <summary>Gets every feed.</summary>
    public static IReadOnlyList<HydrometFeed> All { get; } = [Rainfall, FiveDayRainfall, MonthYearRainfall, LakeLevels, AllSites, History, CoaHistory];

    /// <summary>Gets LCRA's name of the feed, such as <c>Rainfall.csv</c>.</summary>
    public string Name { get; }

    /// <summary>Gets the path below LCRA's address, such as <c>media/Rainfall.csv</c>.</summary>
    public string Path { get; }

    /// <summary>Returns the name of the feed.</summary>
    /// <returns><see cref="Name"/>.</returns>
    public override string ToString() => Name;
}
