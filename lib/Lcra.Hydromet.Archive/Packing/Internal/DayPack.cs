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
        if (pack.Length <= ChecksumBytes || !Checksum(pack[..^ChecksumBytes]).AsSpan().SequenceEqual(pack[^ChecksumBytes..]))
        {
            throw new FormatException("The checksum of a packed day is wrong.");
        }

        ReadOnlySpan<byte> rest = pack[1..^ChecksumBytes];
        if (pack[0] != Format || VariableLength.Read(ref rest) is not (>= 0 and <= MaxReadings and var count))
        {
            throw new FormatException($"A packed day has the unknown format {pack[0]}.");
        }

        long[] seconds = ReadTimes(ref rest, startOfDay, (int)count);
        HashSet<int> blanks = [.. ReadIndexes(ref rest, (int)count)];
        long[] steps = ReadRuns(ref rest, (int)count - blanks.Count, isZeroOnly: true);
        Dictionary<int, int> others = [];
        foreach (int index in ReadIndexes(ref rest, (int)count))
        {
            others.Add(index, 0);
        }

        foreach (int index in others.Keys.ToArray())
        {
            others[index] = checked((int)VariableLength.Read(ref rest));
        }

        long[] requests = ReadRuns(ref rest, (int)count, isZeroOnly: false);
        List<ArchivedValue> readings = new((int)count);
        long value = 0;
        for (int i = 0, step = 0; i < count; i++)
        {
            bool isBlank = blanks.Contains(i);
            value += isBlank ? 0 : steps[step++];
            readings.Add(new ArchivedValue(seconds[i], isBlank ? null : checked((int)value), others.TryGetValue(i, out int other) ? other : null, requests[i]));
        }

        return readings;
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

    private static long[] ReadTimes(ref ReadOnlySpan<byte> rest, long startOfDay, int count)
    {
        long[] seconds = new long[count];
        if (count > 0)
        {
            seconds[0] = startOfDay + VariableLength.Read(ref rest);
            long unit = VariableLength.Read(ref rest);
            long[] steps = ReadRuns(ref rest, count - 1, isZeroOnly: false);
            for (int i = 1; i < count; i++)
            {
                seconds[i] = seconds[i - 1] + (steps[i - 1] * unit);
            }
        }

        return seconds;
    }

    private static long GreatestCommonDivisor(long left, long right) => right == 0 ? left : GreatestCommonDivisor(right, left % right);
}
