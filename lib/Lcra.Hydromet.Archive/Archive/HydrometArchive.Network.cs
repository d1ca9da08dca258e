using Lcra.Hydromet.Archive.Records.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>What all sites of the archive have at one time.</content>
public sealed partial class HydrometArchive
{
    /// <summary>Reads the daily rain of all gauges on one day.</summary>
    /// <param name="day">The day, in Central time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The gauges whose day is in the archive, by agency and number. An absent gauge is unknown, not dry.</returns>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    /// <example>
    /// <code>
    /// foreach (SiteRecord&lt;DailyRainfall&gt; gauge in await archive.GetRainfallOfDayAsync(new DateOnly(2007, 6, 27)))
    /// {
    ///     Console.WriteLine($"{gauge.Site}: {gauge.Record.Inches} in");
    /// }
    /// </code>
    /// </example>
    public async Task<IReadOnlyList<SiteRecord<DailyRainfall>>> GetRainfallOfDayAsync(DateOnly day, CancellationToken cancellationToken = default)
    {
        await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
        return await _store.ReadOnceAsync((session, token) => new NetworkReader(_store).ReadDayAsync(session, day, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the newest record of each site.</summary>
    /// <param name="parameter">One of <see cref="Parameters"/>, apart from daily rain.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The sites that have a record, by agency and number. A record without a value is the newest all the same: the site has no value then.</returns>
    /// <exception cref="ArgumentException">An archive has no such parameter, or it is daily rain.</exception>
    /// <exception cref="HydrometArchiveException">The archive could not be read.</exception>
    public Task<IReadOnlyList<SiteRecord<HistoryRecord>>> GetNewestRecordsAsync(HistoryParameter parameter, CancellationToken cancellationToken = default)
    {
        ArchiveParameter first = ArchiveParameters.FirstOf(parameter, nameof(parameter));
        if (first == ArchiveParameter.DailyRainfall)
        {
            throw new ArgumentException($"Daily rain is read by day: use {nameof(GetRainfallOfDayAsync)}.", nameof(parameter));
        }

        return ReadNewestAsync();

        async Task<IReadOnlyList<SiteRecord<HistoryRecord>>> ReadNewestAsync()
        {
            await EnsureOpenAsync(cancellationToken).ConfigureAwait(false);
            return await _store.ReadOnceAsync((session, token) => new NetworkReader(_store).ReadNewestAsync(session, first, token), cancellationToken).ConfigureAwait(false);
        }
    }
}
