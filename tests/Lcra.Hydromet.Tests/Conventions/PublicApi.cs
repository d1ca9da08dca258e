using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>Writes down what an assembly shows to the outside, one member a line.</summary>
internal static class PublicApi
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new (Type Type, string Keyword)[]
    {
        (typeof(void), "void"), (typeof(object), "object"), (typeof(string), "string"), (typeof(bool), "bool"), (typeof(byte), "byte"),
        (typeof(int), "int"), (typeof(long), "long"), (typeof(double), "double"), (typeof(decimal), "decimal"),
    }.ToDictionary(known => known.Type, known => known.Keyword);

    public static string Print(Assembly assembly) =>
        string.Join("\n\n", assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal).Select(Print));

    private static string Print(Type type)
    {
        IEnumerable<string> members = type.IsEnum
            ? Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}")
            : type.GetMembers(PublicSurface.Declared).Select(Line).OfType<string>().Order(StringComparer.Ordinal);
        Type[] bases = type.IsEnum || type.BaseType is null || type.BaseType == typeof(object) || type.IsValueType ? [] : [type.BaseType];
        string[] all = [.. bases.Concat(type.IsEnum ? [] : type.GetInterfaces()).Select(Name).Order(StringComparer.Ordinal)];
        string head = $"{Kind(type)} {type.FullName}{(all.Length == 0 ? "" : " : " + string.Join(", ", all))}";
        return string.Join("\n    ", members.Prepend(head));
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => type.GetMethod("<Clone>$") is null ? "sealed class" : "sealed record",
        _ => "class",
    };

    private static string? Line(MemberInfo member) => member switch
    {
        FieldInfo { IsPublic: true, IsLiteral: true } field => $"const {Name(field.FieldType)} {field.Name} = {Value(field.GetRawConstantValue())}",
        FieldInfo { IsPublic: true } field => $"{Static(field.IsStatic)}{Name(Nullability.Create(field))} {field.Name}",
        ConstructorInfo made when PublicSurface.IsVisible(made) && !made.IsStatic => $"new({Parameters(made.GetParameters())})",
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(PublicSurface.IsVisible) => Line(property),
        MethodInfo method when PublicSurface.IsVisible(method) && !PublicSurface.IsMadeByTheCompiler(method) && !IsAccessor(method) =>
            $"{Static(method.IsStatic)}{Name(Nullability.Create(method.ReturnParameter))} {method.Name}{Generic(method)}({This(method)}{Parameters(method.GetParameters())})",
        _ => null,
    };

    private static string Line(PropertyInfo property)
    {
        MethodInfo accessor = property.GetAccessors(nonPublic: true).First(PublicSurface.IsVisible);
        string set = property.SetMethod is not { } setter || !PublicSurface.IsVisible(setter) ? "" : PublicSurface.IsInitOnly(setter) ? " init;" : " set;";
        string required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        string name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{Parameters(index)}]" : property.Name;
        return $"{required}{Static(accessor.IsStatic)}{Name(Nullability.Create(property))} {name} {{{(property.CanRead ? " get;" : "")}{set} }}";
    }

    private static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    private static string This(MethodInfo method) => method.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Generic(MethodInfo method) =>
        method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    private static string Parameters(ParameterInfo[] parameters) => string.Join(", ", parameters.Select(parameter =>
        $"{(parameter.IsOut ? "out " : "")}{Name(Nullability.Create(parameter))} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : "")}"));

    private static string Default(ParameterInfo parameter) =>
        parameter.ParameterType.IsEnum ? $"{Enum.ToObject(parameter.ParameterType, parameter.RawDefaultValue!)}"
        : parameter is { RawDefaultValue: null, ParameterType.IsValueType: true } ? "default" : Value(parameter.RawDefaultValue);

    private static string Value(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Name(NullabilityInfo info)
    {
        Type type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        string mark = !type.IsValueType && Nullable.GetUnderlyingType(type) is null && (info.ReadState == NullabilityState.Nullable || info.WriteState == NullabilityState.Nullable) ? "?" : "";
        string name = info.ElementType is { } element && type.IsArray ? Name(element) + "[]"
            : info.GenericTypeArguments.Length > 0 && Nullable.GetUnderlyingType(type) is null
                ? $"{Bare(type)}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>" : Name(type);
        return name + mark;
    }

    private static string Name(Type type) =>
        Keywords.TryGetValue(type, out string? keyword) ? keyword
        : Nullable.GetUnderlyingType(type) is { } inner ? Name(inner) + "?"
        : type.IsArray ? Name(type.GetElementType()!) + "[]"
        : type.IsGenericType ? $"{Bare(type)}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    private static string Bare(Type type) => type.Name.Split('`')[0];
}
