using System.Reflection;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet.Tests.Arguments;

/// <summary>A null argument throws at once, with the name of the parameter.</summary>
public sealed class NullArgumentTests
{
    private static readonly NullabilityInfoContext Nullability = new();

    public static TheoryData<string, string> Parameters
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (MethodBase method in Methods)
            {
                foreach (ParameterInfo parameter in method.GetParameters().Where(MayNotBeNull))
                {
                    data.Add(Name(method), parameter.Name!);
                }
            }

            return data;
        }
    }

    private static IEnumerable<MethodBase> Methods =>
        from type in typeof(HydrometClient).Assembly.GetExportedTypes()
        where !type.IsInterface && !IsOfTheSerializer(type) && !type.IsSubclassOf(typeof(Exception)) && !type.IsSubclassOf(typeof(Delegate))
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Concat<MethodBase>(IsRecord(type) ? [] : type.GetConstructors())
        where method.Name is not (nameof(Equals) or nameof(GetHashCode)) && (!method.IsSpecialName || method.IsConstructor || method.Name == "get_Item")
        select method.IsGenericMethodDefinition ? ((MethodInfo)method).MakeGenericMethod(typeof(RainfallTotal)) : method;

    [Theory]
    [MemberData(nameof(Parameters))]
    public async Task A_null_is_refused_by_the_name_of_its_parameter(string method, string parameter)
    {
        MethodBase chosen = Methods.Single(candidate => Name(candidate) == method && candidate.GetParameters().Any(one => one.Name == parameter));
        object?[] arguments = [.. chosen.GetParameters().Select(other => other.Name == parameter ? null : ArgumentSamples.Of(other.ParameterType))];

        ArgumentNullException refusal = await Assert.ThrowsAsync<ArgumentNullException>(async () =>
        {
            if (Invoke(chosen, arguments) is Task task)
            {
                await task;
            }
        });

        Assert.Equal(parameter, refusal.ParamName);
    }

    private static object? Invoke(MethodBase method, object?[] arguments) => method switch
    {
        ConstructorInfo constructor => constructor.Invoke(BindingFlags.DoNotWrapExceptions, null, arguments, null),
        _ => method.Invoke(method.IsStatic ? null : ArgumentSamples.Of(method.DeclaringType!), BindingFlags.DoNotWrapExceptions, null, arguments, null),
    };

    // The serializer calls these and passes what it has.
    private static bool IsOfTheSerializer(Type type) => type.IsSubclassOf(typeof(JsonConverter)) || type.IsSubclassOf(typeof(JsonSerializerContext));

    // A record is a result: the library creates it, and callers do not pass it.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool MayNotBeNull(ParameterInfo parameter) =>
        !parameter.ParameterType.IsValueType && !parameter.IsOut && Nullability.Create(parameter).WriteState == NullabilityState.NotNull;

    private static string Name(MethodBase method) =>
        $"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", method.GetParameters().Select(parameter => parameter.ParameterType.Name))})";
}
