namespace Lcra.Hydromet.Tests.Time;

public class CentralTimeTests
{
    private static readonly DateTime Skipped = new(2026, 3, 8, 2, 30, 0, DateTimeKind.Unspecified);
    private static readonly DateTime Repeated = new(2026, 11, 1, 1, 30, 0, DateTimeKind.Unspecified);

    [Fact]
    public void A_skipped_hour_moves_forward() =>
        Assert.Equal(DateTimeOffset.Parse("2026-03-08T03:30-05:00", null), CentralTime.ToInstant(Skipped));

    [Theory]
    [InlineData(RepeatedHour.Earlier, "2026-11-01T01:30-05:00")]
    [InlineData(RepeatedHour.Later, "2026-11-01T01:30-06:00")]
    public void A_repeated_hour_is_the_one_that_the_caller_says(RepeatedHour which, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), CentralTime.ToInstant(Repeated, which));

    [Fact]
    public void A_repeated_hour_that_nobody_chose_is_explained()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(() => CentralTime.ToInstant(Repeated));

        Assert.StartsWith("2026-11-01 01:30 occurs twice in Central time, because clocks are set back that night. Pass RepeatedHour.Earlier or RepeatedHour.Later.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_hours_are_recognized()
    {
        Assert.True(CentralTime.IsSkipped(Skipped));
        Assert.True(CentralTime.IsRepeated(Repeated));
        Assert.False(CentralTime.IsSkipped(Repeated));
        Assert.False(CentralTime.IsRepeated(Skipped));
    }

    [Fact]
    public void The_kind_of_a_local_time_plays_no_part() =>
        Assert.Equal(CentralTime.ToInstant(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Unspecified)), CentralTime.ToInstant(new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc)));
}
