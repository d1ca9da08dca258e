using System.Text;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Finds a member by its JSON name. Sites list their members in one order, so the next one is tried first.</summary>
internal sealed class SiteMembers
{
    // LCRA's names, in the order of the enumeration.
    private static readonly (SiteMember Member, string Name)[] All =
    [
        (SiteMember.SiteNumber, "siteNumber"),
        (SiteMember.DateTime, "dateTime"),
        (SiteMember.ZoomLevel, "zoomLevel"),
        (SiteMember.Agency, "agency"),
        (SiteMember.SiteName, "siteName"),
        (SiteMember.Latitude, "latitude"),
        (SiteMember.Longitude, "longitude"),
        (SiteMember.SiteType, "siteType"),
        (SiteMember.Temperature, "temperature"),
        (SiteMember.RainfallRecent, "rainfallRecent"),
        (SiteMember.Rainfall30Minute, "rainfall30Minute"),
        (SiteMember.Rainfall1Hour, "rainfall1Hour"),
        (SiteMember.Rainfall2Hours, "rainfall2Hours"),
        (SiteMember.Rainfall3Hours, "rainfall3Hours"),
        (SiteMember.Rainfall6Hours, "rainfall6Hours"),
        (SiteMember.Rainfall12Hours, "rainfall12Hours"),
        (SiteMember.RainfallToday, "rainfallToday"),
        (SiteMember.Rainfall1Day, "rainfall1Day"),
        (SiteMember.Rainfall2Days, "rainfall2Days"),
        (SiteMember.Rainfall3Days, "rainfall3Days"),
        (SiteMember.Rainfall4Days, "rainfall4Days"),
        (SiteMember.Rainfall5Days, "rainfall5Days"),
        (SiteMember.Rainfall1Week, "rainfall1Week"),
        (SiteMember.Rainfall2Weeks, "rainfall2Weeks"),
        (SiteMember.Rainfall30Days, "rainfall30Days"),
        (SiteMember.RainfallMonth, "rainfallMonth"),
        (SiteMember.RainfallPrevMonth, "rainfallPrevMonth"),
        (SiteMember.RainfallPrev2Month, "rainfallPrev2Month"),
        (SiteMember.RainfallPrev3Month, "rainfallPrev3Month"),
        (SiteMember.RainfallYear, "rainfallYear"),
        (SiteMember.RainfallPrevYear, "rainfallPrevYear"),
        (SiteMember.Stage, "stage"),
        (SiteMember.Flow, "flow"),
        (SiteMember.BankfullStage, "bankfullStage"),
        (SiteMember.FloodStage, "floodStage"),
        (SiteMember.WaterTemperature, "waterTemperature"),
        (SiteMember.Head, "head"),
        (SiteMember.Tail, "tail"),
        (SiteMember.MinimumTemperature, "minimumTemperature"),
        (SiteMember.MaximumTemperature, "maximumTemperature"),
        (SiteMember.RelativeHumidity, "relativeHumidity"),
        (SiteMember.BatteryVoltage, "batteryVoltage"),
        (SiteMember.Nwsid, "nwsid"),
        (SiteMember.IsLcra, "isLCRA"),
        (SiteMember.IsCoa, "isCOA"),
        (SiteMember.IsStale, "isStale"),
    ];

    private static readonly byte[][] Utf8 = Array.ConvertAll(All, member => Encoding.UTF8.GetBytes(member.Name));
    private int _next;

    public static int Count => All.Length;

    public static string NameOf(SiteMember member) => All[(int)member].Name;

    public static bool IsRain(SiteMember member) => member is >= SiteMember.RainfallRecent and <= SiteMember.RainfallPrevYear;

    public static Quantity QuantityOf(SiteMember member) => member switch
    {
        SiteMember.Stage or SiteMember.BankfullStage or SiteMember.FloodStage => Quantity.Stage,
        SiteMember.Flow => Quantity.Discharge,
        SiteMember.Head or SiteMember.Tail => Quantity.Elevation,
        SiteMember.Temperature or SiteMember.WaterTemperature or SiteMember.MinimumTemperature or SiteMember.MaximumTemperature => Quantity.Temperature,
        _ => IsRain(member) ? Quantity.Rain : Quantity.Other,
    };

    public SiteMember? Find(ReadOnlySpan<byte> name)
    {
        for (int tried = 0; tried < Utf8.Length; tried++)
        {
            int candidate = _next;
            _next = _next + 1 == Utf8.Length ? 0 : _next + 1;
            if (name.SequenceEqual(Utf8[candidate]))
            {
                return All[candidate].Member;
            }
        }

        return null;
    }
}
