using System.Runtime.CompilerServices;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Asks for one window of a history after the other, the next only when the records of the one before are used up.</summary>
internal sealed class HistoryDownload(FeedDownload download, FeedObserver observer)
{
    public async IAsyncEnumerable<HistoryRecord> ReadAsync(
        HistoryRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<HistoryRecord> newestFirst = [];
        foreach (HistoryWindow window in HistoryWindow.Cut(request.First, request.Last))
        {
            newestFirst.Clear();
            await FillAsync(newestFirst, request, window, request.Hourly, cancellationToken).ConfigureAwait(false);
            if (newestFirst.Count == 0 && request.Hourly)
            {
                await FillAsync(newestFirst, request, window, hourly: false, cancellationToken).ConfigureAwait(false);
            }

            for (int i = newestFirst.Count - 1; i >= 0; i--)
            {
                cancellationToken.ThrowIfCancellationRequested();
                HistoryRecord record = newestFirst[i];
                for (; i > 0 && newestFirst[i - 1].ObservedAt == record.ObservedAt; i--)
                {
                    record = Merge(record, newestFirst[i - 1]);
                }

                yield return record;
            }
        }
    }

    // Records of one time are in the response's order, so the later one counts unless only the other has a value.
    private static HistoryRecord Merge(HistoryRecord later, HistoryRecord earlier) =>
        later.Value1 is null && earlier.Value1 is not null ? earlier
        : earlier.Value1 is { } other && other != later.Value1 ? later with { OtherValue1 = other }
        : later;

    private async Task FillAsync(
        List<HistoryRecord> records, HistoryRequest request, HistoryWindow window, bool hourly, CancellationToken cancellationToken)
    {
        string path = request.PathOf(window, hourly);
        try
        {
            ReadOnlyMemory<byte> body = await download.GetAsync(request.Feed, path, cancellationToken).ConfigureAwait(false);
            int future = HistoryReader.Read(body.Span, request, window, new Uri(download.BaseAddress, path), records);
            observer.HistoryRead(request.Feed, records.Count, future);
        }
        catch (HydrometException failure)
        {
            observer.ReadFailed(request.Feed, failure);
            throw;
        }
    }
}
