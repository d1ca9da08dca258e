using System.Runtime.CompilerServices;

namespace Lcra.Hydromet;

/// <summary>Histories with named values and units, from the records of <see cref="IHydrometClient.GetHistoryAsync"/>.</summary>
public static class HydrometHistoryExtensions
{
    /// <summary>Gets the stage and discharge of a stream, oldest reading first.</summary>
    /// <param name="client">The client or the cache.</param>
    /// <param name="site">An LCRA site, or a gauge of Austin (<c>COA:950</c>).</param>
    /// <param name="first">The first day, in Central time.</param>
    /// <param name="last">The last day, inclusive, in Central time.</param>
    /// <param name="resolution">The spacing of the readings.</param>
    /// <param name="cancellationToken">Cancels the requests.</param>
    /// <returns>The readings that LCRA has.</returns>
    /// <exception cref="ArgumentException">The days are invalid, or no agency has that history; thrown before any request.</exception>
    /// <exception cref="HydrometException">While reading: a response is unavailable or unreadable.</exception>
    /// <exception cref="OperationCanceledException">While reading: the caller canceled the operation.</exception>
    /// <example>
    /// <code>
    /// await foreach (StreamReading reading in client.GetStreamReadingsAsync(SiteId.Parse("2448"), first, last))
    /// {
    ///     Console.WriteLine(reading.StageFeet);
    /// }
    /// </code>
    /// </example>
    public static IAsyncEnumerable<StreamReading> GetStreamReadingsAsync(
        this IHydrometClient client,
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ReadAsync(
            client.GetHistoryAsync(site, HistoryParameter.Flow, first, last, resolution, cancellationToken),
            record => new StreamReading { ObservedAt = record.ObservedAt, StageFeet = record.Value1, DischargeCubicFeetPerSecond = record.Value2 },
            cancellationToken);
    }

    /// <summary>Gets the headwater and tailwater elevations at a dam, oldest reading first. The headwater elevation is the level of the lake.</summary>
    /// <inheritdoc cref="GetStreamReadingsAsync"/>
    public static IAsyncEnumerable<LakeReading> GetLakeReadingsAsync(
        this IHydrometClient client,
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ReadAsync(
            client.GetHistoryAsync(site, HistoryParameter.LakeLevel, first, last, resolution, cancellationToken),
            record => new LakeReading { ObservedAt = record.ObservedAt, HeadwaterElevationFeet = record.Value1, TailwaterElevationFeet = record.Value2 },
            cancellationToken);
    }

    /// <summary>Gets the air temperature at a site, oldest reading first.</summary>
    /// <inheritdoc cref="GetStreamReadingsAsync"/>
    public static IAsyncEnumerable<AirTemperatureReading> GetAirTemperaturesAsync(
        this IHydrometClient client,
        SiteId site,
        DateOnly first,
        DateOnly last,
        HistoryResolution resolution = HistoryResolution.FifteenMinutes,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        return ReadAsync(
            client.GetHistoryAsync(site, HistoryParameter.Temperature, first, last, resolution, cancellationToken),
            record => new AirTemperatureReading { ObservedAt = record.ObservedAt, Fahrenheit = record.Value1 },
            cancellationToken);
    }

    private static async IAsyncEnumerable<TReading> ReadAsync<TReading>(
        IAsyncEnumerable<HistoryRecord> records, Func<HistoryRecord, TReading> convert, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (HistoryRecord record in records.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return convert(record);
        }
    }
}
