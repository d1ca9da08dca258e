using System.Globalization;
using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Reads everything that is in an archive and lists what is wrong.</summary>
/// <param name="session">The session.</param>
/// <param name="archive">The name of the archive.</param>
internal sealed class ArchiveCheck(ArchiveSession session, string archive)
{
    private const int MaxProblems = 100;

    // Of all readings: the table has no references, which a load would check for each.
    private const string Stray =
        """
        SELECT count(*) FROM reading WHERE NOT EXISTS (SELECT 1 FROM request WHERE request.id = reading.request_id) OR NOT EXISTS (SELECT 1 FROM site WHERE site.id = reading.site_id)
        """;

    private readonly List<string> _problems = [];
    private long _days;
    private long _readings;
    private long _packs;

    public async Task<ArchiveVerification> RunAsync(IEnumerable<string> problemsOfDatabase, CancellationToken cancellationToken)
    {
        foreach (string problem in problemsOfDatabase)
        {
            Note(problem);
        }

        if ((await session.QueryAsync(Stray, row => row.Integer(0), cancellationToken).ConfigureAwait(false))[0] is > 0 and var stray)
        {
            Note(string.Create(CultureInfo.InvariantCulture, $"{stray} readings refer to requests or sites that are not there."));
        }

        foreach (SiteParameter part in await StatusReader.ReadSiteParametersAsync(session, cancellationToken).ConfigureAwait(false))
        {
            if (part.Parameter == ArchiveParameter.DailyRainfall)
            {
                _days += (await session.QueryAsync(ArchiveStatements.DayCounts, row => row.Integer(2), cancellationToken, ("@site", SqlValue.Integer(part.Site))).ConfigureAwait(false))[0];
                continue;
            }

            foreach (ArchiveParameter parameter in ArchiveParameters.AllOf(part.Parameter))
            {
                if (!await new NewestReadings(session, archive).IsRightAsync(part.Site, parameter, cancellationToken).ConfigureAwait(false))
                {
                    Note($"{part.Id} {parameter}: the table newest does not have the newest reading. CompactAsync looks it up.");
                }

                await CheckPacksAsync(part, parameter, cancellationToken).ConfigureAwait(false);
            }
        }

        return new ArchiveVerification { Problems = _problems, Days = _days, Readings = _readings, Packs = _packs };
    }

    private async Task CheckPacksAsync(SiteParameter part, ArchiveParameter parameter, CancellationToken cancellationToken)
    {
        (string, SqlValue)[] key = [("@site", SqlValue.Integer(part.Site)), ("@parameter", SqlValue.Small((int)parameter))];
        _readings += (await session.QueryAsync(ArchiveStatements.ReadingCounts, row => row.Integer(2), cancellationToken, key).ConfigureAwait(false))[0];
        List<DateOnly> edges = [];
        foreach (string sql in new[] { ArchiveStatements.FirstPack, ArchiveStatements.LastPack })
        {
            edges.AddRange(await session.QueryAsync(sql, row => row.Day(0), cancellationToken, key).ConfigureAwait(false));
        }

        // A year at a time, whatever the length of the record.
        for (int year = edges.Count == 0 ? int.MaxValue : edges[0].Year; edges.Count > 0 && year <= edges[^1].Year; year++)
        {
            List<(DateOnly Day, long Readings, byte[] Pack)> packs = await session.QueryAsync(
                ArchiveStatements.PacksOfYear,
                row => (row.Day(0), row.Integer(1), row.Bytes(2)),
                cancellationToken,
                [.. key, ("@first", SqlValue.Day(new DateOnly(year, 1, 1))), ("@last", SqlValue.Day(new DateOnly(year, 12, 31)))]).ConfigureAwait(false);
            foreach ((DateOnly day, long readings, byte[] pack) in packs)
            {
                Check(part.Id, parameter, day, readings, pack);
            }
        }
    }

    private void Check(SiteId site, ArchiveParameter parameter, DateOnly day, long readings, byte[] pack)
    {
        _packs++;
        _readings += readings;
        string place = string.Create(CultureInfo.InvariantCulture, $"{site} {parameter}, {day:yyyy-MM-dd} (UTC)");
        try
        {
            long start = EpochTime.StartOfUtcDay(day);
            List<ArchivedValue> values = DayPack.Decode(start, pack);
            if (values.Count != readings)
            {
                Note(string.Create(CultureInfo.InvariantCulture, $"{place}: the row says {readings} readings and the pack has {values.Count}."));
            }

            if (values.Exists(value => value.Key < start || value.Key >= start + EpochTime.SecondsPerDay))
            {
                Note($"{place}: the pack has a reading of another day.");
            }
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            Note($"{place}: {exception.Message}");
        }
    }

    private void Note(string problem)
    {
        if (_problems.Count < MaxProblems)
        {
            _problems.Add(problem);
        }
    }
}
