using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The records of a response as values of the archive, checked and in order.</summary>
internal sealed class IncomingRecords
{
    private IncomingRecords(ArchiveRequest request, ArchiveParameter first, List<ArchivedValue> firstValues, List<ArchivedValue> secondValues, FindingNotes findings)
    {
        Request = request;
        First = first;
        FirstValues = firstValues;
        SecondValues = secondValues;
        Findings = findings;
    }

    public ArchiveRequest Request { get; }

    public ArchiveParameter First { get; }

    public IReadOnlyList<ArchivedValue> FirstValues { get; }

    public IReadOnlyList<ArchivedValue> SecondValues { get; }

    public FindingNotes Findings { get; }

    /// <summary>Checks the request and converts its records.</summary>
    /// <exception cref="ArgumentException">The request is not valid, or a record is outside its days.</exception>
    public static IncomingRecords Of(ArchiveRequest request, IEnumerable<HistoryRecord> records)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(records);
        ArchiveParameter first = Check(request);
        FindingNotes findings = new(request);
        DateTimeOffset start = CentralTime.StartOfDay(request.First);
        DateTimeOffset end = CentralTime.StartOfDay(request.Last.AddDays(1));
        DateOnly today = CentralTime.DayOf(request.RequestedAt);
        IReadOnlyList<HistoryRecord> all = InOrder(records);
        List<ArchivedValue> firstValues = new(all.Count);
        List<ArchivedValue> secondValues = [];
        foreach (HistoryRecord record in all)
        {
            if (record.ObservedAt < start || record.ObservedAt >= end)
            {
                throw new ArgumentException(FormattableString.Invariant($"The record of {record.ObservedAt:yyyy-MM-dd HH:mm zzz} is outside the requested days. Store it with its own request."), nameof(records));
            }

            DateOnly? day = first == ArchiveParameter.DailyRainfall ? CentralTime.DayOf(record.ObservedAt) : null;
            long key = day is { } local ? EpochTime.DaysOf(local) : EpochTime.Seconds(record.ObservedAt);
            Add(firstValues, new ArchivedValue(
                key,
                Hundredths.Of(record.Value1, record.ObservedAt, findings),
                Hundredths.Of(record.OtherValue1, record.ObservedAt, findings),
                request: 0,
                day >= today));
            if (ArchiveParameters.SecondOf(first) is not null)
            {
                Add(secondValues, new ArchivedValue(key, Hundredths.Of(record.Value2, record.ObservedAt, findings), null, request: 0));
            }
        }

        return new IncomingRecords(request, first, firstValues, secondValues, findings);
    }

    // As LCRA lists them, unless it doesn't.
    private static IReadOnlyList<HistoryRecord> InOrder(IEnumerable<HistoryRecord> records)
    {
        IReadOnlyList<HistoryRecord> all = records as IReadOnlyList<HistoryRecord> ?? [.. records];
        for (int i = 1; i < all.Count; i++)
        {
            if (all[i].ObservedAt < all[i - 1].ObservedAt)
            {
                return [.. all.OrderBy(record => record.ObservedAt)];
            }
        }

        return all;
    }

    // Of two records of one time the one with a value counts, then the later.
    private static void Add(List<ArchivedValue> values, ArchivedValue value)
    {
        if (values.Count == 0 || values[^1].Key != value.Key)
        {
            values.Add(value);
        }
        else if (value.Value is { } amount)
        {
            int? before = values[^1].Value;
            values[^1] = new ArchivedValue(value.Key, amount, value.Other ?? (before == amount ? null : before), value.Request, value.IsPartial);
        }
    }

    private static ArchiveParameter Check(ArchiveRequest request)
    {
        if (request.Site == default)
        {
            throw new ArgumentException("The request has no site: set Site.", nameof(request));
        }

        if (request.First > request.Last)
        {
            throw new ArgumentException("The first day of the request is after the last: swap them.", nameof(request));
        }

        if (request.Last == DateOnly.MaxValue || request.First.Year < 1900)
        {
            throw new ArgumentException("The days of the request must be between 1900 and 9999.", nameof(request));
        }

        if (request.Sha256 is { } digest && (digest.Length != 64 || !digest.All(char.IsAsciiHexDigit)))
        {
            throw new ArgumentException("Sha256 must be 64 hexadecimal digits.", nameof(request));
        }

        return ArchiveParameters.FirstOf(request.Parameter, nameof(request));
    }
}
