using System.Diagnostics.CodeAnalysis;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Lcra.Hydromet.Tests.Climate;

/// <summary>What holds for every record, however it rains and whatever days it lacks.</summary>
[SuppressMessage("Security", "CA5394", Justification = "Generated days are no secret.")]
public class RainfallClimatePropertyTests
{
    private static readonly DateOnly First = new(2016, 1, 1);
    private static readonly DateOnly Last = new(2020, 12, 31);
    private static readonly RainfallClimateOptions Short = new() { MinYears = 1, MinNormalYears = 1 };

    private static Arbitrary<int> Seed { get; } = Gen.Choose(0, 1_000_000).ToArbitrary();

    [Property(MaxTest = 20)]
    public Property The_order_of_the_days_changes_nothing() => Prop.ForAll(Seed, seed =>
    {
        DailyRainfall[] days = Record(seed);
        DailyRainfall[] shuffled = [.. days];
        new Random(seed).Shuffle(shuffled);
        (RainfallClimate one, RainfallClimate other) = (RainfallClimate.Of(days, Short), RainfallClimate.Of(shuffled, Short));
        DateOnly day = Any(seed);
        return one.RankOfDays(day, 3) == other.RankOfDays(day, 3)
            && one.RankOf(CalendarPeriod.Season, day) == other.RankOf(CalendarPeriod.Season, day)
            && one.Extremes().SequenceEqual(other.Extremes())
            && one.LongestDrySpell() == other.LongestDrySpell();
    });

    [Property(MaxTest = 20)]
    public Property A_year_that_is_drier_changes_no_rank_among_the_wettest() => Prop.ForAll(Seed, seed =>
    {
        DailyRainfall[] days = Record(seed);
        DateOnly day = Any(seed);
        RainfallRank before = RainfallClimate.Of(days, Short).RankOf(CalendarPeriod.Month, day);
        IEnumerable<DailyRainfall> drier = Enumerable.Range(0, 365).Select(number => new DailyRainfall { Day = new DateOnly(2015, 1, 1).AddDays(number), Inches = 0m });
        RainfallRank after = RainfallClimate.Of([.. days, .. drier], Short).RankOf(CalendarPeriod.Month, day);
        return before.Rank == after.Rank && (before.Rank is null || before.Inches == 0 || after.RankFromDriest == before.RankFromDriest + 1);
    });

    [Property(MaxTest = 20)]
    public Property More_rain_never_lowers_a_rank_unless_it_makes_the_day_suspect() => Prop.ForAll(Seed, seed =>
    {
        DailyRainfall[] days = Record(seed);
        DateOnly day = Any(seed);
        DailyRainfall[] wetter = [.. days.Select(one => one.Day == day ? one with { Inches = one.Inches + 0.5m } : one)];
        (RainfallClimate before, RainfallClimate after) = (RainfallClimate.Of(days, Short), RainfallClimate.Of(wetter, Short));
        return after.SuspectDays.Any(suspect => suspect.Day == day)
            || (Not(before.RankOfDays(day).Rank, after.RankOfDays(day).Rank) && Not(before.RankOf(CalendarPeriod.Year, day).Rank, after.RankOf(CalendarPeriod.Year, day).Rank));

        static bool Not(int? rank, int? wetter) => rank is null || wetter <= rank;
    });

    [Property(MaxTest = 20)]
    public Property A_day_ranks_as_counting_the_larger_days_says() => Prop.ForAll(Seed, seed =>
    {
        DailyRainfall[] days = Record(seed);
        RainfallRank rank = RainfallClimate.Of(days, Short).RankOfDays(Any(seed));
        return rank.Rank is null
            || (rank.Rank == days.Count(day => day.Inches > rank.Inches) + 1 && rank.TiedCount == days.Count(day => day.Inches == rank.Inches) - 1);
    });

    [Property(MaxTest = 20)]
    public Property The_wettest_days_rank_first_and_no_day_of_a_dry_spell_has_rain() => Prop.ForAll(Seed, Gen.Choose(1, 30).ToArbitrary(), (seed, count) =>
    {
        DailyRainfall[] days = Record(seed);
        RainfallClimate climate = RainfallClimate.Of(days, Short);
        RainfallExtreme wettest = climate.WettestDays(count);
        DrySpell? dry = climate.LongestDrySpell();
        return (wettest.Inches is null || wettest.Starts.All(start => climate.RankOfDays(start.AddDays(count - 1), count).Rank == 1))
            && days.Count(day => day.Day >= dry!.First && day.Day <= dry.Last && day.Inches == 0) == dry!.DayCount;
    });

    private static DateOnly Any(int seed) => First.AddDays(seed % (Last.DayNumber - First.DayNumber + 1));

    // Rain on about a fifth of the days, in few amounts so that there are ties; one day in fifty is missing.
    private static DailyRainfall[] Record(int seed)
    {
        Random random = new(seed);
        return
        [
            .. Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1)
                .Where(_ => random.Next(50) > 0)
                .Select(number => new DailyRainfall { Day = First.AddDays(number), Inches = random.Next(5) > 0 ? 0m : random.Next(1, 39) * 0.1m }),
        ];
    }
}
