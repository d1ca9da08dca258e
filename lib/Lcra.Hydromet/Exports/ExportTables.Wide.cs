using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet;

/// <content>A column for each site. A missing value is empty, without its reason.</content>
public static partial class ExportTables
{
    /// <summary>Makes the wide table of daily rain: a row for each day and a column for each gauge, such as <c>LCRA_3018_in</c>. A missing amount is empty, without its reason.</summary>
    /// <param name="sites">The gauges, in the order of the amounts of each row.</param>
    /// <returns>The table.</returns>
    public static ExportTable<DailyRainfallRow> DailyWide(IEnumerable<SiteId> sites)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new ExportTable<DailyRainfallRow>(
            isMeasured: row => row.Inches.All(amount => amount is not null),
            place: null,
            [
                Columns<DailyRainfallRow>.Day("day", (row, _) => row.Day),
                .. sites.Select((site, place) => Columns<DailyRainfallRow>.Number($"{ExportTexts.Format(site)}_in", "in", row => row.Inches[place])),
            ]);
    }

    /// <summary>
    /// Makes the wide table of accumulated rainfall: a row for each instant and a column for each gauge, such as <c>LCRA_3018_in</c>, with the
    /// rain since the gauge's reading before. A gauge that was not read at the instant, and one whose rain is unknown, has an empty cell.
    /// </summary>
    /// <param name="sites">The gauges, in the order of the values of each row.</param>
    /// <returns>The table.</returns>
    public static ExportTable<ReadingRow> AccumulatedWide(IEnumerable<SiteId> sites) => Readings(sites, "in", "in");

    /// <summary>Makes the wide table of stage: a row for each instant and a column for each site, such as <c>LCRA_3018_stage_ft</c>. A site that was not read at the instant has an empty cell.</summary>
    /// <inheritdoc cref="AccumulatedWide" path="/param|/returns"/>
    public static ExportTable<ReadingRow> StreamsWide(IEnumerable<SiteId> sites) => Readings(sites, "stage_ft", "ft");

    /// <summary>Makes the wide table of the levels of lakes: a row for each instant and a column for each dam, such as <c>LCRA_1995_headwater_ft</c>. A dam that was not read at the instant has an empty cell.</summary>
    /// <inheritdoc cref="AccumulatedWide" path="/param|/returns"/>
    public static ExportTable<ReadingRow> LakeReadingsWide(IEnumerable<SiteId> sites) => Readings(sites, "headwater_ft", "ft");

    private static ExportTable<ReadingRow> Readings(IEnumerable<SiteId> sites, string name, string unit)
    {
        ArgumentNullException.ThrowIfNull(sites);
        return new ExportTable<ReadingRow>(
            isMeasured: row => row.Values.All(value => value is not null),
            place: null,
            [
                .. Columns<ReadingRow>.Reading(row => row.At),
                .. sites.Select((site, place) => Columns<ReadingRow>.Number($"{ExportTexts.Format(site)}_{name}", unit, row => row.Values[place])),
            ]);
    }
}
