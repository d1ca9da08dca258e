using System.Runtime.CompilerServices;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Telemetry.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Asks for one window of a history after the other, the next only when the records of the one before are used up.</summary>
internal sealed class HistoryDownload(FeedDownload download, FeedObserver observer)
{
    public async IAsyncEnumerable<HistoryRecord> ReadAsync(
        HistoryRequest request, ICollection<Finding>? findings = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        HistoryFindings list = new(request.Feed, request.Site, findings);
        List<HistoryRecord> newestFirst = [];
        foreach (HistoryWindow window in HistoryWindow.Cut(request.First, request.Last))
        {
            newestFirst.Clear();
            await FillAsync(newestFirst, request, window, request.Hourly, list, cancellationToken).ConfigureAwait(false);
            if (newestFirst.Count == 0 && request.Hourly)
            {
                await FillAsync(newestFirst, request, window, hourly: false, list, cancellationToken).ConfigureAwait(false);
            }

            for (int i = newestFirst.Count - 1; i >= 0; i--)
            {
                cancellationToken.ThrowIfCancellationRequested();
                HistoryRecord record = newestFirst[i];
                for (; i > 0 && newestFirst[i - 1].ObservedAt == record.ObservedAt; i--)
                {
                    record = Merge(record, newestFirst[i - 1], list);
                }

                yield return record;
            }
        }
    }

    // Records of one time are in the response's order, so the later one counts unless only the other has a value.
    private static HistoryRecord Merge(HistoryRecord later, HistoryRecord earlier, HistoryFindings findings)
    {
        if (later.Value1 is null && earlier.Value1 is not null)
        {
            return earlier;
        }

        if (earlier.Value1 is not { } other || other == later.Value1)
        {
            return later;
        }

        findings.Add(FindingKind.DuplicateTime, FormattableString.Invariant($"two records of {later.ObservedAt:yyyy-MM-dd HH:mm:ss zzz} have {other} and {later.Value1}; the later one counts."), "value1");
        return later with { OtherValue1 = other };
    }

    private async Task FillAsync(
        List<HistoryRecord> records, HistoryRequest request, HistoryWindow window, bool hourly, HistoryFindings findings, CancellationToken cancellationToken)
    {
        string path = request.PathOf(window, hourly);
        try
        {
            ReadOnlyMemory<byte> body = await download.GetAsync(request.Feed, path, cancellationToken).ConfigureAwait(false);
            int before = findings.Count;
            HistoryReader.Read(body.Span, request, window, new Uri(download.BaseAddress, path), records, findings);
            observer.HistoryRead(request.Feed, records.Count, findings.Count - before);
        }
        catch (HydrometException failure)
        {
            observer.ReadFailed(request.Feed, failure);
            throw;
        }
    }
}
