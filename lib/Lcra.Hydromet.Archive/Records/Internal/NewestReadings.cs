using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The table of the newest readings, which says of all sites at once what a lookup in each record would.</summary>
/// <param name="session">The session.</param>
/// <param name="archive">The name of the archive, for messages.</param>
internal sealed class NewestReadings(ArchiveSession session, string archive)
{
    /// <summary>Makes the statement that moves the newest reading on to one that a request added or corrected, unless the table has a newer one.</summary>
    public static SqlStatement Moving(long site, ArchiveParameter parameter, ArchivedValue newest) =>
        new(ArchiveStatements.MoveNewest, Take: null, [.. ArchiveTables.Newest.Values(RowOf(site, parameter, newest))]);

    /// <summary>Makes the statement that lists the parameters of a history whose newest reading an earlier version stored, and nobody has looked up since.</summary>
    public static SqlStatement Unknown(SiteId site, ArchiveParameter first, List<ArchiveParameter> unknown) => new(
        ArchiveStatements.UnknownNewest, row => unknown.Add((ArchiveParameter)row.Integer(0)), [.. SiteValues.Names(site), .. Both(first)]);

    public static (string Name, SqlValue Value)[] Both(ArchiveParameter first) =>
        [("@parameter", SqlValue.Small((int)first)), ("@other_parameter", SqlValue.Small((int)(ArchiveParameters.SecondOf(first) ?? first)))];

    /// <summary>Tells which of the newest open reading and the last packed one is the newest. A day that is packed can have a correction or a later reading as a row.</summary>
    public static ArchivedValue? Of(ArchivedValue? open, DateOnly? day, byte[]? pack, string archive)
    {
        if (day is not { } packedDay || open?.Key >= EpochTime.StartOfUtcDay(packedDay.AddDays(1)))
        {
            return open;
        }

        ArchivedValue packed = PackedDay.Read(archive, packedDay, pack!)[^1];
        return open is null || packed.Key > open.Value.Key ? packed : open;
    }

    /// <summary>Looks the newest reading up and writes it where the table says anything else. The history must be locked.</summary>
    public async Task RenewAsync(long site, ArchiveParameter parameter, CancellationToken cancellationToken)
    {
        (List<ArchivedValue?> noted, ArchivedValue? found) = await FindAsync(site, parameter, cancellationToken).ConfigureAwait(false);
        if (found is { } newest && !(noted is [{ } known] && known.Equals(newest)))
        {
            await session.UpsertAsync(ArchiveTables.Newest, [RowOf(site, parameter, newest)], cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells whether the table says what a lookup says, or that it is not known yet.</summary>
    public async Task<bool> IsRightAsync(long site, ArchiveParameter parameter, CancellationToken cancellationToken)
    {
        (List<ArchivedValue?> noted, ArchivedValue? found) = await FindAsync(site, parameter, cancellationToken).ConfigureAwait(false);
        return noted is [null] || Nullable.Equals(noted is [{ } known] ? known : null, found);
    }

    private async Task<(List<ArchivedValue?> Noted, ArchivedValue? Found)> FindAsync(long site, ArchiveParameter parameter, CancellationToken cancellationToken)
    {
        List<ArchivedValue?> noted = [];
        ArchivedValue? open = null;
        DateOnly? day = null;
        byte[]? pack = null;
        (string, SqlValue)[] key = [("@site", SqlValue.Integer(site)), ("@parameter", SqlValue.Small((int)parameter))];
        SqlStatement[] statements =
        [
            new(ArchiveStatements.Newest, row => noted.Add(Read(row, 0)), key),
            new(ArchiveStatements.NewestReading, row => open = Read(row, 0), key),
            new(ArchiveStatements.LastPack, row => (day, pack) = (row.Day(0), row.Bytes(1)), key),
        ];
        await session.RunAsync(statements, cancellationToken).ConfigureAwait(false);
        try
        {
            // Without a request, which the table does not have.
            return (noted, Of(open, day, pack, archive)?.WithRequest(0));
        }
        catch (HydrometArchiveException damaged) when (damaged.Reason == ArchiveFailureReason.Corrupt)
        {
            // The check names the day; until it is restored, the table may be right.
            return (noted, noted is [{ } known] ? known : null);
        }
    }

    /// <summary>Reads a time and two values; null without a time.</summary>
    public static ArchivedValue? Read(ArchiveRow row, int column) =>
        row.InstantOrNull(column) is { } at ? new ArchivedValue(at, (int?)row.IntegerOrNull(column + 1), (int?)row.IntegerOrNull(column + 2), request: 0) : null;

    private static SqlValue[] RowOf(long site, ArchiveParameter parameter, ArchivedValue value) =>
        [SqlValue.Small((int)parameter), SqlValue.Integer(site), SqlValue.Instant(value.Key), SqlValue.Integer(value.Value), SqlValue.Integer(value.Other)];
}
