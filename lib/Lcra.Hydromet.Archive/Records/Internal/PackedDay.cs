using Lcra.Hydromet.Archive.Packing.Internal;
using Lcra.Hydromet.Archive.Storage.Internal;

namespace Lcra.Hydromet.Archive.Records.Internal;

/// <summary>Unpacks a day, and says what to do when it is damaged.</summary>
internal static class PackedDay
{
    public static List<ArchivedValue> Read(string archive, DateOnly day, byte[] pack)
    {
        try
        {
            return DayPack.Decode(EpochTime.StartOfUtcDay(day), pack);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            throw new HydrometArchiveException(
                FormattableString.Invariant($"{archive}: the packed readings of {day:yyyy-MM-dd} (UTC) are damaged. Restore a backup, or request these days of LCRA again into a new archive."), exception)
            { Reason = ArchiveFailureReason.Corrupt };
        }
    }
}
