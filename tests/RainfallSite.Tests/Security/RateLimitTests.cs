using System.Net;
using RainfallSite.Security;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

public sealed class RateLimitTests : IDisposable
{
    private readonly SiteFixture _site = new();
    private readonly ManualTimeProvider _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task Who_asks_too_often_is_told_when_there_is_room_again()
    {
        _site.With("RateLimit:RequestsPerMinute", "2");
        await _site.GetStringAsync("/api/sites");
        await _site.GetStringAsync("/?site=3018");
        _site.Clock.Advance(TimeSpan.FromSeconds(20));

        using HttpResponseMessage response = await _site.GetAsync("/api/sites");

        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal(TimeSpan.FromSeconds(40), response.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/icon.svg")]
    public async Task Health_and_static_files_are_free(string address)
    {
        _site.With("RateLimit:RequestsPerMinute", "1");
        await _site.GetStringAsync("/api/sites");

        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public void The_next_minute_has_room_again()
    {
        ClientRateLimiter allowance = new(1, _clock);
        allowance.Take(IPAddress.Loopback);
        Assert.NotNull(allowance.Take(IPAddress.Loopback));

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Null(allowance.Take(IPAddress.Loopback));
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1", true)]
    [InlineData("203.0.113.1", "203.0.113.2", false)]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public void A_client_is_an_address_or_a_64_of_ipv6(string one, string other, bool same)
    {
        ClientRateLimiter allowance = new(1, _clock);
        allowance.Take(IPAddress.Parse(one));

        Assert.Equal(same, allowance.Take(IPAddress.Parse(other)) is not null);
    }

    [Fact]
    public void A_flood_of_clients_costs_no_more_memory_and_shuts_nobody_out()
    {
        ClientRateLimiter allowance = new(1, _clock);
        for (int client = 0; client < ClientRateLimiter.MaxClients; client++)
        {
            allowance.Take(new IPAddress(client + 1));
        }

        IPAddress newcomer = IPAddress.Parse("203.0.113.1");
        allowance.Take(newcomer);

        Assert.Null(allowance.Take(newcomer));
        Assert.NotNull(allowance.Take(new IPAddress(1)));
    }

    public void Dispose() => _site.Dispose();
}
