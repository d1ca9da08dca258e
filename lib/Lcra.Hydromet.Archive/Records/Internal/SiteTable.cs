using System.Globalization;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Names, basins and places of sites.</summary>
internal static class SiteTable
{
    public static async Task WriteAsync(ArchiveSession session, IEnumerable<Site> sites, CancellationToken cancellationToken)
    {
        foreach (Site site in sites)
        {
            await session.ExecuteAsync(
                ArchiveStatements.SetSite,
                cancellationToken,
                ("@agency", SqlValue.Text(site.Id.Agency)),
                ("@number", SqlValue.Text(site.Id.Number)),
                ("@name", SqlValue.Text(site.Name)),
                ("@basin", SqlValue.Text(site.Basin)),
                ("@kind", SqlValue.Text(site.Kind.ToString())),
                ("@latitude", SqlValue.Text(site.Latitude?.ToString(CultureInfo.InvariantCulture))),
                ("@longitude", SqlValue.Text(site.Longitude?.ToString(CultureInfo.InvariantCulture)))).ConfigureAwait(false);
        }
    }

    public static Task<List<Site>> ReadAsync(ArchiveSession session, CancellationToken cancellationToken) =>
        session.QueryAsync(
            ArchiveStatements.Sites,
            row => new Site
            {
                Id = new SiteId(row.Text(0), row.Text(1)),
                Name = row.TextOrNull(2) ?? row.Text(1),
                Basin = row.TextOrNull(3),
                Kind = Enum.TryParse(row.TextOrNull(4), out SiteKind kind) ? kind : default,
                Latitude = Number(row.TextOrNull(5)),
                Longitude = Number(row.TextOrNull(6)),
            },
            cancellationToken);

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
