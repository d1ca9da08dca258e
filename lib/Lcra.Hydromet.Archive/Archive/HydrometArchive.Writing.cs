using Lcra.Hydromet.Archive.Records.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive;

/// <content>Writing. A request is stored in one transaction: all of it or nothing.</content>
public sealed partial class HydrometArchive
{
    /// <summary>
    /// Stores the records of a request with its provenance. The same response twice changes nothing. A record that differs from the archive's is a
    /// correction: it becomes the newest version, and the one before stays with the time until which it was the newest.
    /// </summary>
    /// <param name="request">What was requested, and when.</param>
    /// <param name="records">The records of the response, in any order, all of the requested days.</param>
    /// <param name="cancellationToken">Cancels the operation; nothing of it is stored then.</param>
    /// <returns>What changed.</returns>
    /// <exception cref="ArgumentException">The request is not valid, its parameter is not one of <see cref="Parameters"/>, or a record is outside its days.</exception>
    /// <exception cref="HydrometArchiveException">Nothing was stored; <see cref="HydrometArchiveException.Reason"/> says why.</exception>
    /// <example>
    /// <code>
    /// ArchiveRequest request = new() { Site = site, Parameter = HistoryParameter.Flow, First = first, Last = last, RequestedAt = requestedAt };
    /// ArchiveWriteResult result = await archive.StoreHistoryAsync(request, records);
    /// Console.WriteLine(result);
    /// </code>
    /// </example>
    public Task<ArchiveWriteResult> StoreHistoryAsync(ArchiveRequest request, IEnumerable<HistoryRecord> records, CancellationToken cancellationToken = default)
    {
        IncomingRecords incoming = IncomingRecords.Of(request, records);
        return WriteAsync((session, token) => HistoryWriter.WriteAsync(session, incoming, FirstOpenDay, _store.Name, token), cancellationToken);
    }

    /// <summary>Stores the daily rain of a request. A day that was not over when it was requested is stored as partial, and replaced when it is requested again.</summary>
    /// <param name="request">What was requested, and when; its parameter is <see cref="HistoryParameter.RainDaily"/>.</param>
    /// <param name="days">The days of the response.</param>
    /// <param name="cancellationToken">Cancels the operation; nothing of it is stored then.</param>
    /// <inheritdoc cref="StoreHistoryAsync" path="/returns|/exception"/>
    public Task<ArchiveWriteResult> StoreDailyRainfallAsync(ArchiveRequest request, IEnumerable<DailyRainfall> days, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(days);
        RequireParameter(request, HistoryParameter.RainDaily);
        return StoreHistoryAsync(
            request,
            days.Select(day => new HistoryRecord { ObservedAt = CentralTime.StartOfDay(day.Day), Value1 = day.Inches, OtherValue1 = day.OtherInches }),
            cancellationToken);
    }

    /// <summary>Stores the accumulated rainfall of a request.</summary>
    /// <param name="request">What was requested, and when; its parameter is <see cref="HistoryParameter.Rain"/>.</param>
    /// <param name="readings">The readings of the response. Of two of one time the last one counts.</param>
    /// <param name="cancellationToken">Cancels the operation; nothing of it is stored then.</param>
    /// <inheritdoc cref="StoreHistoryAsync" path="/returns|/exception"/>
    public Task<ArchiveWriteResult> StoreAccumulatedRainfallAsync(ArchiveRequest request, IEnumerable<AccumulatedRainfall> readings, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(readings);
        RequireParameter(request, HistoryParameter.Rain);
        return StoreHistoryAsync(request, readings.Select(reading => new HistoryRecord { ObservedAt = reading.At, Value1 = reading.Inches }), cancellationToken);
    }

    private static void RequireParameter(ArchiveRequest request, HistoryParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Parameter != parameter)
        {
            throw new ArgumentException($"The request is of {request.Parameter}; these records are {parameter}.", nameof(request));
        }
    }
}
