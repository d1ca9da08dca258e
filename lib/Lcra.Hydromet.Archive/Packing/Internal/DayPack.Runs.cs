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

    private static void ReadRuns(ref ReadOnlySpan<byte> rest, scoped Span<long> numbers, bool isZeroOnly)
    {
        for (int i = 0; i < numbers.Length;)
        {
            long number = VariableLength.Read(ref rest);
            int length = !isZeroOnly || number == 0 ? ReadLength(ref rest, numbers.Length - i) : 1;
            numbers.Slice(i, length).Fill(number);
            i += length;
        }
    }

    private static int ReadLength(ref ReadOnlySpan<byte> rest, int max) => VariableLength.Read(ref rest) is var length && length > 0 && length <= max
        ? (int)length
        : throw new FormatException("A packed day has more numbers than readings.");

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

    // Places that rise, each once.
    private static int[] ReadIndexes(ref ReadOnlySpan<byte> rest, int count)
    {
        long listed = VariableLength.Read(ref rest);
        if (listed < 0 || listed > count)
        {
            throw new FormatException("A packed day has more places than readings.");
        }

        int[] places = listed == 0 ? [] : new int[listed];
        long place = 0;
        for (int i = 0; i < listed; i++)
        {
            long step = VariableLength.Read(ref rest);
            place += step;
            places[i] = place >= 0 && place < count && (i == 0 || step > 0) ? (int)place : throw new FormatException("A packed day has a place outside the day.");
        }

        return places;
    }
}
