using System.Security.Cryptography;

namespace Lcra.Hydromet.Archive.Packing.Internal;

/// <summary>
/// The readings of a day in a few bytes: a format byte; the number of readings; the times as runs of equal steps; the first value and the
/// differences, equal values as runs; which have no value or another one; the requests as runs; four bytes of a SHA-256.
/// </summary>
internal static partial class DayPack
{
    private const byte Format = 1;
    private const int ChecksumBytes = 4;
    private const int MaxReadings = 86_400;

    /// <summary>Packs readings, oldest first, of one day.</summary>
    public static byte[] Encode(long startOfDay, IReadOnlyList<ArchivedValue> readings)
    {
        List<byte> bytes = new(64) { Format };
        VariableLength.Write(bytes, readings.Count);
        WriteTimes(bytes, startOfDay, readings);
        WriteIndexes(bytes, readings, reading => reading.Value is null);
        long previous = 0;
        WriteRuns(bytes, readings.Where(reading => reading.Value is not null).Select(reading => Step(ref previous, reading.Value!.Value)), isZeroOnly: true);
        WriteIndexes(bytes, readings, reading => reading.Other is not null);
        foreach (ArchivedValue reading in readings.Where(reading => reading.Other is not null))
        {
            VariableLength.Write(bytes, reading.Other!.Value);
        }

        WriteRuns(bytes, readings.Select(reading => reading.Request), isZeroOnly: false);
        bytes.AddRange(Checksum([.. bytes]));
        return [.. bytes];
    }

    /// <summary>Unpacks readings.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or of a later format.</exception>
    public static List<ArchivedValue> Decode(long startOfDay, ReadOnlySpan<byte> pack)
    {
        List<ArchivedValue> values = [];
        Decode(startOfDay, pack, values);
        return values;
    }

    private static byte[] Checksum(ReadOnlySpan<byte> bytes) => SHA256.HashData(bytes)[..ChecksumBytes];

    private static long Step(ref long previous, long value)
    {
        long step = value - previous;
        previous = value;
        return step;
    }

    // Steps are in the greatest unit that fits all of them: 900 seconds at most sites.
    private static void WriteTimes(List<byte> bytes, long startOfDay, IReadOnlyList<ArchivedValue> readings)
    {
        if (readings.Count == 0)
        {
            return;
        }

        long previous = readings[0].Key;
        long[] steps = [.. readings.Skip(1).Select(reading => Step(ref previous, reading.Key))];
        long unit = steps.Aggregate(0L, GreatestCommonDivisor);
        VariableLength.Write(bytes, readings[0].Key - startOfDay);
        VariableLength.Write(bytes, unit);
        WriteRuns(bytes, steps.Select(step => step / unit), isZeroOnly: false);
    }

    private static long GreatestCommonDivisor(long left, long right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);
}
