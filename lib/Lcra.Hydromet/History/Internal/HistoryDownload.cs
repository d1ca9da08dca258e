using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Lcra.Hydromet.Feeds.Internal;
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
            (await FillAsync(newestFirst, request, window, request.Hourly, list, cancellationToken).ConfigureAwait(false)).Dispose();
            if (newestFirst.Count == 0 && request.Hourly)
            {
                (await FillAsync(newestFirst, request, window, hourly: false, list, cancellationToken).ConfigureAwait(false)).Dispose();
            }

            foreach (HistoryRecord record in OldestFirst(newestFirst, list))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return record;
            }
        }
    }

    /// <summary>Sends the one request for a window, without retries.</summary>
    /// <exception cref="ArgumentException">The days are more than one request can have.</exception>
    public async Task<HistoryResponse> ReadWindowAsync(HistoryRequest request, ICollection<Finding>? findings, CancellationToken cancellationToken)
    {
        HistoryWindow window = new(request.First, request.Last);
        if (window.Last.DayNumber - window.First.DayNumber >= HistoryWindow.MaxDays)
        {
            throw new ArgumentException(FormattableString.Invariant($"One request has at most {HistoryWindow.MaxDays} days."), nameof(request));
        }

        HistoryFindings list = new(request.Feed, request.Site, findings);
        List<HistoryRecord> newestFirst = [];
        using FeedResponse response = await FillAsync(newestFirst, request, window, request.Hourly, list, cancellationToken, isSingleAttempt: true).ConfigureAwait(false);
        return new HistoryResponse(
            new Uri(download.BaseAddress, request.PathOf(window, request.Hourly)),
            response,
            Convert.ToHexString(SHA256.HashData(response.Body!.Value.Span)),
            newestFirst.Count,
            [.. OldestFirst(newestFirst, list)]);
    }

    private static IEnumerable<HistoryRecord> OldestFirst(List<HistoryRecord> newestFirst, HistoryFindings findings)
    {
        for (int i = newestFirst.Count - 1; i >= 0; i--)
        {
            HistoryRecord record = newestFirst[i];
            for (; i > 0 && newestFirst[i - 1].ObservedAt == record.ObservedAt; i--)
            {
                record = Merge(record, newestFirst[i - 1], findings);
            }

            yield return record;
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

    private async Task<FeedResponse> FillAsync(
        List<HistoryRecord> records,
        HistoryRequest request,
        HistoryWindow window,
        bool hourly,
        HistoryFindings findings,
        CancellationToken cancellationToken,
        bool isSingleAttempt = false)
    {
        string path = request.PathOf(window, hourly);
        FeedResponse? response = null;
        try
        {
            response = await download.GetAsync(request.Feed, path, isSingleAttempt, cancellationToken).ConfigureAwait(false);
            int before = findings.Count;
            HistoryReader.Read(response.Body!.Value.Span, request, window, new Uri(download.BaseAddress, path), records, findings);
            observer.HistoryRead(request.Feed, records.Count, findings.Count - before);
            return response;
        }
        catch (HydrometException failure)
        {
            response?.Dispose();
            observer.ReadFailed(request.Feed, failure);
            throw;
        }
    }
}
