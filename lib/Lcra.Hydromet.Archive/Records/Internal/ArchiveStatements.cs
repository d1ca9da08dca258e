namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The statements that read and change the archive. Each finds its rows by a key, whatever the statistics say; a test explains all of them.</summary>
internal static class ArchiveStatements
{
    public const string FindSite = "SELECT id FROM site WHERE agency = @agency AND number = @number";

    // An insert that conflicts takes a number of the sequence, so a known site is not inserted.
    public const string AddSite =
        """
        INSERT INTO site (agency, number) SELECT @agency, @number WHERE NOT EXISTS (SELECT 1 FROM site WHERE agency = @agency AND number = @number)
        ON CONFLICT (agency, number) DO NOTHING
        """;

    // The row is locked until the transaction ends, so that two writers of one history take turns.
    public const string BeginSiteParameter =
        """
        INSERT INTO site_parameter (site_id, parameter, last_requested_at)
        VALUES ((SELECT id FROM site WHERE agency = @agency AND number = @number), @parameter, @at)
        ON CONFLICT (site_id, parameter) DO UPDATE SET last_requested_at = excluded.last_requested_at WHERE site_parameter.last_requested_at < excluded.last_requested_at
        """;

    public const string SetChanged = "UPDATE site_parameter SET changed_at = @at WHERE site_id = @site AND parameter = @parameter";

    public const string ChangedAt = "SELECT max(changed_at) FROM site_parameter WHERE site_id = @site";

    public const string RequestsOfWindow =
        """
        SELECT id, sha256 FROM request
        WHERE site_id = (SELECT id FROM site WHERE agency = @agency AND number = @number) AND parameter = @parameter AND first_day = @first AND last_day = @last
        ORDER BY id DESC
        """;

    public const string RepeatRequest =
        "UPDATE request SET repeated_at = @at WHERE id = @request AND requested_at < @at AND (repeated_at IS NULL OR repeated_at < @at)";

    public const string AddRequest =
        """
        INSERT INTO request (site_id, parameter, first_day, last_day, requested_at, address, http_status, row_count, sha256)
        VALUES (@site, @parameter, @first, @last, @at, @address, @status, @rows, @sha256)
        """;

    // Not by RETURNING, with which SQLite plans to look for rows that refer to the new one in every table.
    public const string AddedRequest =
        "SELECT max(id) FROM request WHERE site_id = @site AND parameter = @parameter AND first_day = @first AND last_day = @last";

    public const string RequestTimes = "SELECT id, requested_at FROM request WHERE site_id = @site AND parameter = @parameter";

    public const string Findings =
        """
        SELECT request.first_day, request.last_day, request.requested_at, finding.kind, finding.message FROM request JOIN finding ON finding.request_id = request.id
        WHERE request.site_id = @site AND request.parameter = @parameter ORDER BY request.requested_at DESC, request.id DESC, finding.place LIMIT @rows
        """;

    public const string Coverage =
        """
        SELECT start_at, end_at FROM coverage
        WHERE site_id = (SELECT id FROM site WHERE agency = @agency AND number = @number) AND parameter = @parameter AND start_at <= @end AND end_at >= @start
        ORDER BY start_at
        """;

    public const string RemoveCoverage = "DELETE FROM coverage WHERE site_id = @site AND parameter = @parameter AND start_at >= @start AND start_at <= @end";

    // The site by its names, so that a read is one statement, which sees one moment without a transaction.
    public const string Days =
        """
        SELECT day, amount, other_amount, request_id, partial FROM daily
        WHERE site_id = (SELECT id FROM site WHERE agency = @agency AND number = @number) AND day >= @first AND day <= @last ORDER BY day
        """;

    public const string SupersededDays =
        """
        SELECT day, amount, other_amount, request_id, partial, known_at, believed_until FROM superseded_daily
        WHERE site_id = @site AND day >= @first AND day <= @last ORDER BY day
        """;

    public const string Readings =
        """
        SELECT observed_at, value, other_value, request_id FROM reading
        WHERE site_id = @site AND parameter = @parameter AND observed_at >= @start AND observed_at < @end ORDER BY observed_at
        """;

    public const string SupersededReadings =
        """
        SELECT observed_at, value, other_value, request_id, known_at, believed_until FROM superseded_reading
        WHERE site_id = @site AND parameter = @parameter AND observed_at >= @start AND observed_at < @end ORDER BY observed_at
        """;

    // Packs, then readings, each in order.
    public const string PacksAndReadings =
        """
        SELECT day, pack, NULL, NULL, NULL, NULL FROM (
          SELECT day, pack FROM day_pack
          WHERE site_id = (SELECT id FROM site WHERE agency = @agency AND number = @number) AND parameter = @parameter AND day >= @first AND day <= @last ORDER BY day) AS packs
        UNION ALL
        SELECT NULL, NULL, observed_at, value, other_value, request_id FROM (
          SELECT observed_at, value, other_value, request_id FROM reading
          WHERE site_id = (SELECT id FROM site WHERE agency = @agency AND number = @number) AND parameter = @parameter AND observed_at >= @start AND observed_at < @end
          ORDER BY observed_at) AS readings
        """;

    public const string Packs = "SELECT day, pack FROM day_pack WHERE site_id = @site AND parameter = @parameter AND day >= @first AND day <= @last ORDER BY day";

    // Subqueries, which find each site's row by its key; a join would read the whole table where the statistics make it look small.
    public const string DayOfSites =
        """
        SELECT agency, number, (SELECT partial FROM daily WHERE site_id = site.id AND day = @day),
          (SELECT amount FROM daily WHERE site_id = site.id AND day = @day), (SELECT other_amount FROM daily WHERE site_id = site.id AND day = @day)
        FROM site
        """;

