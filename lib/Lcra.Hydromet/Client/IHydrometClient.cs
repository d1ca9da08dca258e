namespace Lcra.Hydromet;

/// <summary>LCRA's Hydromet: rainfall, sites, lake levels and history. <see cref="HydrometClient"/> downloads; <see cref="HydrometCache"/> shares downloads.</summary>
/// <example>
/// <code>
/// services.AddHydrometClient();
/// services.AddHydrometCache(); // IHydrometClient is the cache now
/// </code>
/// </example>
public interface IHydrometClient
{
    /// <summary>Gets the rainfall report of all feeds: the three CSV feeds joined with the all-sites response.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The report. Totals of a feed that failed are missing as <see cref="MissingReason.FeedUnavailable"/>, with the cause in <see cref="RainfallReport.Feeds"/>.</returns>
    /// <exception cref="HydrometFormatException">Every feed responded, and none could be read.</exception>
    /// <exception cref="HydrometException">No feed is available.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// RainfallReport report = await client.GetRainfallAsync();
    /// foreach (RainfallGauge gauge in report.Gauges.Where(gauge =&gt; gauge.IsReporting))
    /// {
    ///     Console.WriteLine(gauge[RainfallPeriod.OneHour]);
    /// }
    /// </code>
    /// </example>
    Task<RainfallReport> GetRainfallAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets a rainfall report of chosen feeds.</summary>
    /// <param name="scope">Which feeds.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The report.</returns>
    /// <inheritdoc cref="GetRainfallAsync(CancellationToken)" path="/exception"/>
    Task<RainfallReport> GetRainfallAsync(RainfallScope scope, CancellationToken cancellationToken = default);

    /// <summary>Gets the all-sites response: the sites of every agency with coordinates, rain, rivers, dams and weather.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The report.</returns>
    /// <exception cref="HydrometFormatException">The response could not be read.</exception>
    /// <exception cref="HydrometException">The response is unavailable.</exception>
    /// <exception cref="OperationCanceledException">The caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// SiteReading? reading = (await client.GetSitesAsync()).Find(SiteId.Parse("2448"));
    /// Console.WriteLine($"{reading?.Site.Name}: {reading?.StageFeet} ft");
    /// </code>
    /// </example>
    Task<SiteReport> GetSitesAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the levels of the Highland Lakes.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The levels.</returns>
    /// <inheritdoc cref="GetSitesAsync" path="/exception"/>
    /// <example>
    /// <code>
    /// foreach (LakeLevel lake in (await client.GetLakeLevelsAsync()).Lakes)
    /// {
    ///     Console.WriteLine($"{lake.Site.Name}: {lake.ElevationFeet} ft");
    /// }
    /// </code>
    /// </example>
    Task<LakeReport> GetLakeLevelsAsync(CancellationToken cancellationToken = default);

    /// <summary>Gets the history of a site, oldest record first.</summary>
    /// <param name="site">An LCRA site, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="parameter">The measured parameter; Austin's gauges have only rain and flow.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="resolution">The spacing of the records.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The records that LCRA has.</returns>
    /// <exception cref="ArgumentException">The days are invalid, or no agency has that history; thrown before any request.</exception>
    /// <inheritdoc cref="GetSitesAsync" path="/exception"/>
    /// <example>
    /// <code>
    /// await foreach (HistoryRecord record in client.GetHistoryAsync(SiteId.Parse("2448"), HistoryParameter.Flow, first, last, HistoryResolution.Hourly))
    /// {
    ///     Console.WriteLine($"{record.ObservedAt}: {record.Value1}");
    /// }
    /// </code>
    /// </example>
    IAsyncEnumerable<HistoryRecord> GetHistoryAsync(
        SiteId site,
        HistoryParameter parameter,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default);

    /// <summary>Gets LCRA's own daily rain totals of a gauge, oldest day first.</summary>
    /// <param name="site">An LCRA gauge; Austin's gauges have no daily totals.</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The days that LCRA has; an absent day is unknown, not dry.</returns>
    /// <inheritdoc cref="GetHistoryAsync" path="/exception"/>
    /// <example>
    /// <code>
    /// await foreach (DailyRainfall day in client.GetDailyRainfallAsync(SiteId.Parse("3018"), first, last))
    /// {
    ///     Console.WriteLine(day);
    /// }
    /// </code>
    /// </example>
    IAsyncEnumerable<DailyRainfall> GetDailyRainfallAsync(SiteId site, DateOnly first, DateOnly last, CancellationToken cancellationToken = default);

    /// <summary>Gets the accumulated rainfall of a gauge, oldest reading first.</summary>
    /// <param name="site">An LCRA gauge, or one of Austin (<c>COA:950</c>).</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, in Central time, included.</param>
    /// <param name="resolution">The spacing of the readings.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The readings that LCRA has.</returns>
    /// <inheritdoc cref="GetHistoryAsync" path="/exception"/>
    /// <example>
    /// <code>
    /// RainfallSeries series = await RainfallSeries.FromAccumulatedRainfallAsync(client.GetAccumulatedRainfallAsync(SiteId.Parse("3018"), first, last));
    /// Console.WriteLine(series.MaximumDepth(TimeSpan.FromHours(1)));
    /// </code>
    /// </example>
    IAsyncEnumerable<AccumulatedRainfall> GetAccumulatedRainfallAsync(
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default);
}
