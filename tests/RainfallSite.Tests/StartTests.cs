using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests;

public sealed class StartTests : IDisposable
{
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task Development_serves_the_recording_and_says_when_it_was_made()
    {
        _site.With("environment", "Development").With("Hydromet:Source", "");

        string page = await _site.GetStringAsync("/?site=3018&period=24_hour");

        Assert.Contains("2.81 inches", page, StringComparison.Ordinal);
        Assert.Contains("This is a recording, not live:</strong> the storm of October 1 and 2, 2026, as it was at 7:00 am CDT on Friday, October 2, 2026.", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hydromet:Source", "Sometimes", "Hydromet:Source")]
    [InlineData("Hydromet:BaseAddress", "ftp://127.0.0.1/", "Hydromet__BaseAddress must be an absolute http or https address")]
    [InlineData("Hydromet:RefreshInterval", "00:00:00", "Hydromet__RefreshInterval must be between one second and one day")]
    public async Task An_invalid_setting_stops_the_start_and_is_named(string setting, string value, string message)
    {
        InvalidOperationException failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _site.With(setting, value).GetStringAsync("/"));

        Assert.Contains(message, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_are_requested_from_the_base_address()
    {
        List<Uri> requested = [];
        _site.With("Hydromet:BaseAddress", "http://127.0.0.1:9/cache").With(request =>
        {
            lock (requested)
            {
                requested.Add(request.RequestUri!);
            }

            return null;
        });

        await _site.GetStringAsync("/");

        Assert.Contains(new Uri("http://127.0.0.1:9/cache/media/Rainfall.csv"), requested);
    }

    [Fact]
    public async Task Under_a_path_base_every_link_stays_below_it()
    {
        _site.With("PathBase", "/rainfall");

        string page = await _site.GetStringAsync("/rainfall/?site=3018");

        Assert.Contains("href=\"/rainfall/site.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/rainfall/api/rainfall/3018\"", page, StringComparison.Ordinal);
        Assert.Contains("<a class=\"brand\" href=\"/rainfall/\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_are_read_once_and_their_files_are_not_watched()
    {
        IConfigurationRoot configuration = (IConfigurationRoot)_site.Services.GetRequiredService<IConfiguration>();

        FileConfigurationProvider[] files = [.. configuration.Providers.OfType<FileConfigurationProvider>()];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.False(file.Source.ReloadOnChange, $"{file.Source.Path} is watched."));
    }

    public void Dispose() => _site.Dispose();
}
