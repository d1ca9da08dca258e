using System.Net;
using RainfallSite.Security;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

public sealed class RateLimitTests : IDisposable
{
    private readonly SiteFixture _site = new();

    [Fact]
    public async Task A_client_over_the_limit_gets_a_problem_that_says_when_to_retry()
    {
        _site.With("RateLimit:RequestsPerMinute", "2");
        await _site.GetStringAsync("/api/sites");
        await _site.GetStringAsync("/?site=3018");

        using HttpResponseMessage response = await _site.GetAsync("/api/sites");

        Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/icon.svg")]
    public async Task Health_and_static_files_are_exempt(string address)
    {
        _site.With("RateLimit:RequestsPerMinute", "1");
        await _site.GetStringAsync("/api/sites");

        using HttpResponseMessage response = await _site.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.1", "203.0.113.1", true)]
    [InlineData("203.0.113.1", "203.0.113.2", false)]
    [InlineData("203.0.113.1", "::ffff:203.0.113.1", true)]
    [InlineData("2001:db8:0:100::1", "2001:db8:0:1ff:ffff::2", true)]
    [InlineData("2001:db8:0:100::1", "2001:db8:0:200::1", false)]
    public async Task A_client_is_an_address_of_IPv4_or_a_56_of_IPv6(string one, string other, bool same)
    {
        _site.With("RateLimit:RequestsPerMinute", "1").With("ForwardedHeaders:KnownNetworks", "127.0.0.0/8");
        await StatusAsync(one);

        HttpStatusCode status = await StatusAsync(other);

        // Different clients share a limiter once in 16,384 pairs.
        Assert.Equal(same ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK, status);
    }

    [Fact]
    public async Task The_clients_of_one_48_of_IPv6_share_a_ceiling()
    {
        _site.With("RateLimit:RequestsPerMinute", "1").With("ForwardedHeaders:KnownNetworks", "127.0.0.0/8");
        List<HttpStatusCode> statuses = [];
        for (int client = 0; client < 64; client++)
        {
            statuses.Add(await StatusAsync($"2001:db8:0:{client:x}00::1"));
        }

        Assert.InRange(statuses.Count(status => status == HttpStatusCode.OK), RateLimit.MaxClientsPerSite - 1, RateLimit.MaxClientsPerSite);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("2001:db8:1::1"));
    }

    [Fact]
    public async Task One_address_for_all_requests_is_a_warning_until_there_is_another()
    {
        _site.With("RateLimit:RequestsPerMinute", "1000").With("ForwardedHeaders:KnownNetworks", "127.0.0.0/8");
        for (int i = 0; i < ClientAddresses.MinRequests; i++)
        {
            Assert.Contains("\"warnings\":[]", await _site.GetStringAsync("/readyz"), StringComparison.Ordinal);
            await StatusAsync("203.0.113.1");
        }

        Assert.Contains("All requests come from 203.0.113.1", await _site.GetStringAsync("/readyz"), StringComparison.Ordinal);
        await StatusAsync("203.0.113.2");
        Assert.Contains("\"warnings\":[]", await _site.GetStringAsync("/readyz"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_flood_of_clients_gets_no_more_limiters_than_the_maximum()
    {
        HashSet<int> partitions = [.. Enumerable.Range(0, 10 * ClientPartition.MaxPartitions).Select(client => ClientPartition.Of(new IPAddress(client), ClientPartition.ClientBits))];

        Assert.All(partitions, partition => Assert.InRange(partition, 0, ClientPartition.MaxPartitions - 1));
        Assert.InRange(partitions.Count, ClientPartition.MaxPartitions - 100, ClientPartition.MaxPartitions);
    }

    public void Dispose() => _site.Dispose();

    private async Task<HttpStatusCode> StatusAsync(string client)
    {
        using HttpResponseMessage response = await _site.GetAsync("/text/3018/24_hour.txt", ("X-Forwarded-For", client));
        return response.StatusCode;
    }
}
