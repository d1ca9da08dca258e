namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The statements of all sites where a database has lateral joins. LIMIT keeps each a lookup by key; without it the planner may read the whole table.</summary>
internal static class LateralStatements
{
    public const string DayOfSites =
        """
        SELECT agency, number, partial, amount, other_amount FROM site
        LEFT JOIN LATERAL (SELECT partial, amount, other_amount FROM daily WHERE site_id = site.id AND day = @day LIMIT 1) AS daily_of_site ON true
        """;
}
