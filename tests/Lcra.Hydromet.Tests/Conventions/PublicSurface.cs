using System.Reflection;
using System.Runtime.CompilerServices;
using Lcra.Hydromet.Replay;

namespace Lcra.Hydromet.Tests.Conventions;

/// <summary>What both packages show to the outside, by reflection.</summary>
internal static class PublicSurface
{
    public const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static Assembly Library => typeof(HydrometClient).Assembly;

    public static Assembly Replay => typeof(ReplayHandler).Assembly;

    public static IEnumerable<Type> Types => Library.GetExportedTypes().Concat(Replay.GetExportedTypes());

    public static IEnumerable<MethodInfo> Methods =>
        Types.SelectMany(type => type.GetMethods(Declared)).Where(method => IsVisible(method) && !IsMadeByTheCompiler(method));

    public static IEnumerable<PropertyInfo> Properties =>
        Types.SelectMany(type => type.GetProperties(Declared)).Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible));

    public static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    public static bool IsMadeByTheCompiler(MemberInfo member) =>
        member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) || member.Name.Contains('<', StringComparison.Ordinal);

    public static bool IsInitOnly(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    public static string Name(MemberInfo member) => $"{member.DeclaringType!.Name}.{member.Name}";
}
