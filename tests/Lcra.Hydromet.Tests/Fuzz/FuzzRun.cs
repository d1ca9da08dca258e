namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>
/// Runs cases. A case is a seed: it chooses feeds, changes them, lets the library read them and holds every number that comes
/// out against a plain reading of the same bytes. Only the two typed exceptions may come out instead.
/// </summary>
internal sealed class FuzzRun : IDisposable
{
    private const long BytesForAnything = 4_000_000;
    private const long BytesForEachByte = 100;
    private static readonly DateTimeOffset Moment = new(2026, 10, 2, 12, 2, 0, TimeSpan.Zero);
    private readonly FuzzFeedHandler _handler = new();
    private readonly HttpClient _http;
    private readonly HydrometClient _client;

    public FuzzRun()
    {
        _http = new HttpClient(_handler, disposeHandler: false);
        _client = new HydrometClient(_http, timeProvider: new FakeTimeProvider(Moment));
    }

    /// <summary>Gets how many numbers were compared: a run that compares none proves nothing.</summary>
    public long NumbersCompared { get; private set; }

    /// <summary>Gets how many cases were refused with a typed exception.</summary>
    public long Refused { get; private set; }

    /// <summary>Gets the feeds of the last case by their paths.</summary>
    public IReadOnlyDictionary<string, byte[]> Bodies => _handler.Bodies;

    /// <summary>Runs one case; returns what is wrong, or null.</summary>
    public async Task<string?> TryAsync(ulong seed)
    {
        FuzzFindings findings = new();
        RandomSource random = new(seed);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long length = 0;
        long used = 0;
        try
        {
            switch (random.Next(8))
            {
                case 0:
                    byte[] lakes = Csv(HydrometFeed.LakeLevels, random);
                    length = lakes.Length;
                    _handler.Serve((HydrometFeed.LakeLevels, lakes));
                    LakeReport lakeReport = await _client.GetLakeLevelsAsync();
                    used = GC.GetAllocatedBytesForCurrentThread() - before;
                    findings.Check(lakeReport, lakes);
                    break;
                case 1:
                    byte[] history = Mutator.Json(FuzzSeeds.History(random), random);
                    length = history.Length;
                    _handler.Serve((HydrometFeed.History, history));
                    HistoryParameter parameter = random.OneIn(2) ? HistoryParameter.RainDaily : HistoryParameter.Temperature;
                    List<HistoryRecord> records = await _client
                        .GetHistoryAsync(SiteId.Parse("2959"), parameter, FuzzFindings.FirstDay, FuzzFindings.LastDay).ToListAsync();
                    used = GC.GetAllocatedBytesForCurrentThread() - before;
                    findings.Check(records, history);
                    break;
                default:
                    (length, used) = await RainAsync(random, findings, before);
                    break;
            }
        }
        catch (HydrometException)
        {
            Refused++;
        }
        catch (Exception crash) when (crash is not HydrometException)
        {
            findings.Add($"{crash.GetType().Name}: {crash.Message} {crash.StackTrace}");
        }

        if (used > BytesForAnything + (BytesForEachByte * length))
        {
            findings.Add($"{used} bytes were allocated to read {length}.");
        }

        NumbersCompared += findings.NumbersCompared;
        return findings.First;
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
        _handler.Dispose();
    }

    private async Task<(long Length, long Used)> RainAsync(RandomSource random, FuzzFindings findings, long before)
    {
        byte[] recent = Csv(HydrometFeed.Rainfall, random);
        byte[] fiveDay = Csv(HydrometFeed.FiveDayRainfall, random);
        byte[] monthYear = Csv(HydrometFeed.MonthYearRainfall, random);
        byte[]? sites = random.OneIn(3) ? Mutator.Json(FuzzSeeds.AllSites(random), random) : null;
        _handler.Serve(
            (HydrometFeed.Rainfall, recent), (HydrometFeed.FiveDayRainfall, fiveDay), (HydrometFeed.MonthYearRainfall, monthYear),
            (HydrometFeed.AllSites, sites ?? []));
        long prepared = GC.GetAllocatedBytesForCurrentThread() - before;
        SiteReport? siteReport = sites is null ? null : await _client.GetSitesAsync();
        RainfallReport report = await _client.GetRainfallAsync(RainfallScope.CsvFeeds);
        report = siteReport is null ? report : report.Join(siteReport);
        _ = report.CheckConsistency();
        await RainfallExport.WriteCsvAsync(Stream.Null, report.Gauges.SelectMany(gauge => gauge.Totals));
        long used = GC.GetAllocatedBytesForCurrentThread() - before - prepared;
        findings.Check(report, recent, fiveDay, monthYear, sites);
        if (siteReport is not null)
        {
            findings.Check(siteReport, sites!);
        }

        return (recent.Length + fiveDay.Length + monthYear.Length + (sites?.Length ?? 0), used);
    }

    private static byte[] Csv(HydrometFeed feed, RandomSource random) => Mutator.Csv(FuzzSeeds.Csv(feed, random), random);
}
