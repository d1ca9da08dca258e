using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Unpacks a day, and says what to do when it is damaged.</summary>
internal static class PackedDay
{
    public static List<ArchivedValue> Read(string archive, DateOnly day, byte[] pack)
    {
        List<ArchivedValue> values = [];
        Read(archive, day, pack, values);
        return values;
    }

    /// <summary>Unpacks a day, and adds its readings to a list.</summary>
    public static void Read(string archive, DateOnly day, byte[] pack, List<ArchivedValue> values)
    {
        try
        {
            DayPack.Decode(EpochTime.StartOfUtcDay(day), pack, values);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new HydrometArchiveException(
                FormattableString.Invariant($"{archive}: the packed readings of {day:yyyy-MM-dd} (UTC) are damaged. Restore a backup, or request these days of LCRA again into a new archive."), exception)
            { Reason = ArchiveFailureReason.Corrupt };
        }
    }
}
