using System.CommandLine;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The options that choose gauges: by number, basin or place, or all of them.</summary>
internal sealed class SiteSelection
{
    private readonly Option<string[]> _sites = Arguments.List("--sites", "Gauges, such as 3018,2959 or COA:950.", "site,site");
    private readonly Option<string?> _basin = new("--basin") { Description = "The gauges of a basin, such as 'Highland Lakes'.", HelpName = "name" };
    private readonly Option<Coordinates?> _near = Arguments.Place("--near", "The gauges nearest to a place.");
    private readonly Option<int> _take = Arguments.Count("--take", "With --near, how many gauges.", 10);
    private readonly Option<bool> _all = new("--all") { Description = "All gauges whose history LCRA has." };

    public void AddTo(Command command)
    {
        command.Options.Add(_sites);
        command.Options.Add(_basin);
        command.Options.Add(_near);
        command.Options.Add(_take);
        command.Options.Add(_all);
        command.Validators.Add(result =>
        {
            int chosen = new Option[] { _sites, _basin, _near, _all }.Count(option => result.GetResult(option) is { Implicit: false });
            if (chosen != 1)
            {
                result.AddError("Choose the gauges by one of --sites, --basin, --near and --all.");
            }
        });
    }

    /// <summary>Reads the sites; those that are chosen by a report come with their names.</summary>
    public async Task<(IReadOnlyList<SiteId> Ids, IReadOnlyList<Site> Known)> ReadAsync(
        ParseResult parsed, HydrometClient client, IReadOnlyCollection<HistoryParameter> parameters, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_sites) is { Length: > 0 } ids)
        {
            return ([.. ids.Select(OutputFormatter.Site).Distinct()], []);
        }

        RainfallReport report = await client.GetRainfallAsync(cancellationToken);
        bool hasAustin = parameters.All(parameter => parameter == HistoryParameter.Rain || parameter == HistoryParameter.Flow);
        IEnumerable<RainfallGauge> gauges = parsed.GetValue(_near) is { } place ? report.NearestTo(place, parsed.GetValue(_take)).Select(found => found.Gauge)
            : parsed.GetValue(_basin) is { } basin ? BasinCommand.GaugesOf(report, basin)
            : report.Gauges;
        Site[] sites = [.. gauges.Select(gauge => gauge.Site).Where(site => site.Id.IsLcra || (hasAustin && site.Id.IsAustin))];
        return sites.Length > 0 ? ([.. sites.Select(site => site.Id)], sites)
            : throw new ToolException(ExitCode.Unknown, "No gauge there has a history of these parameters. 'hydromet gauges' lists them.");
    }
}
