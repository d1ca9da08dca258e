using System.CommandLine;
using System.Globalization;
using Lcra.Hydromet.Archive;
using Lcra.Hydromet.Exports.Internal;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet archive findings --sites 3018</c>.</summary>
internal static class ArchiveFindingsCommand
{
    private const int DefaultCount = 100;
    private const int MaxCount = 1_000;
    private const string Withdrawn = "withdrawn";

    private static readonly TableColumn<ArchivedFinding>[] Columns =
    [
        new("Site", finding => finding.Site.ToString()) { IsWhole = true },
        new("Parameter", finding => finding.Parameter.Key) { IsWhole = true },
        new("Requested", finding => finding.RequestedAt.ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture)) { IsWhole = true },
        new("Days", finding => string.Create(CultureInfo.InvariantCulture, $"{finding.First:yyyy-MM-dd} to {finding.Last:yyyy-MM-dd}")),
        new("Finding", KindOf) { IsWhole = true },
        new("Message", finding => finding.Message),
    ];

    public static Command Create(GlobalOptions global, ToolConsole console, ArchiveStoreOption store)
    {
        Option<string[]> sites = Arguments.List("--sites", "Sites, such as 3018,2959. The default is all of the archive.", "site,site");
        Option<int?> take = Arguments.OptionalCount(
            "--take", $"The maximum number of findings of each history of a site, the newest request first. The default is {DefaultCount}.", MaxCount);
        Command command = new("findings", "What was found in LCRA's responses when they were stored: values that were rounded, too large or withdrawn.") { sites, take };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            await using HydrometArchive archive = await HydrometArchive.OpenReadOnlyAsync(store.Read(parsed), cancellationToken: cancellationToken);
            SiteId[] there = [.. (await archive.GetSitesAsync(cancellationToken)).Select(site => site.Id)];
            SiteId[] wanted = parsed.GetValue(sites) is { Length: > 0 } named ? [.. named.Select(OutputFormatter.Site).Distinct()] : there;
            List<ArchivedFinding> findings = [];
            foreach (SiteId site in wanted.Intersect(there))
            {
                foreach (HistoryParameter parameter in HydrometArchive.Parameters)
                {
                    findings.AddRange(await archive.GetFindingsAsync(site, parameter, parsed.GetValue(take) ?? DefaultCount, cancellationToken));
                }
            }

            if (parsed.GetValue(global.Json))
            {
                console.WriteLines(findings.Select(JsonOf));
            }
            else
            {
                console.WriteRows(findings, LineOf, Columns);
            }

            foreach (SiteId site in wanted.Except(there))
            {
                console.WriteNotice($"The archive has no history of {site}.");
            }

            console.WriteNotice(string.Create(CultureInfo.InvariantCulture, $"{findings.Count} findings."));
            return wanted.Intersect(there).Any() ? ExitCode.Ok : ExitCode.NoValue;
        });
        return command;
    }

    private static string LineOf(ArchivedFinding finding) =>
        string.Create(CultureInfo.InvariantCulture, $"{finding.Site} {finding.Parameter}, requested {finding.RequestedAt:yyyy-MM-dd HH:mm zzz} for {finding.First:yyyy-MM-dd} to {finding.Last:yyyy-MM-dd}: {finding.Message}");

    private static string KindOf(ArchivedFinding finding) => finding.Kind is { } kind ? ExportNames<FindingKind>.Of(kind) : Withdrawn;

    private static string JsonOf(ArchivedFinding finding) => OutputFormatter.JsonOf(json =>
    {
        json.WriteString("site", ExportTexts.Format(finding.Site));
        json.WriteString("parameter", finding.Parameter.Key);
        json.WriteString("first_day", finding.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.WriteString("last_day", finding.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        json.Time("requested", finding.RequestedAt);
        json.WriteString("kind", KindOf(finding));
        json.WriteString("message", finding.Message);
    });
}
