using System.Globalization;
using System.Text;
using Lcra.Hydromet.CommandLine;
using Lcra.Hydromet.Tests.Fuzz;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Rainfall;

/// <summary>
/// What a report says of generated feeds whose true rain is known: late month totals, silent gauges, the first minutes of months and
/// years. Nothing that it says is false, and nothing that it must say is missing. `scripts/statements.sh` runs more of them.
/// </summary>
public class GeneratedStatementTests
{
    private static readonly int Reports = SeededRuns.Setting("HYDROMET_REPORTS", 1_500);
    private static readonly int FirstSeed = SeededRuns.Setting("HYDROMET_SEED", 50_000);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly RainfallPeriod[] MonthClass = [RainfallPeriod.ThirtyDays, RainfallPeriod.ThisMonth, RainfallPeriod.ThisYear];

    // What the generated feeds do not have.
    private static readonly RainfallPeriod[] Absent =
        [RainfallPeriod.ThirtyMinutes, RainfallPeriod.TwoHours, RainfallPeriod.NinetySixHours, RainfallPeriod.OneHundredTwentyHours, RainfallPeriod.LastMonth];

    [Fact]
    public void Nothing_said_of_a_report_is_false_and_nothing_is_missing()
    {
        int bounds = 0;
        int silent = 0;
        int first = 0;
        SeededRuns.ForEach(FirstSeed, Reports, seed =>
        {
            Case generated = new(seed);

            // The newest reading of the all-sites response is its report time, so its only gauge of another agency is never silent.
            foreach (RainfallGauge gauge in generated.Report.Gauges.Where(gauge => gauge.Site.Id.IsLcra || generated.Reported - generated.Observed <= Hour))
            {
                RainfallTotal[] totals = [.. gauge.Totals];
                Array.ForEach(totals, total => Check(total, generated));
                Interlocked.Add(ref bounds, totals.Count(total => total.LowerBoundInches is not null));
            }

            RainfallGauge lcra = generated.Report.Find(SiteId.Parse(TrueRain.Lcra))!;
            Assert.Equal(generated.Reported - generated.Observed <= Hour, lcra.IsReporting);
            CheckFound(lcra[RainfallPeriod.ThisMonth], generated);
            Interlocked.Add(ref silent, lcra.IsReporting ? 0 : 1);
            Interlocked.Add(ref first, lcra[RainfallPeriod.ThisMonth].Missing is null ? 0 : 1);
            CheckSaid([.. generated.Report.Gauges.SelectMany(gauge => gauge.Totals)], generated.Reported);
        });

        Assert.True(Math.Min(bounds, Math.Min(silent, first)) > Reports / 50, $"{bounds} bounds, {silent} silent gauges, {first} months that may be those before");
    }

    private static void Check(RainfallTotal total, Case generated)
    {
        bool isCalendar = total.Period.Kind == RainfallPeriodKind.Calendar;
        bool isMonthClass = Array.IndexOf(MonthClass, total.Period) >= 0;
        decimal step = total.Site.ResolutionInches ?? 0.01m;
        string what = $"{total} {total.Missing}, read {generated.Observed}, reported {generated.Reported}, lag {generated.Lag}";
        if (isCalendar && total.Start >= generated.Observed)
        {
            Assert.True(total.Missing == MissingReason.Stale || IsAbsent(total), what);
            return;
        }

        if (total.Inches is not { } inches)
        {
            Assert.True(IsAbsent(total) || (total.Missing == MissingReason.Stale && generated.IsBefore(total.Period)) || (total.Missing == MissingReason.Stale && generated.IsFirstHoursFor(total.Period)), what);
            return;
        }

        if (total.Period != RainfallPeriod.LastYear)
        {
            // The feed's thirty days begin up to an hour beside the window, whose start is approximate.
            bool isThirtyDays = total.Period == RainfallPeriod.ThirtyDays;
            decimal truth = step * generated.Rain.Steps(total.Start!.Value - (isThirtyDays ? Hour : TimeSpan.Zero), Earlier(total.End!.Value, generated.Observed));
            decimal known = !isMonthClass ? truth : step * generated.Rain.Steps(
                isThirtyDays ? generated.Reported.AddDays(-30) : total.Start.Value, Earlier(total.End.Value, generated.Observed - generated.Lag));
            bool isUnproven = isMonthClass && generated.IsFirstHoursFor(total.Period);
            Assert.True(inches == known || (isUnproven && inches <= truth + step), $"{what}, true {truth}");
            Assert.True(total.LowerBoundInches is not { } least || (least <= truth && least > inches), $"{what}, at least {total.LowerBoundInches}, true {truth}");
        }

        Assert.True(total.Conflicts.All(conflict => generated.Lag > TimeSpan.Zero && (isMonthClass || IsLate(conflict))), $"{what}, {string.Join(' ', total.Conflicts)}");
        bool endsEarly = isCalendar && total.End - generated.Observed > Hour;
        Assert.True(total.MeasuredUntil == (endsEarly ? generated.Observed : null), $"{what}, measured until {total.MeasuredUntil}");
    }

