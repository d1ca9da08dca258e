using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Tests.Time;

public class CentralZoneTests
{
    private static readonly TimeZoneInfo Chicago = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    [Fact]
    public void A_machine_that_knows_the_zone_by_its_windows_name_alone_will_do() =>
        Assert.Same(Chicago, CentralZone.Find(name => name == "Central Standard Time" ? Chicago : null));

    [Fact]
    public void A_machine_without_the_zone_says_what_to_install() =>
        Assert.Contains("tzdata", Assert.Throws<TimeZoneNotFoundException>(() => CentralZone.Find(_ => null)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(0)]
    [InlineData(-6)]
    public void Wrong_data_under_the_right_name_are_found(int offsetHours)
    {
        TimeZoneInfo wrong = TimeZoneInfo.CreateCustomTimeZone("America/Chicago", TimeSpan.FromHours(offsetHours), displayName: null, standardDisplayName: null);

        Assert.Contains("are wrong", Assert.Throws<TimeZoneNotFoundException>(() => CentralZone.Find(_ => wrong)).Message, StringComparison.Ordinal);
    }
}
