namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>The findings of one response, of limited number.</summary>
internal sealed class FindingNotes(ArchiveRequest request)
{
    public const int Max = 100;

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> All => _findings;

    public void Add(FindingKind kind, string message)
    {
        if (_findings.Count < Max)
        {
            _findings.Add(new Finding
            {
                Kind = kind,
                Message = message,
                Site = request.Site,
                Feed = request.Site.IsAustin ? HydrometFeed.CoaHistory : HydrometFeed.History,
            });
        }
    }
}