    // The days of the first five, and what fell since midnight, prove a month that lags by more than their steps.
    private static void CheckFound(RainfallTotal month, Case generated)
    {
        DateOnly day = CentralTime.DayOf(generated.Observed);
        if (month.Missing is null && day.Day <= 5 && day == CentralTime.DayOf(generated.Reported) && month.Start <= generated.Observed - generated.Lag
            && generated.Rain.Steps(generated.Observed - generated.Lag, generated.Observed) > day.Day)
        {
            decimal truth = 0.01m * generated.Rain.Steps(month.Start!.Value, generated.Observed);
            Assert.True(month.Conflicts.Count > 0 && month.LowerBoundInches == truth, $"{month}, lag {generated.Lag}, at least {month.LowerBoundInches}, true {truth}");
        }
    }

    // The tool's line and the exported row have each statement, and none that the total does not have.
    private static void CheckSaid(RainfallTotal[] totals, DateTimeOffset now)
    {
        string[] lines = CsvAsync(totals).GetAwaiter().GetResult();
        string[] columns = lines[0].Split(',');
        foreach ((RainfallTotal total, string line) in totals.Zip(lines[1..]))
        {
            string[] cells = line.Split(',');
            string Cell(string column) => cells[Array.IndexOf(columns, column)];
            string said = OutputFormatter.Of(total, now, RainUnit.Inches);
            string least = total.LowerBoundInches?.ToString(CultureInfo.InvariantCulture) ?? "";
            Assert.Equal(least, Cell("lower_bound_in"));
            Assert.Equal(string.Join(' ', total.Conflicts), Cell("conflicts"));
            Assert.Equal(total.MeasuredUntil is null, Cell("measured_until_utc").Length == 0);
            Assert.Equal(total.LowerBoundInches is not null, said.Contains($", at least {least} in by other totals of this gauge (", StringComparison.Ordinal));
            Assert.Equal(total.LowerBoundInches is null && total.Conflicts.Count > 0, said.Contains(", contradicts other totals of this gauge (", StringComparison.Ordinal));
            Assert.Equal(total.MeasuredUntil is not null, said.Contains(", measured until ", StringComparison.Ordinal));
            Assert.All(total.Conflicts, conflict => Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{conflict} {conflict.Inches} in"), said, StringComparison.Ordinal));
        }
    }

    private static async Task<string[]> CsvAsync(RainfallTotal[] totals)
    {
        using MemoryStream csv = new();
        await RainfallExport.WriteCsvAsync(csv, totals);
        return Encoding.UTF8.GetString(csv.ToArray()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsAbsent(RainfallTotal total) =>
        total.Missing == MissingReason.NotInFeed && (!total.Site.Id.IsLcra || Array.IndexOf(Absent, total.Period) >= 0);

    private static bool IsLate(RainfallConflict conflict) =>
        Array.IndexOf(MonthClass, conflict.Period) >= 0 || conflict.Parts.Any(part => Array.IndexOf(MonthClass, part) >= 0);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    /// <summary>A report of one seed: any time, the first minutes of a month or year, or a gauge that fell silent; the month class may lag.</summary>
    private sealed class Case
    {
        private static readonly TimeSpan FirstHours = TimeSpan.FromHours(2);

        public Case(ulong seed)
        {
            RandomSource random = new(seed);
            int kind = random.Next(4);
            int month = kind == 2 ? 1 : random.Pick([1, 3, 6, 11]);
            DateTimeOffset midnight = CentralTime.StartOfDay(new DateOnly(2026, month, 1).AddDays(kind is 1 or 2 ? 0 : random.Next(31)));
            Observed = CentralTime.At(midnight.AddMinutes(random.Next(kind is 1 or 2 ? 150 : 23 * 60)));
            Reported = CentralTime.At(Observed.AddMinutes(kind == 3 ? random.Next(20 * 24 * 60) : random.Next(15)));

            // A stamp of the repeated hour has no offset. Long after it, nothing shows that it is of the second pass.
            Observed = CentralTime.Resolve(Observed.DateTime, Reported);
            Lag = random.OneIn(2) ? TimeSpan.Zero : TimeSpan.FromMinutes(15 + random.Next(106));
            Rain = TrueRain.Showers(random, Observed, random.Pick([2, 6, 40]));
            Report = Rain.Report(Observed, Reported, Lag);
        }

        public DateTimeOffset Observed { get; }

        public DateTimeOffset Reported { get; }

        public TimeSpan Lag { get; }

        public TrueRain Rain { get; }

        public RainfallReport Report { get; }

        /// <summary>Tells whether the observation is of a day, month or year before that of the report.</summary>
        public bool IsBefore(RainfallPeriod period)
        {
            DateOnly observed = CentralTime.DayOf(Observed);
            DateOnly reported = CentralTime.DayOf(Reported);
            return (period == RainfallPeriod.SinceMidnight && observed < reported)
                || (period == RainfallPeriod.ThisMonth && (observed.Year, observed.Month) != (reported.Year, reported.Month))
                || (period == RainfallPeriod.ThisYear && observed.Year != reported.Year);
        }

        public bool IsFirstHoursFor(RainfallPeriod period)
        {
            DateOnly day = CentralTime.DayOf(Observed);
            bool isOfYear = period == RainfallPeriod.ThisYear || period == RainfallPeriod.LastYear;
            return (isOfYear || period == RainfallPeriod.ThirtyDays || period == RainfallPeriod.ThisMonth || period == RainfallPeriod.LastMonth)
                && Observed - CentralTime.StartOfDay(new DateOnly(day.Year, isOfYear ? 1 : day.Month, 1)) < FirstHours;
        }
    }
}
