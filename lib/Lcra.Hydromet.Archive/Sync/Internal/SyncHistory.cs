using Lcra.Hydromet.Archive.Records.Internal;

namespace Lcra.Hydromet.Archive.Sync.Internal;

/// <summary>One parameter of a site in a run.</summary>
internal sealed class SyncHistory(SiteId site, HistoryParameter parameter)
{
    private readonly List<SyncWindow> _tried = [];

    public SiteId Site => site;

    public HistoryParameter Parameter => parameter;

    public ArchiveParameter Number { get; } = ArchiveParameters.FirstOf(parameter, nameof(parameter));

    /// <summary>Gets the windows that this run does not request again.</summary>
    public IReadOnlyCollection<SyncWindow> Tried => _tried;

    public int Requests { get; set; }

    public int RequestsLeft { get; set; }

    public int Added { get; set; }

    public int Corrected { get; set; }

    /// <summary>Gets or sets how often the present window failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Gets or sets how many windows failed one after the other.</summary>
    public int FailedInRow { get; set; }

    public void Finish(SyncWindow window)
    {
        _tried.Add(window);
        Attempts = 0;
    }
}
