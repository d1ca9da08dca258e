using System.Reflection;
using GitOps.Tests.Rendering;
using Lcra.Hydromet;

namespace GitOps.Tests.Site;

/// <summary>The settings of the site, as the tree gives them and as the site reads them.</summary>
internal static class SiteSettings
{
    // What ASP.NET Core and .NET read themselves; and what the tree reads, to write it into the Ingress.
    private static readonly string[] OfThePlatform = ["ASPNETCORE_ENVIRONMENT", "ASPNETCORE_HTTP_PORTS", "AllowedHosts", "DOTNET_EnableDiagnostics", "DOTNET_GCHeapHardLimitPercent", "DOTNET_gcServer", "Logging__Console__FormatterName", "OTEL_SERVICE_NAME"];
    private static readonly string[] OfTheTree = ["ARCHIVE_DATABASE", "NAMESPACE", "PUBLIC_HOST"];

    /// <summary>Gets the names that something reads, as they are in the environment.</summary>
    public static IReadOnlyCollection<string> Read { get; } = [.. OfThePlatform, .. OfTheTree, .. OfTheSite()];

    public static IEnumerable<KubernetesObject> Maps(Target target) =>
        target.OfKind("ConfigMap").Where(map => map.Name.StartsWith("rainfall-config-", StringComparison.Ordinal));

    private static IEnumerable<string> OfTheSite()
    {
        Assembly site = typeof(Program).Assembly;
        Type options = site.GetType("RainfallSite.Settings.SiteOptions", throwOnError: true)!;
        return site.GetType("RainfallSite.Settings.SettingNames", throwOnError: true)!
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => ((string)field.GetRawConstantValue()!).Replace(":", "__", StringComparison.Ordinal))
            .Concat(new[] { options, typeof(HydrometClientOptions), typeof(HydrometCacheOptions) }
                .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                .Select(property => "Hydromet__" + property.Name))
            .Concat(site.GetType("RainfallSite.Archive.ArchiveSettings", throwOnError: true)!.GetProperties().Select(property => "Archive__" + property.Name));
    }
}
