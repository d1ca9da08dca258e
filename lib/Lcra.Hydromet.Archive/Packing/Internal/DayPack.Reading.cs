using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Lcra.Hydromet.Archive.Packing.Internal;

/// <content>Unpacking, in one pass and without objects between: a year has 365 packs.</content>
internal static partial class DayPack
{
    // A reading every five minutes.
    private const int UsualReadings = 288;

    /// <summary>Unpacks readings, and adds them to a list.</summary>
    /// <exception cref="FormatException">The bytes are damaged, or of a later format; nothing is added.</exception>
    public static void Decode(long startOfDay, ReadOnlySpan<byte> pack, List<ArchivedValue> values)
    {
        if (!HasItsChecksum(pack))
        {
            throw new FormatException("The checksum of a packed day is wrong.");
        }

        ReadOnlySpan<byte> rest = pack[1..^ChecksumBytes];
        if (pack[0] != Format || VariableLength.Read(ref rest) is not (>= 0 and <= MaxReadings and var count))
        {
            throw new FormatException($"A packed day has the unknown format {pack[0]}.");
        }

        Span<long> seconds = count <= UsualReadings ? stackalloc long[(int)count] : new long[count];
        Span<long> steps = count <= UsualReadings ? stackalloc long[(int)count] : new long[count];
        ReadTimes(ref rest, startOfDay, seconds);
        int[] blanks = ReadIndexes(ref rest, (int)count);
        ReadRuns(ref rest, steps[blanks.Length..], isZeroOnly: true);
        int[] others = ReadIndexes(ref rest, (int)count);
        int[] otherValues = others.Length == 0 ? [] : new int[others.Length];
        for (int i = 0; i < others.Length; i++)
        {
            otherValues[i] = checked((int)VariableLength.Read(ref rest));
        }

        int before = values.Count;
        try
        {
            CollectionsMarshal.SetCount(values, before + (int)count);
            Fill(CollectionsMarshal.AsSpan(values)[before..], ref rest, seconds, steps[blanks.Length..], blanks, others, otherValues);
        }
        catch
        {
            CollectionsMarshal.SetCount(values, before);
            throw;
        }
    }

    private static bool HasItsChecksum(ReadOnlySpan<byte> pack)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        return pack.Length > ChecksumBytes
            && SHA256.HashData(pack[..^ChecksumBytes], hash) == hash.Length
            && hash[..ChecksumBytes].SequenceEqual(pack[^ChecksumBytes..]);
    }

    private static void Fill(
        scoped Span<ArchivedValue> values, ref ReadOnlySpan<byte> rest, scoped ReadOnlySpan<long> seconds, scoped ReadOnlySpan<long> steps, int[] blanks, int[] others, int[] otherValues)
    {
        long request = 0;
        long left = 0;
        long value = 0;
        for (int i = 0, blank = 0, other = 0; i < values.Length; i++)
        {
            if (left-- == 0)
            {
                request = VariableLength.Read(ref rest);
                left = ReadLength(ref rest, values.Length - i) - 1;
            }

            bool isBlank = blank < blanks.Length && blanks[blank] == i;
            value += isBlank ? 0 : steps[i - blank];
            blank += isBlank ? 1 : 0;
            bool isOther = other < others.Length && others[other] == i;
            values[i] = new ArchivedValue(seconds[i], isBlank ? null : checked((int)value), isOther ? otherValues[other] : null, request);
            other += isOther ? 1 : 0;
        }
    }

    private static void ReadTimes(ref ReadOnlySpan<byte> rest, long startOfDay, scoped Span<long> seconds)
    {
        if (seconds.Length == 0)
        {
            return;
        }

        seconds[0] = startOfDay + VariableLength.Read(ref rest);
        long unit = VariableLength.Read(ref rest);
        ReadRuns(ref rest, seconds[1..], isZeroOnly: false);
        for (int i = 1; i < seconds.Length; i++)
        {
            seconds[i] = seconds[i - 1] + (seconds[i] * unit);
        }
    }
}
