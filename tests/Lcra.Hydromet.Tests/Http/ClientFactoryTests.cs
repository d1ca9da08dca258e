using System.Net;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>A client without a container.</summary>
public class ClientFactoryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_body_that_stalls_ends_with_the_callers_own_timeout()
    {
        await using LoopbackServer server = Stalling();
        using HttpClient http = new() { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(1) };
        using HydrometClient client = new(http);

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync().WaitAsync(Patience));

        Assert.Equal((HydrometFailureKind.TimedOut, true), (failure.Kind, failure.IsTransient));
    }

    [Fact]
    public async Task A_body_that_stalls_ends_with_the_attempts_of_a_created_client()
    {
        await using LoopbackServer server = Stalling();
        using HydrometClient client = HydrometClient.Create(Settings(server, options => options.AttemptTimeout = TimeSpan.FromSeconds(0.5)));

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync().WaitAsync(Patience));

        Assert.Equal((HydrometFailureKind.TimedOut, 3), (failure.Kind, server.Requests));
    }

    [Fact]
    public async Task A_created_client_retries_and_says_who_it_is()
    {
        string asked = "";
        int requests = 0;
        await using LoopbackServer server = new(async (request, stream, token) =>
        {
            asked = request;
            await stream.WriteAsync(
                Interlocked.Increment(ref requests) < 3 ? "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray() : LoopbackServer.Ok(FeedFile.Read(HydrometFeed.LakeLevels, "plain")),
                token);
        });
        using HydrometClient client = HydrometClient.Create(Settings(server, options => options.Contact = "rain@example.org"));

        LakeReport report = await client.GetLakeLevelsAsync();

        Assert.Equal(3, report.Lakes.Count);
        Assert.Matches(@"User-Agent: Lcra\.Hydromet/\S+ \(rain@example\.org\)", asked);
    }

    [Fact]
    public async Task Settings_that_change_later_change_nothing()
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 503 Service Unavailable\nContent-Length: 0\nConnection: close");
        HydrometClientOptions options = Settings(server);
        using HydrometClient client = HydrometClient.Create(options);
        options.MaxRetryAttempts = 0;

        await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync());

        Assert.Equal(3, server.Requests);
    }

    [Fact]
    public void An_invalid_setting_is_refused_when_the_client_is_created() =>
        Assert.Contains("MaxRetryAttempts", Assert.Throws<ArgumentException>(() => HydrometClient.Create(new HydrometClientOptions { MaxRetryAttempts = 11 })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Jürgen", "U+00FC")]
    [InlineData("me\r\nX-Other: 1", "U+000D")]
    [InlineData("me\0", "U+0000")]
    [InlineData("back\\slash", "U+005C")]
    public void A_contact_that_no_header_carries_is_refused_with_the_reason(string contact, string says) =>
        Assert.Contains(says, Assert.Throws<ArgumentException>(() => HydrometClient.Create(new HydrometClientOptions { Contact = contact })).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("https://example.org/rain")]
    [InlineData("A. Person (night shift) <a@example.org>")]
    [InlineData(" ")]
    public void A_contact_of_printable_letters_is_taken(string contact)
    {
        using HydrometClient client = HydrometClient.Create(new HydrometClientOptions { Contact = contact });

        Assert.NotNull(client);
    }

    [Fact]
    public async Task Disposing_the_client_leaves_the_callers_http_client_open()
    {
        using HttpClient http = new(TestReports.Feeds());
        new HydrometClient(http).Dispose();

        using HttpResponseMessage response = await http.GetAsync(new Uri("http://127.0.0.1:9/" + HydrometFeed.Rainfall.Path));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_disposed_created_client_refuses_requests()
    {
        HydrometClient client = HydrometClient.Create();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetLakeLevelsAsync());
    }

    private static HydrometClientOptions Settings(LoopbackServer server, Action<HydrometClientOptions>? configure = null)
    {
        HydrometClientOptions options = new() { BaseAddress = server.Address, RetryDelay = TimeSpan.FromMilliseconds(1) };
        configure?.Invoke(options);
        return options;
    }

    private static LoopbackServer Stalling() => new(async (_, stream, token) =>
    {
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nSite,Lake"u8.ToArray(), token);
        await Task.Delay(Timeout.Infinite, token);
    });
}
