namespace Lcra.Hydromet.Archive.Packing.Internal;

/// <content>Runs of equal numbers, and lists of places.</content>
internal static partial class DayPack
{
    /// <summary>Writes numbers, each with how often it follows itself; where only zeros come in runs, the others have no such number.</summary>
    private static void WriteRuns(List<byte> bytes, IEnumerable<long> numbers, bool isZeroOnly)
    {
        long current = 0;
        int length = 0;
        foreach (long number in numbers)
        {
            if (length > 0 && number == current && (!isZeroOnly || number == 0))
            {
                length++;
                continue;
            }

            WriteRun(bytes, current, length, isZeroOnly);
            (current, length) = (number, 1);
        }

        WriteRun(bytes, current, length, isZeroOnly);
    }

    private static void WriteRun(List<byte> bytes, long number, int length, bool isZeroOnly)
    {
        if (length == 0)
        {
            return;
        }

        VariableLength.Write(bytes, number);
        if (!isZeroOnly || number == 0)
        {
            VariableLength.Write(bytes, length);
        }
    }

    private static long[] ReadRuns(ref ReadOnlySpan<byte> rest, int count, bool isZeroOnly)
    {
        if (count < 0)
        {
            throw new FormatException("A packed day has more blanks than readings.");
        }

        long[] numbers = new long[count];
        for (int i = 0; i < count;)
        {
            long number = VariableLength.Read(ref rest);
            long length = !isZeroOnly || number == 0 ? VariableLength.Read(ref rest) : 1;
            if (length <= 0 || length > count - i)
            {
                throw new FormatException("A packed day has more numbers than readings.");
            }

            numbers.AsSpan(i, (int)length).Fill(number);
            i += (int)length;
        }

        return numbers;
    }

    private static void WriteIndexes(List<byte> bytes, IReadOnlyList<ArchivedValue> readings, Func<ArchivedValue, bool> isListed)
    {
        int[] places = [.. Enumerable.Range(0, readings.Count).Where(place => isListed(readings[place]))];
        VariableLength.Write(bytes, places.Length);
        int previous = 0;
        foreach (int place in places)
        {
            VariableLength.Write(bytes, place - previous);
            previous = place;
        }
    }

    private static int[] ReadIndexes(ref ReadOnlySpan<byte> rest, int count)
    {
        long listed = VariableLength.Read(ref rest);
        if (listed < 0 || listed > count)
        {
            throw new FormatException("A packed day has more places than readings.");
        }

        int[] places = new int[listed];
        long place = 0;
        for (int i = 0; i < listed; i++)
        {
            place += VariableLength.Read(ref rest);
            places[i] = place >= 0 && place < count ? (int)place : throw new FormatException("A packed day has a place outside the day.");
        }

        return places;
    }
}
