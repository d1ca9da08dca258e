using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lcra.Hydromet.Tests.Arguments;

/// <summary>A value of each parameter or declaring type of the library's members.</summary>
internal static class ArgumentSamples
{
    private static readonly Dictionary<Type, Func<object>> Known = new()
    {
        [typeof(string)] = () => "3018",
        [typeof(Stream)] = () => Stream.Null,
        [typeof(TimeProvider)] = () => TimeProvider.System,
        [typeof(ILoggerFactory)] = () => NullLoggerFactory.Instance,
        [typeof(HttpClient)] = () => new HttpClient(TestReports.Feeds()),
        [typeof(IServiceCollection)] = () => new ServiceCollection(),
        [typeof(IHealthChecksBuilder)] = () => new ServiceCollection().AddHealthChecks(),
        [typeof(IConfiguration)] = () => new ConfigurationBuilder().Build(),
        [typeof(HydrometClient)] = () => TestReports.Client(TestReports.Feeds()),
        [typeof(HydrometCache)] = () => new HydrometCache(TestReports.Client(TestReports.Feeds()), new HydrometCacheOptions(), TimeProvider.System),
        [typeof(HydrometWatcher)] = () => new HydrometWatcher(TestReports.Client(TestReports.Feeds())),
        [typeof(RainfallAlertSender)] = () => new RainfallAlertSender(new RainfallAlertOptions()),
        [typeof(HydrometResilienceHandler)] = () => new HydrometResilienceHandler(new HydrometClientOptions(), NullLoggerFactory.Instance, TimeProvider.System),
        [typeof(Func<CancellationToken, ValueTask<RainfallReport>>)] = () => (Func<CancellationToken, ValueTask<RainfallReport>>)(_ => default),
        [typeof(RainfallReport)] = () => TestReports.ReportAsync().Result,
        [typeof(SiteReport)] = () => TestReports.SitesAsync().Result,
        [typeof(LakeReport)] = () => TestReports.Client(new StubFeedHandler().With(HydrometFeed.LakeLevels, "plain")).GetLakeLevelsAsync().Result,
        [typeof(RainfallGauge)] = () => TestReports.ReportAsync().Result.Gauges[0],
        [typeof(RainfallPeriod)] = () => RainfallPeriod.TwentyFourHours,
        [typeof(HistoryParameter)] = () => HistoryParameter.Rain,
        [typeof(SiteId)] = () => SiteId.Parse("3018"),
        [typeof(ExportTable<RainfallTotal>)] = () => ExportTables.Totals,
        [typeof(IAsyncEnumerable<DailyRainfall>)] = () => AsyncEnumerable.Empty<DailyRainfall>(),
        [typeof(IAsyncEnumerable<RainfallTotal>)] = () => AsyncEnumerable.Empty<RainfallTotal>(),
        [typeof(Atlas14Table)] = () => Atlas14Table.Parse(Climate.Atlas14Files.Irving),
        [typeof(RainfallSeries)] = () => RainfallSeries.FromAccumulatedRainfall([]),
    };

    public static object? Of(Type type) =>
        Known.TryGetValue(type, out Func<object>? make) ? make()
        : type.IsGenericType && type.IsAssignableFrom(type.GenericTypeArguments[0].MakeArrayType()) ? Array.CreateInstance(type.GenericTypeArguments[0], 0)
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.GetConstructor([]) is not null ? Activator.CreateInstance(type)
        : null;
}
