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
                if (i == 0 || newestFirst[i - 1].ObservedAt != newestFirst[i].ObservedAt)
                {
                    yield return newestFirst[i];
                }
            }
        }
    }

    private async Task FillAsync(
        List<HistoryRecord> records, HistoryRequest request, HistoryWindow window, bool hourly, CancellationToken cancellationToken)
    {
        string path = request.PathOf(window, hourly);
        try
        {
            ReadOnlyMemory<byte> body = await download.GetAsync(request.Feed, path, cancellationToken).ConfigureAwait(false);
            HistoryReader.Read(body.Span, request, window, new Uri(download.BaseAddress, path), records);
        }
        catch (HydrometException failure)
        {
            observer.ReadFailed(request.Feed, failure);
            throw;
        }

        observer.HistoryRead(request.Feed, records.Count);
    }
}
