using Lcra.Hydromet;
using Microsoft.Extensions.Configuration;
using RainfallSite.Alerts;

namespace RainfallSite.Tests.Operations;

public class AlertSettingsTests
{
    [Fact]
    public void Without_a_receiver_nothing_is_watched() => Assert.Null(Read());

    [Fact]
    public void Thresholds_receiver_and_command_are_read()
    {
        RainfallAlertOptions options = Read(("Over", " 3018:24_hour:2.00 ; COA:950:1_hour:1.00:0.50;"), ("Webhook", "https://alerts.example.org/rain"), ("Run", "/opt/send --all"))!;

        Assert.Equal(
            [new RainfallThreshold(SiteId.Parse("3018"), RainfallPeriod.TwentyFourHours, 2.00m), new RainfallThreshold(SiteId.Parse("COA:950"), RainfallPeriod.OneHour, 1.00m, 0.50m)],
            options.Thresholds);
        Assert.Equal(("https://alerts.example.org/rain", "/opt/send", "--all"), (options.Webhook!.ToString(), options.Program, options.Arguments));
    }

    [Theory]
    [InlineData("Alerts__Over must be thresholds", "Over", "3018:24_hour")]
    [InlineData("Alerts__Over must be thresholds", "Over", "3018:25_hour:1.00")]
    [InlineData("nobody gets their alerts", "Over", "3018:24_hour:1.00")]
    [InlineData("Alerts__Webhook must be an https address", "Webhook", "http://example.org/secret")]
    [InlineData("Alerts__Webhook must be an https address", "Webhook", "secret")]
    public void A_setting_that_is_not_valid_is_named_without_a_secret(string message, string name, string value)
    {
        InvalidOperationException invalid = Assert.Throws<InvalidOperationException>(() => Read((name, value)));

        Assert.Contains(message, invalid.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", invalid.Message, StringComparison.Ordinal);
    }

    private static RainfallAlertOptions? Read(params (string Name, string Value)[] settings) => AlertSettings.Read(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>($"Alerts:{setting.Name}", setting.Value))).Build());
}
