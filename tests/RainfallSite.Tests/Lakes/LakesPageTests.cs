using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Lakes;

public sealed class LakesPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("Buchanan 1018.51 Fri, Oct 2, 6:55 am at the dam, GetDataForAllSites – 99% of Sat, Aug 1, 2026 874,751 of Sat, Aug 1, 2026")]
    [InlineData("LBJ 824.25 Fri, Oct 2, 6:55 am at the dam, GetDataForAllSites – – –")]
    [InlineData("Travis 675.08 Fri, Oct 2, 6:55 am at the dam, GetDataForAllSites – 100% of Sat, Aug 1, 2026 1,115,457 of Sat, Aug 1, 2026")]
    public async Task Each_lake_has_its_newest_level_with_its_source_and_its_storage_with_its_date(string row) =>
        Assert.Contains(row, PageText.Rows(await site.GetStringAsync("/lakes")));

    [Fact]
    public async Task A_level_older_than_a_day_is_dated_and_comes_last()
    {
        using SiteFixture old = new();
        old.With(RecordedBodies.With("\"head\"", "\"heads\""));

        string page = await old.GetStringAsync("/lakes");

        Assert.Contains("Some levels are old", PageText.Words(page), StringComparison.Ordinal);
        Assert.Contains("Travis 681.02 of 8:30 pm CDT on Saturday, August 1, 2026 LakeLevel.csv −0.01 100% 1,115,457", PageText.Rows(page));
    }

    [Fact]
    public async Task A_dam_has_the_water_above_and_below_it() =>
        Assert.Contains("Mansfield Dam (Lake Travis) 675.08 491.98 Fri, Oct 2, 6:55 am", PageText.Rows(await site.GetStringAsync("/lakes")));
}
