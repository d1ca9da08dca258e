using System.Globalization;
using System.Net;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Tests.Watching;

/// <summary>The reports of some days of rain at two gauges, one each quarter of an hour; cells can be blank, and a gauge can be silent for hours.</summary>
internal sealed class SimulatedReports
{
    private const int Days = 4;
    private const int StepsADay = 288;
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(5);
    private readonly RandomSource _chance;
    private readonly DateTimeOffset _start;
    private readonly Dictionary<DateTimeOffset, byte[]> _files = [];
    private readonly (int[] Hundredths, TimeSpan Delay, DateTimeOffset SilentFrom, DateTimeOffset SilentTo)[] _gauges;

    public SimulatedReports(RandomSource chance, DateTimeOffset start)
    {
        _chance = chance;
        _start = start - ReportCycle.Since(start, TimeSpan.Zero);
        _gauges = [.. Gauges.Select(_ =>
        {
            DateTimeOffset silent = _start.AddDays(2).AddMinutes(15 * chance.Next(48));

            // Of a reading that stays in the hour that comes twice, nobody knows which it is.
            silent = CentralTime.IsRepeated(CentralTime.At(silent).DateTime) ? silent.AddHours(3) : silent;
            return (Rain(), Step * chance.Next(3), silent, silent.AddMinutes(chance.Next(300)));
        })];
    }

    public static IReadOnlyList<SiteId> Gauges { get; } = [SiteId.Parse("3018"), SiteId.Parse("2959")];

    /// <summary>Gets the report that is current at a time, as it is read at another.</summary>
    public Task<RainfallReport> AtAsync(DateTimeOffset time, DateTimeOffset now)
    {
        DateTimeOffset stamp = CentralTime.At(time - ReportCycle.Since(time, TimeSpan.Zero));
        if (!_files.TryGetValue(stamp, out byte[]? file))
        {
            _files.Add(stamp, file = GaugeRow.Csv(stamp, [.. Enumerable.Range(0, Gauges.Count).Select(gauge => RowOf(gauge, stamp))]));
        }

        StubFeedHandler feeds = new StubFeedHandler().With(HydrometFeed.Rainfall, file).With(HydrometFeed.FiveDayRainfall, HttpStatusCode.NotFound).With(HydrometFeed.MonthYearRainfall, HttpStatusCode.NotFound);
        return TestReports.Client(feeds, now).GetRainfallAsync(RainfallScope.CsvFeeds);
    }

    private int[] Rain()
    {
        int[] hundredths = new int[Days * StepsADay];
        for (int i = 0, rate = 0; i < hundredths.Length; i++)
        {
            rate = _chance.OneIn(12) ? _chance.Pick([0, 0, 0, 2, 10]) : rate;
            hundredths[i] = rate == 0 ? 0 : _chance.Next(rate);
        }

        return hundredths;
    }

    private GaugeRow RowOf(int gauge, DateTimeOffset stamp)
    {
        (int[] rain, TimeSpan delay, DateTimeOffset silentFrom, DateTimeOffset silentTo) = _gauges[gauge];
        DateTimeOffset read = CentralTime.At((stamp > silentFrom && stamp < silentTo ? silentFrom : stamp) - delay);

        // At midnight itself, LCRA still counts for the day before.
        DateTimeOffset midnight = CentralTime.StartOfDay(CentralTime.DayOf(read - Step));
        return _chance.OneIn(10)
            ? new GaugeRow(_chance.OneIn(2) ? read : null, "", "", Gauges[gauge].Number)
            : new GaugeRow(read, Sum(midnight), Sum(read.AddHours(-1)), Gauges[gauge].Number, Sum(read.AddDays(-1)));

        string Sum(DateTimeOffset from) => (rain[Index(from)..Index(read)].Sum() / 100m).ToString("0.00", CultureInfo.InvariantCulture);
    }

    private int Index(DateTimeOffset time) => (int)((time - _start) / Step);
}
