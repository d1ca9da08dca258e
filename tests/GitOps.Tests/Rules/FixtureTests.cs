using GitOps.Tests.Rendering;

namespace GitOps.Tests.Rules;

/// <summary>Faults that somebody could make in a file: each is found by its rule, and by no other but those that it breaks as well.</summary>
public sealed class FixtureTests
{
    [KustomizeTheory]
    [InlineData("N1-bare-image", "R6")]
    [InlineData("N2-mutable-config", "R9")]
    [InlineData("N3-two-counts", "R19")]
    [InlineData("N4-secret-in-clear", "R25")]
    [InlineData("N5-host-path", "R11")]
    [InlineData("N6-common-labels", "R1", "R21", "R24", "R40")]
    [InlineData("N7-wrong-host", "R22")]
    [InlineData("N8-old-flux", "R3", "R4")]
    [InlineData("N9-setting-twice", "R39")]
    [InlineData("N10-two-writers", "R47")]
    public void A_fault_is_caught_by_its_rule_alone(string fixture, params string[] rules)
    {
        Target target = new(Trees.Checkout, "tests/GitOps.Tests/Invalid/" + fixture, "prod");

        Assert.Equal(0, target.Render.ExitCode);
        Assert.Equal(rules.Order(StringComparer.Ordinal), RuleBook.All.Where(rule => rule.Value(target).Any()).Select(rule => rule.Key).Order(StringComparer.Ordinal));
    }
}
