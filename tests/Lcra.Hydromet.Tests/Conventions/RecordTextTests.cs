using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>Every public record prints invariant text with units, and compares by value.</summary>
public class RecordTextTests
{
    private static readonly (string Ending, string Unit)[] Units = [("Inches", " in"), ("Feet", " ft"), ("Kilometers", " km")];

    public static TheoryData<Type> Records =>
        [.. typeof(HydrometClient).Assembly.GetExportedTypes().Where(IsRecord).Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(DailyRainfall)) : type)];

    [Fact]
    public void There_are_records_to_check() => Assert.True(Records.Count > 20);

    [Theory]
    [MemberData(nameof(Records))]
    public async Task It_prints_the_same_in_every_culture(Type type)
    {
        object record = Sample(type, await GaugeAsync())!;
        string invariant = Print(record, "");

        Assert.Equal(invariant, Print(record, "de-DE"));
        Assert.Equal(invariant, Print(record, "ar-SA"));
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task It_prints_no_names_of_types_and_no_members_in_braces(Type type)
    {
        string text = Print(Sample(type, await GaugeAsync())!, "de-DE");

        Assert.NotEmpty(text);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lcra.Hydromet", text, StringComparison.Ordinal);
        Assert.DoesNotContain(" = ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("`1", text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task An_amount_that_it_prints_has_its_unit(Type type)
    {
        string text = Print(Sample(type, await GaugeAsync())!, "de-DE");
        foreach ((string ending, string unit) in Units)
        {
            bool measures = type.GetProperties().Any(property => property.Name.EndsWith(ending, StringComparison.Ordinal)) && text.Contains("1234.5", StringComparison.Ordinal);
            Assert.True(!measures || text.Contains(unit, StringComparison.Ordinal), $"{type.Name} prints {text} without{unit}.");
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public async Task Two_with_the_same_values_in_lists_of_their_own_are_equal(Type type)
    {
        RainfallGauge gauge = await GaugeAsync();
        object one = Sample(type, gauge)!;
        object other = Sample(type, gauge)!;

        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public async Task A_mean_has_no_more_than_four_decimals()
    {
        RainfallReport report = await TestReports.ReportAsync();

        Assert.InRange(AreaRainfall.Of(report.Gauges, RainfallPeriod.TwentyFourHours).MeanInches!.Value.Scale, 0, 4);
    }

    [Fact]
    public async Task A_total_without_a_window_says_so()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.OneHour) with { Inches = null, Missing = MissingReason.Blank, Start = null, End = null };

        Assert.EndsWith("no amount (Blank), window unknown", total.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_total_has_an_amount_or_a_reason_and_never_both()
    {
        RainfallTotal total = (await TestReports.ReportAsync()).Total("3018", RainfallPeriod.OneHour);

        Assert.Throws<ArgumentException>(() => total with { Missing = MissingReason.Blank });
        Assert.Throws<ArgumentException>(() => total with { Inches = null, Missing = MissingReason.Blank } with { Inches = 1 });
    }

    private static async Task<RainfallGauge> GaugeAsync() => (await TestReports.ReportAsync()).Find(SiteId.Parse("3018"))!;

    private static bool IsRecord(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly) is not null;

    private static string Print(object record, string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return record.ToString()!;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static object? Sample(Type type, RainfallGauge gauge) => Nullable.GetUnderlyingType(type) is { } underlying ? Sample(underlying, gauge)
        : type == typeof(decimal) ? 1234.5m
        : type == typeof(int) ? 1234
        : type == typeof(long) ? 1234L
        : type == typeof(bool) ? true
        : type == typeof(string) ? "text"
        : type == typeof(DateOnly) ? new DateOnly(2026, 9, 30)
        : type == typeof(DateTimeOffset) ? TestReports.Central(10, 2, 6, 55)
        : type == typeof(TimeSpan) ? TimeSpan.FromMinutes(90)
        : type == typeof(SiteId) ? SiteId.Parse("LCRA:3018")
        : type == typeof(RainfallPeriod) ? RainfallPeriod.TwentyFourHours
        : type == typeof(HydrometFeed) ? HydrometFeed.Rainfall
        : type == typeof(HydrometException) ? Failure
        : type == typeof(RainfallGauge) ? gauge
        : type.IsEnum ? Enum.GetValues(type).Cast<object>().Last()
        : type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? List(type.GetGenericArguments()[0], gauge)
        : IsRecord(type) ? Create(type, gauge)
        : throw new NotSupportedException($"The test has no value of {type}.");

    private static HydrometException Failure { get; } = new("down") { Kind = HydrometFailureKind.TimedOut };

    private static IList List(Type item, RainfallGauge gauge)
    {
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        list.Add(Sample(item, gauge));
        return list;
    }

    private static object Create(Type type, RainfallGauge gauge)
    {
        object record = RuntimeHelpers.GetUninitializedObject(type);
        foreach (PropertyInfo property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.SetMethod is not null && !(type == typeof(RainfallTotal) && property.Name == nameof(RainfallTotal.Missing))))
        {
            property.SetValue(record, Sample(property.PropertyType, gauge));
        }

        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic).Where(field => field.Name.StartsWith('<') && type.GetProperty(field.Name[1..field.Name.IndexOf('>', StringComparison.Ordinal)])?.SetMethod is null))
        {
            field.SetValue(record, Sample(field.FieldType, gauge));
        }

        return record;
    }
}
