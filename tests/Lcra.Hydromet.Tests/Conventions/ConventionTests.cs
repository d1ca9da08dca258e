using System.Reflection;

namespace Lcra.Hydromet.Tests.Conventions;

public class ConventionTests
{
    private static readonly Type[] Promises = [typeof(Task), typeof(Task<>), typeof(ValueTask), typeof(ValueTask<>), typeof(IAsyncEnumerable<>)];

    private static readonly string[] Units =
        ["Inches", "Feet", "AcreFeet", "CubicFeetPerSecond", "Fahrenheit", "Celsius", "Percent", "PercentFull", "Volts", "Kilometers", "Degrees", "Years"];

    private static readonly Dictionary<string, string> WithoutUnit = new(StringComparer.Ordinal)
    {
        ["HistoryRecord.OtherValue1"] = "The unit is the parameter's, as that of value1.",
        ["HistoryRecord.Value1"] = "The unit is the parameter's, and LCRA's own name is value1.",
        ["HistoryRecord.Value2"] = "The unit is the parameter's, and LCRA's own name is value2.",
        ["HistoryRecord.Value3"] = "The unit is the parameter's, and LCRA's own name is value3.",
        ["RainEvent.Coverage"] = "A share from 0 to 1 has no unit.",
        ["ReturnPeriod.Factor"] = "A factor has no unit.",
        ["SeriesTotal.Coverage"] = "A share from 0 to 1 has no unit.",
        ["Coordinates.Latitude"] = "A latitude is in degrees the world over.",
        ["Coordinates.Longitude"] = "A longitude is in degrees the world over.",
        ["Site.Latitude"] = "A latitude is in degrees the world over.",
        ["Site.Longitude"] = "A longitude is in degrees the world over.",
    };

    private static IEnumerable<MethodInfo> AsyncMethods =>
        PublicSurface.Methods.Where(method => Promises.Contains(Open(method.ReturnType)) && method.GetBaseDefinition() == method);

    [Fact]
    public void Async_methods_end_in_Async()
    {
        Assert.NotEmpty(AsyncMethods);
        Nothing(AsyncMethods.Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal)));
    }

    [Fact]
    public void Async_methods_take_an_optional_cancellation_token_last() =>
        Nothing(AsyncMethods.Where(method => method.Name != nameof(IAsyncDisposable.DisposeAsync)).Where(method =>
            method.GetParameters().LastOrDefault() is not { IsOptional: true } last || last.ParameterType != typeof(CancellationToken)));

    [Fact]
    public void No_signature_has_a_DateTime_but_the_conversions_of_Central_time() =>
        Nothing(PublicSurface.Types.Where(type => type != typeof(CentralTime)).SelectMany(type => type.GetMembers(PublicSurface.Declared)).OfType<MethodBase>()
            .Where(method => PublicSurface.IsVisible(method) && Signature(method).Any(type => Mentions(type, typeof(DateTime)))));

    [Fact]
    public void Classes_are_sealed_or_static_but_for_the_base_of_the_exceptions() =>
        Nothing(PublicSurface.Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type != typeof(HydrometException)));

    [Fact]
    public void Amounts_end_in_their_unit() =>
        Nothing(Amounts.Where(property => !HasUnit(property) && !WithoutUnit.ContainsKey(PublicSurface.Name(property))));

    [Fact]
    public void Every_exception_from_the_units_is_needed() =>
        Assert.Equal(
            WithoutUnit.Keys.Order(StringComparer.Ordinal),
            Amounts.Where(property => !HasUnit(property)).Select(PublicSurface.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Only_options_can_be_set_after_they_are_made() =>
        Nothing(PublicSurface.Properties.Where(property =>
            property.SetMethod is { } setter && PublicSurface.IsVisible(setter) && !PublicSurface.IsInitOnly(setter)
            && !property.DeclaringType!.Name.EndsWith("Options", StringComparison.Ordinal)));

    [Fact]
    public void No_field_can_be_set() =>
        Nothing(PublicSurface.Types.Where(type => !type.IsEnum).SelectMany(type => type.GetFields())
            .Where(field => field is { IsLiteral: false, IsInitOnly: false }));

    private static IEnumerable<PropertyInfo> Amounts =>
        PublicSurface.Properties.Where(property => Inner(property.PropertyType) is var type && (type == typeof(decimal) || type == typeof(double)));

    private static bool HasUnit(PropertyInfo property) => Array.Exists(Units, unit => property.Name.EndsWith(unit, StringComparison.Ordinal));

    private static Type Inner(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static Type Open(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static IEnumerable<Type> Signature(MethodBase method)
    {
        IEnumerable<Type> parameters = method.GetParameters().Select(parameter => parameter.ParameterType);
        return method is MethodInfo { ReturnType: var answer } ? parameters.Append(answer) : parameters;
    }

    private static bool Mentions(Type type, Type other) =>
        type == other || (type.HasElementType && Mentions(type.GetElementType()!, other)) || type.GetGenericArguments().Any(part => Mentions(part, other));

    private static void Nothing(IEnumerable<MemberInfo> offenders) =>
        Assert.Empty(offenders.Select(member => member is Type type ? type.Name : PublicSurface.Name(member)));
}
