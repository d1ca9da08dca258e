using System.Text;

namespace Lcra.Hydromet.Internal;

/// <summary>Finds a member by its name in JSON. Sites list their members in one order, so the next one is looked for first.</summary>
internal sealed class SiteMembers
{
    private static readonly SiteMember[] All = Enum.GetValues<SiteMember>();
    private static readonly string[] Spelled = Array.ConvertAll(All, Spell);
    private static readonly byte[][] Utf8 = Array.ConvertAll(Spelled, Encoding.UTF8.GetBytes);
    private int _next;

    public static int Count => All.Length;

    public static string NameOf(SiteMember member) => Spelled[(int)member];

    public static bool IsRain(SiteMember member) => member is >= SiteMember.RainfallRecent and <= SiteMember.RainfallPrevYear;

    public SiteMember? Find(ReadOnlySpan<byte> name)
    {
        for (int tried = 0; tried < Utf8.Length; tried++)
        {
            int candidate = _next;
            _next = _next + 1 == Utf8.Length ? 0 : _next + 1;
            if (name.SequenceEqual(Utf8[candidate]))
            {
                return All[candidate];
            }
        }

        return null;
    }

    private static string Spell(SiteMember member) => member switch
    {
        SiteMember.IsLcra => "isLCRA",
        SiteMember.IsCoa => "isCOA",
        _ => char.ToLowerInvariant(member.ToString()[0]) + member.ToString()[1..],
    };
}
