using System.Globalization;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.Time.Testing;

namespace Lcra.Hydromet.Tests.History;

public class CalendarTotalTests
{
    private static readonly DateOnly Start = new(2025, 9, 1);

    [Fact]
    public void A_month_has_an_amount_only_when_all_its_days_have_one()
    {
        IReadOnlyList<CalendarTotal> months = CalendarTotal.By(Days(61, day => day != new DateOnly(2025, 10, 5)), CalendarPeriod.Month, Start, new(2025, 10, 31));

        Assert.Equal(
            [(new DateOnly(2025, 9, 1), new DateOnly(2025, 9, 30), 0.30m, null, 30, 0), (new(2025, 10, 1), new(2025, 10, 31), null, MissingReason.NotInFeed, 31, 1)],
            months.Select(month => (month.First, month.Last, month.Inches, month.Missing, month.Days, month.MissingDays)));
    }

    [Fact]
    public void Missing_days_are_allowed_on_request_and_still_counted()
    {
        CalendarTotal month = CalendarTotal.By(Days(30, day => day.Day > 2), CalendarPeriod.Month, Start, new(2025, 9, 30), allowedMissingDays: 2).Single();

        Assert.Equal((0.28m, 2), (month.Inches, month.MissingDays));
        Assert.Null(CalendarTotal.By(Days(30, day => day.Day > 3), CalendarPeriod.Month, Start, new(2025, 9, 30), allowedMissingDays: 2).Single().Inches);
    }

    [Fact]
    public void A_month_without_any_day_has_no_amount_whatever_is_allowed() =>
        Assert.Null(CalendarTotal.By([], CalendarPeriod.Month, Start, new(2025, 9, 30), allowedMissingDays: 31).Single().Inches);

    [Fact]
    public void A_month_that_is_cut_by_the_requested_days_is_not_requested()
    {
        CalendarTotal month = CalendarTotal.By(Days(30, _ => true), CalendarPeriod.Month, Start.AddDays(14), new(2025, 9, 30)).Single();

        Assert.Equal((null, MissingReason.NotRequested, 30, 14), (month.Inches, month.Missing, month.Days, month.MissingDays));
    }

    [Fact]
    public void A_day_that_is_not_over_is_missing_and_the_month_still_running()
    {
        DailyRainfall[] days = [.. Days(30, _ => true).Select(day => day.Day.Day == 30 ? day with { IsPartial = true } : day)];

        CalendarTotal month = CalendarTotal.By(days, CalendarPeriod.Month, Start, new(2025, 9, 30)).Single();

        Assert.Equal((null, 1, true), (month.Inches, month.MissingDays, month.IsPartial));
    }

    [Theory]
    [InlineData("2025-09-01", "2025-09-01", true)]
    [InlineData("2025-09-02", "2025-09-09", true)]
    [InlineData("2025-09-02", "2025-09-30", true)]
    [InlineData("2025-08-02", "2025-08-09", false)]
    public void A_month_runs_until_its_last_day_is_over_whatever_part_of_it_is_requested(string first, string last, bool isPartial)
    {
        FakeTimeProvider clock = new(new DateTimeOffset(2025, 9, 30, 23, 59, 0, TimeSpan.FromHours(-5)));

        CalendarTotal Month() => CalendarTotal.By(Days(9, _ => true), CalendarPeriod.Month, Day(first), Day(last), timeProvider: clock).Single();

        Assert.Equal(isPartial, Month().IsPartial);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(Month().IsPartial);
    }

    [Theory]
    [InlineData(CalendarPeriod.Year, "2024-01-01", "2024-12-31", 366)]
    [InlineData(CalendarPeriod.WaterYear, "2023-10-01", "2024-09-30", 366)]
    [InlineData(CalendarPeriod.Month, "2024-02-01", "2024-02-29", 29)]
    public void A_period_has_its_whole_days(CalendarPeriod period, string first, string last, int count)
    {
        CalendarTotal total = CalendarTotal.By([], period, new(2024, 2, 10), new(2024, 2, 11)).Single();

        Assert.Equal((first, last, count, count), ($"{total.First:yyyy-MM-dd}", $"{total.Last:yyyy-MM-dd}", total.Days, total.MissingDays));
    }

    [Theory]
    [InlineData(CalendarPeriod.Month)]
    [InlineData(CalendarPeriod.Year)]
    [InlineData(CalendarPeriod.WaterYear)]
    public void The_first_and_the_last_day_of_the_calendar_are_inside_a_period(CalendarPeriod period)
    {
        Assert.Equal(DateOnly.MinValue, CalendarTotal.By([], period, DateOnly.MinValue, DateOnly.MinValue).Single().First);
        Assert.Equal(DateOnly.MaxValue, CalendarTotal.By([], period, DateOnly.MaxValue, DateOnly.MaxValue).Single().Last);
    }

    [Fact]
    public async Task The_eight_months_of_1998_without_a_record_have_no_amount()
    {
        HydrometClient client = new(new HttpClient(new ReplayHandler(HydrometRecording.StormOfOctober2026())));
        DailyRainfall[] days = await client.GetDailyRainfallAsync(SiteId.Parse("2959"), new(1998, 1, 1), new(1998, 12, 31)).ToArrayAsync();

        IReadOnlyList<CalendarTotal> months = CalendarTotal.By(days, CalendarPeriod.Month, new(1998, 1, 1), new(1998, 12, 31));

        Assert.Equal(12, months.Count);
        Assert.Equal(8, months.Count(month => month.MissingDays == month.Days));
        Assert.All(months, month => Assert.Equal(month.MissingDays > 0, month.Inches is null));
    }

    [Fact]
    public void Days_in_the_wrong_order_are_refused() =>
        Assert.Throws<ArgumentException>("last", () => CalendarTotal.By([], CalendarPeriod.Month, Start, Start.AddDays(-1)));

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    private static IEnumerable<DailyRainfall> Days(int count, Func<DateOnly, bool> isKnown) => Enumerable.Range(0, count)
        .Select(Start.AddDays)
        .Where(isKnown)
        .Select(day => new DailyRainfall { Day = day, Inches = 0.01m });
}