    public const string NewestOfSites =
        """
        SELECT agency, number, parameter, observed_at, value, other_value
        FROM newest JOIN site ON site.id = newest.site_id WHERE parameter IN (@parameter, @other_parameter)
        """;

    // Of a row without a time the readings are looked up, in one statement with the others, so that all of it is of one moment. SQLite compiles it longer each time.
    public const string NewestOfSitesLookedUp =
        """
        SELECT agency, number, parameter, observed_at, value, other_value,
          CASE WHEN observed_at IS NULL THEN (SELECT observed_at FROM reading WHERE site_id = newest.site_id AND parameter = newest.parameter ORDER BY observed_at DESC LIMIT 1) END,
          CASE WHEN observed_at IS NULL THEN (SELECT value FROM reading WHERE site_id = newest.site_id AND parameter = newest.parameter ORDER BY observed_at DESC LIMIT 1) END,
          CASE WHEN observed_at IS NULL THEN (SELECT other_value FROM reading WHERE site_id = newest.site_id AND parameter = newest.parameter ORDER BY observed_at DESC LIMIT 1) END,
          CASE WHEN observed_at IS NULL THEN (SELECT day FROM day_pack WHERE site_id = newest.site_id AND parameter = newest.parameter ORDER BY day DESC LIMIT 1) END,
          CASE WHEN observed_at IS NULL THEN (SELECT pack FROM day_pack WHERE site_id = newest.site_id AND parameter = newest.parameter ORDER BY day DESC LIMIT 1) END
        FROM newest JOIN site ON site.id = newest.site_id WHERE parameter IN (@parameter, @other_parameter)
        """;

    // A row without a time stays so until its newest reading is looked up: what is written may be older.
    public const string MoveNewest =
        """
        INSERT INTO newest (parameter, site_id, observed_at, value, other_value) VALUES (@parameter, @site_id, @observed_at, @value, @other_value)
        ON CONFLICT (parameter, site_id) DO UPDATE SET observed_at = excluded.observed_at, value = excluded.value, other_value = excluded.other_value
          WHERE newest.observed_at <= excluded.observed_at
        """;

    public const string UnknownNewest =
        """
        SELECT parameter FROM newest
        WHERE parameter IN (@parameter, @other_parameter) AND site_id = (SELECT id FROM site WHERE agency = @agency AND number = @number) AND observed_at IS NULL
        """;

    public const string Newest = "SELECT observed_at, value, other_value FROM newest WHERE parameter = @parameter AND site_id = @site";

    public const string NewestReading =
        "SELECT observed_at, value, other_value FROM reading WHERE site_id = @site AND parameter = @parameter ORDER BY observed_at DESC LIMIT 1";

    public const string OldestReading = "SELECT min(observed_at) FROM reading WHERE site_id = @site AND parameter = @parameter";

    public const string RemoveReadings = "DELETE FROM reading WHERE site_id = @site AND parameter = @parameter AND observed_at >= @start AND observed_at < @end";

    public const string SiteParameters =
        """
        SELECT site.agency, site.number, site.id, site_parameter.parameter, site_parameter.last_requested_at, site_parameter.changed_at
        FROM site_parameter JOIN site ON site.id = site_parameter.site_id
        """;

    // First and last in subqueries: in one, SQLite reads every row of the site.
    public const string DayCounts =
        """
        SELECT (SELECT min(day) FROM daily WHERE site_id = @site), (SELECT max(day) FROM daily WHERE site_id = @site), count(*), count(amount)
        FROM daily WHERE site_id = @site
        """;

    public const string PackedCounts =
        "SELECT coalesce(sum(readings), 0), count(*) FROM day_pack WHERE site_id = @site AND parameter = @parameter";

    public const string FirstPack = "SELECT day, pack FROM day_pack WHERE site_id = @site AND parameter = @parameter ORDER BY day LIMIT 1";

    public const string LastPack = "SELECT day, pack FROM day_pack WHERE site_id = @site AND parameter = @parameter ORDER BY day DESC LIMIT 1";

    public const string ReadingCounts =
        """
        SELECT (SELECT min(observed_at) FROM reading WHERE site_id = @site AND parameter = @parameter),
          (SELECT max(observed_at) FROM reading WHERE site_id = @site AND parameter = @parameter), count(*)
        FROM reading WHERE site_id = @site AND parameter = @parameter
        """;

    public const string PacksOfYear =
        "SELECT day, readings, pack FROM day_pack WHERE site_id = @site AND parameter = @parameter AND day >= @first AND day <= @last ORDER BY day";

    public const string SetSite =
        """
        INSERT INTO site (agency, number, name, basin, kind, latitude, longitude) VALUES (@agency, @number, @name, @basin, @kind, @latitude, @longitude)
        ON CONFLICT (agency, number) DO UPDATE SET name = excluded.name, basin = coalesce(excluded.basin, site.basin),
          kind = excluded.kind, latitude = coalesce(excluded.latitude, site.latitude), longitude = coalesce(excluded.longitude, site.longitude)
        """;

    public const string Sites = "SELECT agency, number, name, basin, kind, latitude, longitude FROM site";

    public const string SiteNumbers = "SELECT agency, number, id FROM site";

    public const string LatestTotals = "SELECT site_id, period, reported_at, amount, missing FROM report_latest";

    public const string ReportTotals =
        """
        SELECT reported_at, observed_at, amount, missing FROM report_total
        WHERE site_id = @site AND period = @period AND reported_at >= @start AND reported_at < @end ORDER BY reported_at
        """;

    // Once a day.
    public const string RemoveReportTotals = "DELETE FROM report_total WHERE reported_at < @before";
}
