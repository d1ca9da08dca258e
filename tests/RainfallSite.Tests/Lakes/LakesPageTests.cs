using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Lakes;

public sealed class LakesPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("Buchanan 1019.75 −0.01 99% 874,751 61 days ago (old)")]
    [InlineData("LBJ 824.56 +0.03 – – 61 days ago (old)")]
    [InlineData("Travis 681.02 −0.01 100% 1,115,457 61 days ago (old)")]
    public async Task Each_lake_has_its_level_its_age_and_a_dash_for_what_is_not_given(string row) =>
        Assert.Contains(row, PageText.Rows(await site.GetStringAsync("/lakes")));

    [Fact]
    public async Task Old_levels_are_said_to_be_old() =>
        Assert.Contains("These levels are old", PageText.Words(await site.GetStringAsync("/lakes")), StringComparison.Ordinal);

    [Fact]
    public async Task A_dam_has_the_water_above_and_below_it() =>
        Assert.Contains("Mansfield Dam (Lake Travis) 675.08 491.98 6 minutes ago", PageText.Rows(await site.GetStringAsync("/lakes")));
}
