using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>Every rule for one rendered target, by its number; what it gives back is what is wrong.</summary>
internal static class RuleBook
{
    public static IReadOnlyDictionary<string, Func<Target, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<Target, IEnumerable<string>>>(StringComparer.Ordinal)
    {
        ["R1"] = ObjectRules.RendersCleanly,
        ["R3"] = ObjectRules.KnownVersions,
        ["R4"] = ObjectRules.OwnNamespace,
        ["R5"] = ObjectRules.NoDuplicates,
        ["R6"] = ImageRules.PinnedImages,
        ["R9"] = ConfigRules.ImmutableConfig,
        ["R10"] = ReferenceRules.ReferencesExist,
        ["R11"] = PodSecurityRules.Restricted,
        ["R12"] = PodSecurityRules.ReadOnlyRoot,
        ["R13"] = PodSecurityRules.NoToken,
        ["R14"] = ProbeRules.ThreeProbes,
        ["R15"] = ProbeRules.GracefulStop,
        ["R16"] = RolloutRules.NothingUnavailable,
        ["R17"] = RolloutRules.FitsTheQuota,
        ["R18"] = RolloutRules.StaysUp,
        ["R19"] = RolloutRules.OneOwnerOfTheCount,
        ["R20"] = NetworkRules.DenyByDefault,
        ["R21"] = SelectorRules.StableSelectors,
        ["R22"] = NetworkRules.OneHost,
        ["R23"] = ObjectRules.NothingToSubstitute,
        ["R24"] = SourceRules.NoDeprecatedFields,
        ["R25"] = SecretRules.SecretsAreEncrypted,
        ["R27"] = FluxRules.Kustomizations,
        ["R28"] = FluxRules.Namespaces,
        ["R37"] = NetworkRules.NoPlaceholder,
        ["R38"] = FluxRules.SuspendedUntilDeployed,
        ["R39"] = SourceRules.NoSettingTwice,
        ["R40"] = RolloutRules.SpreadIsAccepted,
        ["R41"] = RolloutRules.MemoryAddsUp,
        ["R42"] = RolloutRules.CanaryKeepsCapacity,
        ["R43"] = FluxRules.ReadyMeansServing,
        ["R47"] = ArchiveRules.OneWriter,
        ["R48"] = ArchiveRules.JobsEnd,
        ["R49"] = ArchiveRules.MigratedFirst,
        ["R51"] = AlertRules.OnWhatIsThere,
    };

    public static void Holds(string rule, IEnumerable<Target> targets) =>
        Assert.Empty(targets.SelectMany(target => All[rule](target).Select(fault => $"{rule} {target}: {fault}")));
}
