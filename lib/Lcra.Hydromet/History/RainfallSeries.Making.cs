using Lcra.Hydromet.History.Internal;

namespace Lcra.Hydromet;

/// <content>How a series is made, in one pass over its readings.</content>
public sealed partial class RainfallSeries
{
    // LCRA reads its gauges every 15 minutes.
    private static readonly TimeSpan UsualGapThreshold = TimeSpan.FromHours(1);

    // LCRA's gauges count hundredths.
    private const decimal UsualResolutionInches = 0.01m;

    /// <summary>Makes a series from the readings of a counter. Readings more than an hour apart have a gap between them.</summary>
    /// <param name="readings">The readings, oldest first. Of several in one second the last counts.</param>
    /// <returns>The series; it may be empty, and then every total is missing.</returns>
    /// <exception cref="ArgumentException">A reading is older than the one before it.</exception>
    public static RainfallSeries FromAccumulatedRainfall(IEnumerable<AccumulatedRainfall> readings) => FromAccumulatedRainfall(readings, UsualGapThreshold, UsualResolutionInches);

    /// <summary>Makes a series from the readings of a counter.</summary>
    /// <param name="readings">The readings, oldest first. Of several in one second the last counts.</param>
    /// <param name="gapThreshold">Readings farther apart than this have a gap between them.</param>
    /// <returns>The series; it may be empty, and then every total is missing.</returns>
    /// <exception cref="ArgumentException">A reading is older than the one before it, or the threshold is not above zero.</exception>
    public static RainfallSeries FromAccumulatedRainfall(IEnumerable<AccumulatedRainfall> readings, TimeSpan gapThreshold) =>
        FromAccumulatedRainfall(readings, gapThreshold, UsualResolutionInches);

    /// <inheritdoc cref="FromAccumulatedRainfall(IEnumerable{AccumulatedRainfall}, TimeSpan)" path="/summary|/returns|/exception|/remarks"/>
    /// <param name="readings">The readings, oldest first. Of several in one second the last counts.</param>
    /// <param name="gapThreshold">Readings farther apart than this have a gap between them.</param>
    /// <param name="resolutionInches">The gauge's resolution in inches (<see cref="Site.ResolutionInches"/>): a count that comes back this near to a level is back.</param>
    /// <exception cref="ArgumentException">A reading is older than the one before it, the threshold is not above zero, or the resolution is not above zero and at most 1 inch.</exception>
    public static RainfallSeries FromAccumulatedRainfall(IEnumerable<AccumulatedRainfall> readings, TimeSpan gapThreshold, decimal resolutionInches)
    {
        ArgumentNullException.ThrowIfNull(readings);
        CounterSeriesBuilder builder = new(gapThreshold, resolutionInches);
        foreach (AccumulatedRainfall reading in readings)
        {
            builder.Add(reading);
        }

        return builder.Build();
    }

    /// <inheritdoc cref="FromAccumulatedRainfall(IEnumerable{AccumulatedRainfall})" path="/summary|/returns|/exception|/remarks"/>
    /// <param name="readings">The readings, oldest first. Of several in one second the last counts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static Task<RainfallSeries> FromAccumulatedRainfallAsync(
        IAsyncEnumerable<AccumulatedRainfall> readings, CancellationToken cancellationToken = default) =>
        ReadAsync(readings, UsualGapThreshold, UsualResolutionInches, cancellationToken);

    /// <inheritdoc cref="FromAccumulatedRainfall(IEnumerable{AccumulatedRainfall}, TimeSpan)" path="/summary|/returns|/exception|/remarks"/>
    /// <param name="readings">The readings, oldest first. Of several in one second the last counts.</param>
    /// <param name="gapThreshold">Readings farther apart than this have a gap between them.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static Task<RainfallSeries> FromAccumulatedRainfallAsync(
        IAsyncEnumerable<AccumulatedRainfall> readings, TimeSpan gapThreshold, CancellationToken cancellationToken = default) =>
        ReadAsync(readings, gapThreshold, UsualResolutionInches, cancellationToken);

    /// <inheritdoc cref="FromAccumulatedRainfall(IEnumerable{AccumulatedRainfall}, TimeSpan, decimal)" path="/summary|/returns|/exception|/remarks"/>
    /// <param name="readings">The readings, oldest first. Of several in one second the last counts.</param>
    /// <param name="gapThreshold">Readings farther apart than this have a gap between them.</param>
    /// <param name="resolutionInches">The gauge's resolution in inches (<see cref="Site.ResolutionInches"/>): a count that comes back this near to a level is back.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public static Task<RainfallSeries> FromAccumulatedRainfallAsync(
        IAsyncEnumerable<AccumulatedRainfall> readings, TimeSpan gapThreshold, decimal resolutionInches, CancellationToken cancellationToken = default) =>
        ReadAsync(readings, gapThreshold, resolutionInches, cancellationToken);

    /// <summary>Makes a series from daily totals. Days that are absent or without an amount leave gaps.</summary>
    /// <param name="days">The days, oldest first. Of several amounts for one day the first counts.</param>
    /// <returns>The series; it may be empty, and then every total is missing. A day that was not over is flagged and not covered; its amount so far counts.</returns>
    /// <exception cref="ArgumentException">A day is older than the one before it.</exception>
    public static RainfallSeries FromDailyTotals(IEnumerable<DailyRainfall> days)
    {
        ArgumentNullException.ThrowIfNull(days);
        DailySeriesBuilder builder = new();
        foreach (DailyRainfall day in days)
        {
            builder.Add(day);
        }

        return builder.Build();
    }

    /// <inheritdoc cref="FromDailyTotals" path="/summary|/returns|/exception|/remarks"/>
    /// <param name="days">The days, oldest first. Of several amounts for one day the first counts.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    /// <example>
    /// <code>
    /// RainfallSeries series = await RainfallSeries.FromDailyTotalsAsync(client.GetDailyRainfallAsync(SiteId.Parse("2959"), first, last));
    /// </code>
    /// </example>
    public static async Task<RainfallSeries> FromDailyTotalsAsync(IAsyncEnumerable<DailyRainfall> days, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        DailySeriesBuilder builder = new();
        await foreach (DailyRainfall day in days.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            builder.Add(day);
        }

        return builder.Build();
    }

    private static async Task<RainfallSeries> ReadAsync(
        IAsyncEnumerable<AccumulatedRainfall> readings, TimeSpan gapThreshold, decimal resolutionInches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(readings);
        CounterSeriesBuilder builder = new(gapThreshold, resolutionInches);
        await foreach (AccumulatedRainfall reading in readings.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            builder.Add(reading);
        }

        return builder.Build();
    }
}
