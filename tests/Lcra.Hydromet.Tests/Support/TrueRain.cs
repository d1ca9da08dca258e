using System.Globalization;
using System.Text;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Rainfall.Internal;
using Lcra.Hydromet.Sites.Internal;
using Lcra.Hydromet.Tests.Fuzz;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>Rain as it fell at one LCRA and one Austin gauge, step by step, and the feeds that a perfect service makes of it.</summary>
internal sealed class TrueRain(IEnumerable<DateTimeOffset> steps)
{
    public const string Lcra = "1000";
    public const string Austin = "COA:1000";
    private readonly long[] _steps = [.. steps.Select(step => step.UtcTicks).Order()];

    /// <summary>Gets or sets what is added to a column or member by its name, so that its amount is wrong.</summary>
    public Dictionary<string, decimal> Errors { get; init; } = [];

    /// <summary>Makes rain of random showers over the days before a time.</summary>
    public static TrueRain Showers(RandomSource random, DateTimeOffset until, int days)
    {
        List<DateTimeOffset> steps = [];
        for (int shower = random.Next(12); shower > 0; shower--)
        {
            DateTimeOffset start = until - TimeSpan.FromMinutes(random.Next(days * 24 * 60));
            int minutes = 1 + random.Next(399);
            steps.AddRange(Enumerable.Range(0, 1 + random.Next(119)).Select(_ => start.AddMinutes(random.Next(minutes))));
        }

        return new TrueRain(steps);
    }

    public int Steps(DateTimeOffset after, DateTimeOffset until) => _steps.Count(step => step > after.UtcTicks && step <= until.UtcTicks);

    /// <summary>Makes the report of a reading.</summary>
    /// <param name="observed">When both gauges were read.</param>
    /// <param name="reported">When the feeds were made.</param>
    /// <param name="monthLag">How far month-class values are behind.</param>
    public RainfallReport Report(DateTimeOffset observed, DateTimeOffset reported, TimeSpan monthLag = default)
    {
        string stamp = string.Create(CultureInfo.InvariantCulture, $"Report Date: {CentralTime.At(reported):yyyy-MM-dd HH:mm}");
        string time = string.Create(CultureInfo.InvariantCulture, $"{CentralTime.At(observed):yyyy-MM-dd HH:mm}");
        DateOnly today = CentralTime.DayOf(reported);
        decimal Inches(string name, DateTimeOffset from, DateTimeOffset to) => (Steps(from, to < observed ? to : observed) * 0.01m) + Errors.GetValueOrDefault(name);
        decimal Hours(string name, int hours) => Inches(name, observed.AddHours(-hours), observed);
        decimal Day(string name, int ago) => Inches(name, CentralTime.StartOfDay(today.AddDays(-ago)), CentralTime.StartOfDay(today.AddDays(1 - ago)));
        DateTimeOffset known = observed - monthLag;
        DateOnly day = CentralTime.DayOf(known);
        decimal Since(string name, DateOnly first) => Inches(name, CentralTime.StartOfDay(first), known);
        decimal midnight = Inches("Since Midnight", CentralTime.StartOfDay(CentralTime.DayOf(observed)), observed);
        decimal fiveDays = Inches("Since", CentralTime.StartOfDay(today.AddDays(-4)), observed);
        decimal thirtyDays = Inches("30 Days", reported.AddDays(-30), known);
        decimal month = Since("Month", new DateOnly(day.Year, day.Month, 1));
        decimal year = Since("Year", new DateOnly(day.Year, 1, 1));
        string Date(int ago) => today.AddDays(-ago).ToString("MM/dd/yyyy", CultureInfo.InvariantCulture);

        FeedResult recent = Read(RainfallFeeds.Recent, reported, string.Create(CultureInfo.InvariantCulture, $"""
            Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) {stamp}
            {Lcra},Here,{time},{Hours("1 Hour", 1)},{Hours("3 Hour", 3)},{Hours("6 Hour", 6)},{Hours("24 Hour", 24)},{midnight}

            """));
        FeedResult fiveDay = Read(RainfallFeeds.FiveDay, reported, string.Create(CultureInfo.InvariantCulture, $"""
            Site,Location,Basin,Today,Last24,{Date(1)},{Date(2)},{Date(3)},{Date(4)},Since {Date(4)},Five Day Rain (in) {stamp}
            {Lcra},Here,Basin,{Day("Today", 0)},{Hours("Last24", 24)},{Day("1", 1)},{Day("2", 2)},{Day("3", 3)},{Day("4", 4)},{fiveDays}

            """));
        FeedResult monthYear = Read(RainfallFeeds.MonthYear, reported, string.Create(CultureInfo.InvariantCulture, $"""
            Site,Location,Date Time,30 Days,Month,Year,Previous Year,Rainfall (in) {stamp}
            {Lcra},Here,{time},{thirtyDays},{month},{year},400

            """));
        string Gauge(string agency, decimal factor) => string.Create(CultureInfo.InvariantCulture, $$"""
            {"siteNumber":"1000","dateTime":"{{observed.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss}}Z","agency":"{{agency}}","siteName":"Here","siteType":"rain",
            "rainfall1Hour":"{{factor * Hours("1", 1)}}","rainfall12Hours":"{{factor * Hours("12", 12)}}","rainfallToday":"{{factor * midnight}}","rainfall1Day":"{{factor * Hours("24", 24)}}",
            "rainfall2Days":"{{factor * Hours("48", 48)}}","rainfall3Days":"{{factor * Hours("72", 72)}}","rainfall1Week":"{{factor * Hours("168", 168)}}","rainfall2Weeks":"{{factor * Hours("336", 336)}}",
            "rainfall30Days":"{{factor * thirtyDays}}","rainfallMonth":"{{factor * month}}","rainfallYear":"{{factor * year}}"}
            """);
        SiteReport sites = SiteFeed.Read(Encoding.UTF8.GetBytes($"[{Gauge("LCRA", 1)},{Gauge("COA", 4)}]"), reported);
        return new RainfallReport(new RainfallFeedSet(recent, fiveDay, monthYear).With(new SitesResult(sites, Failure: null)));
    }

    private static FeedResult Read(FeedDefinition definition, DateTimeOffset fetchedAt, string csv) =>
        new(definition.Feed, FeedReader.Read(definition, Encoding.ASCII.GetBytes(csv), fetchedAt), null);
}
