using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lcra.Hydromet.Archive.Packing.Internal;

namespace Lcra.Hydromet.Archive.Tests;

public class DayPackTests
{
    private const long Start = 1_790_899_200;

    [Property(MaxTest = 300)]
    public bool Any_readings_of_a_day_come_back(int[] seconds, int?[] values, int?[] others, byte[] requests)
    {
        ArchivedValue[] readings =
        [
            .. seconds.Select(second => Start + (int)((uint)second % 86_400)).Distinct().Order().Select((second, place) => new ArchivedValue(
                second, At(values, place), At(others, place), requests.Length == 0 ? 7 : requests[place % requests.Length])),
        ];

        return DayPack.Decode(Start, DayPack.Encode(Start, readings)).SequenceEqual(readings);
    }

    [Theory]
    [InlineData(int.MinValue, int.MaxValue)]
    [InlineData(int.MaxValue, int.MinValue)]
    [InlineData(0, null)]
    [InlineData(null, null)]
    public void Extremes_and_blanks_come_back(int? first, int? second)
    {
        ArchivedValue[] readings = [new(Start, first, second, int.MaxValue), new(Start + 86_399, second, first, 1)];

        Assert.Equal(readings, DayPack.Decode(Start, DayPack.Encode(Start, readings)));
    }

    [Fact]
    public void A_dry_day_of_96_readings_takes_few_bytes_and_a_day_without_readings_fewer()
    {
        ArchivedValue[] dry = [.. Enumerable.Range(0, 96).Select(i => new ArchivedValue(Start + (900 * i), 4012, null, 123_456))];

        Assert.InRange(DayPack.Encode(Start, dry).Length, 15, 30);
        Assert.Empty(DayPack.Decode(Start, DayPack.Encode(Start, [])));
    }

    [Fact]
    public void Any_byte_that_changed_and_any_end_that_is_missing_is_seen()
    {
        byte[] pack = DayPack.Encode(Start, [new(Start, 4012, null, 1), new(Start + 900, 4013, 4015, 1), new(Start + 1800, null, null, 2)]);
        for (int i = 0; i < pack.Length; i++)
        {
            byte[] changed = [.. pack];
            changed[i] ^= 1;
            Assert.Throws<FormatException>(() => DayPack.Decode(Start, changed));
            Assert.Throws<FormatException>(() => DayPack.Decode(Start, pack.AsSpan(0, i)));
        }
    }

    private static int? At(int?[] values, int place) => values.Length == 0 ? null : values[place % values.Length];
}
