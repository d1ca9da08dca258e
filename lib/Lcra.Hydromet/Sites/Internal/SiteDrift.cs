namespace Lcra.Hydromet.Sites.Internal;

/// <summary>What is new about the members of the all-sites response.</summary>
internal static class SiteDrift
{
    // The windows of half an hour, two hours, four and five days come and go with the response.
    private static readonly SiteMember[] Expected =
    [
        SiteMember.SiteNumber, SiteMember.DateTime, SiteMember.Agency, SiteMember.SiteName, SiteMember.Latitude, SiteMember.Longitude,
        SiteMember.SiteType, SiteMember.Rainfall1Hour, SiteMember.Rainfall3Hours, SiteMember.Rainfall6Hours, SiteMember.RainfallToday,
        SiteMember.Rainfall1Day, SiteMember.Rainfall30Days, SiteMember.RainfallMonth, SiteMember.RainfallYear, SiteMember.RainfallPrevYear,
        SiteMember.Stage, SiteMember.Flow, SiteMember.Head, SiteMember.Tail,
    ];

    /// <summary>Finds a name that no site has any more, and one that was not there before: LCRA may have renamed a member.</summary>
    public static IEnumerable<Finding> Find(SiteJson json)
    {
        foreach (SiteMember expected in Expected)
        {
            if (!json.Has(expected))
            {
                string name = SiteMembers.NameOf(expected);
                yield return new Finding
                {
                    Kind = FindingKind.MissingColumn,
                    Feed = HydrometFeed.AllSites,
                    Column = name,
                    Message = $"No site of the all-sites response has '{name}' any more.",
                };
            }
        }

        foreach (string name in json.UnknownNames)
        {
            yield return new Finding
            {
                Kind = FindingKind.UnexpectedColumn,
                Feed = HydrometFeed.AllSites,
                Column = name,
                Message = $"The all-sites response has a member '{name}' that this library does not know.",
            };
        }
    }
}
