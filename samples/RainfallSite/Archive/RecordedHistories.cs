using System.Globalization;
using Lcra.Hydromet;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Replay;

namespace RainfallSite.Archive;

/// <summary>Stores every history of a recording in an archive in memory, so that a site without settings has records to show.</summary>
internal static class RecordedHistories
{
    public static async Task StoreAsync(HydrometArchive archive, HydrometRecording recording, HydrometClient client, CancellationToken cancellationToken)
    {
        foreach (IGrouping<(SiteId Site, HistoryParameter Parameter), (DateOnly First, DateOnly Last)> history in
            recording.Responses.Select(Window).OfType<(SiteId Site, HistoryParameter Parameter, DateOnly First, DateOnly Last)>()
                .GroupBy(window => (window.Site, window.Parameter), window => (window.First, window.Last)))
        {
            ArchiveRequest request = new()
            {
                Site = history.Key.Site,
                Parameter = history.Key.Parameter,
                First = history.Min(window => window.First),
                Last = history.Max(window => window.Last),
                RequestedAt = recording.RecordedAt,
            };
            List<HistoryRecord> records = await client.GetHistoryAsync(request.Site, request.Parameter, request.First, request.Last, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
            await archive.StoreHistoryAsync(request, records, cancellationToken);
        }
    }

    // As in api/HistoricData/GetDataBySite/3018/rainDaily/7-1-2026/10-2-2026.
    private static (SiteId Site, HistoryParameter Parameter, DateOnly First, DateOnly Last)? Window(RecordedResponse response) =>
        response.Path.Split('/') is [_, _, _, var number, var key, var first, var last]
        && HydrometArchive.Parameters.FirstOrDefault(known => string.Equals(known.Key, key, StringComparison.Ordinal)) is { } parameter
            ? (new SiteId(response.Path.StartsWith(HydrometFeed.History.Path, StringComparison.Ordinal) ? SiteId.LcraAgency : SiteId.AustinAgency, number), parameter, Day(first), Day(last))
            : null;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "M-d-yyyy", CultureInfo.InvariantCulture);
}
