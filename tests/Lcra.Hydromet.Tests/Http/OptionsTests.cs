using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Tests.Http;

public class OptionsTests
{
    [Theory]
    [InlineData("BaseAddress", "ftp://127.0.0.1/", "BaseAddress must be an absolute http or https address")]
    [InlineData("MaxRetryAttempts", "-1", "MaxRetryAttempts")]
    [InlineData("AttemptTimeout", "00:00:00", "AttemptTimeout must be between")]
    [InlineData("AttemptTimeout", "00:01:00", "must not be longer than TotalTimeout")]
    [InlineData("TotalTimeout", "2.00:00:00", "TotalTimeout must be between")]
    [InlineData("MaxResponseBytes", "0", "MaxResponseBytes")]
    [InlineData("Contact", "Jürgen", "Contact is sent in an HTTP header")]
    [InlineData("MaxRetryAttemps", "5", "'MaxRetryAttemps' in the configuration's root is not a setting. Did you mean 'MaxRetryAttempts'?")]
    [InlineData("refreshintervall", "00:15:00", "Did you mean 'RefreshInterval'?")]
    [InlineData("Hydromet:MaxRetryAttempts", "5", "Pass a section, such as configuration.GetSection(\"Hydromet\"), and not the root.")]
    public void A_bad_setting_is_refused_at_the_start_and_named(string setting, string value, string says)
    {
        using ServiceProvider provider = Provide((setting, value));

        OptionsValidationException failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate());

        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RetryDelay", "00:00:00")]
    [InlineData("RetryDelay", "00:01:00")]
    [InlineData("AttemptTimeout", "00:00:00.1")]
    [InlineData("AttemptTimeout", "00:00:30")]
    [InlineData("TotalTimeout", "01:00:00")]
    [InlineData("totaltimeout", "00:00:20")]
    [InlineData("RefreshInBackground", "true")]
    [InlineData("Mine", "1")]
    public void A_setting_at_its_bound_is_taken(string setting, string value)
    {
        using ServiceProvider provider = Provide((setting, value));

        Assert.Null(Record.Exception(() => provider.GetRequiredService<IStartupValidator>().Validate()));
    }

    [Fact]
    public void Every_setting_has_its_key()
    {
        string[] keys = [.. Lcra.Hydromet.Feeds.Internal.ConfigurationKeys.OfClient.Names, .. HydrometCacheServiceCollectionExtensions.Keys.Names];

        Assert.Equal(
            typeof(HydrometClientOptions).GetProperties().Concat(typeof(HydrometCacheOptions).GetProperties()).Select(property => property.Name).Order(StringComparer.Ordinal),
            keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_defaults_are_those_of_the_documentation()
    {
        using ServiceProvider provider = Provide();

        HydrometClientOptions options = provider.GetRequiredService<IOptions<HydrometClientOptions>>().Value;

        Assert.Equal(
            ("https://hydromet.lcra.org/", 2, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), 16 * 1024 * 1024),
            (options.BaseAddress.AbsoluteUri, options.MaxRetryAttempts, options.AttemptTimeout, options.TotalTimeout, options.MaxResponseBytes));
    }

    [Fact]
    public void Settings_come_from_configuration()
    {
        using ServiceProvider provider = Provide(("BaseAddress", "http://127.0.0.1:9/"), ("Contact", "https://example.org/rain"));

        using HttpClient http = provider.GetRequiredService<IHttpClientFactory>().CreateClient(HydrometClient.HttpClientName);

        Assert.Equal("http://127.0.0.1:9/", provider.GetRequiredService<IOptions<HydrometClientOptions>>().Value.BaseAddress.AbsoluteUri);
        Assert.EndsWith("(https://example.org/rain)", http.DefaultRequestHeaders.UserAgent.ToString(), StringComparison.Ordinal);
        Assert.Equal(Timeout.InfiniteTimeSpan, http.Timeout);
    }

    private static ServiceProvider Provide(params (string Setting, string Value)[] settings)
    {
        IConfiguration configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(pair => KeyValuePair.Create(pair.Setting, (string?)pair.Value)))
            .Build();
        ServiceCollection services = new();
        services.AddHydrometClient(configuration, "Mine");
        return services.BuildServiceProvider();
    }
}
