using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Lcra.Hydromet.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>What a real connection can do, through the client as a container makes it.</summary>
public class FaultTests
{
    [Theory]
    [InlineData("HTTP/1.1 403 Forbidden\nContent-Length: 0\nConnection: close", HydrometFailureKind.Blocked, false, 1)]
    [InlineData("HTTP/1.1 503 Service Unavailable\ncf-mitigated: challenge\nContent-Length: 0\nConnection: close", HydrometFailureKind.Blocked, false, 1)]
    [InlineData("HTTP/1.1 404 Not Found\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, false, 1)]
    [InlineData("HTTP/1.1 503 Service Unavailable\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, true, 3)]
    [InlineData("HTTP/1.1 429 Too Many Requests\nRetry-After: 0\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, true, 3)]
    [InlineData("HTTP/1.1 429 Too Many Requests\nRetry-After: Thu, 01 Jan 2026 00:00:00 GMT\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, true, 3)]
    [InlineData("HTTP/1.1 429 Too Many Requests\nRetry-After: 3600\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, true, 1)]
    [InlineData("HTTP/1.1 429 Too Many Requests\nRetry-After: Thu, 01 Jan 2088 00:00:00 GMT\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, true, 1)]
    [InlineData("HTTP/1.1 200 OK\nContent-Length: 5000\nConnection: close", HydrometFailureKind.Truncated, true, 3)]
    [InlineData("HTTP/1.1 301 Moved Permanently\nLocation: /media/LakeLevel.csv\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, false, 6)]
    [InlineData("HTTP/1.1 302 Found\nLocation: http://example.invalid/media/LakeLevel.csv\nContent-Length: 0\nConnection: close", HydrometFailureKind.HttpError, false, 1)]
    public async Task A_failure_has_its_kind_and_is_tried_again_only_when_it_may_pass(string answer, HydrometFailureKind kind, bool transient, int requests)
    {
        await using LoopbackServer server = LoopbackServer.Saying(answer);

        HydrometException failure = await FailureAsync(server.Address);

        Assert.Equal((kind, transient, requests), (failure.Kind, failure.IsTransient, server.Requests));
    }

    [Theory]
    [InlineData("<html><title>Just a moment...</title></html>", HydrometFailureKind.Blocked)]
    [InlineData("<html><title>Down for maintenance</title></html>", HydrometFailureKind.WebPage)]
    [InlineData("Site,Lake,Date Time\r\n", HydrometFailureKind.Unreadable)]
    public async Task A_response_that_is_not_a_feed_says_what_it_is(string body, HydrometFailureKind kind)
    {
        await using LoopbackServer server = new(async (_, stream, token) => await stream.WriteAsync(LoopbackServer.Ok(Encoding.UTF8.GetBytes(body)), token));

        Assert.Equal(kind, (await FailureAsync(server.Address)).Kind);
    }

    [Fact]
    public async Task A_wait_that_does_not_fit_is_passed_on_with_its_length()
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 503 Service Unavailable\nRetry-After: 120\nContent-Length: 0\nConnection: close");

        HydrometException failure = await FailureAsync(server.Address);

        Assert.Equal(TimeSpan.FromSeconds(120), failure.RetryAfter);
        Assert.Contains("It asks to wait 120 seconds.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_drips_is_timed_out_attempt_by_attempt()
    {
        await using LoopbackServer server = new(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nSite,Lake"u8.ToArray(), token);
            await Task.Delay(Timeout.Infinite, token);
        });

        HydrometException failure = await FailureAsync(server.Address, options => options.AttemptTimeout = TimeSpan.FromSeconds(1));

        Assert.Equal((HydrometFailureKind.TimedOut, 3), (failure.Kind, server.Requests));
    }

    [Fact]
    public async Task Attempts_end_when_the_total_time_is_over()
    {
        await using LoopbackServer server = new(async (_, _, token) => await Task.Delay(Timeout.Infinite, token));

        HydrometException failure = await FailureAsync(server.Address, options =>
        {
            options.AttemptTimeout = TimeSpan.FromSeconds(1);
            options.TotalTimeout = TimeSpan.FromSeconds(1.5);
        });

        Assert.Equal(HydrometFailureKind.TimedOut, failure.Kind);
        Assert.InRange(server.Requests, 1, 2);
    }

    [Fact]
    public async Task A_small_response_that_unpacks_to_a_huge_one_is_refused_and_not_tried_again()
    {
        using MemoryStream bomb = new();
        await using (GZipStream gzip = new(bomb, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await gzip.WriteAsync(new byte[4 * 1024 * 1024]);
        }

        await using LoopbackServer server = LoopbackServer.Saying(
            $"HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: {bomb.Length}\nConnection: close", bomb.ToArray());

        HydrometException failure = await FailureAsync(server.Address, options => options.MaxResponseBytes = 1024 * 1024);

        Assert.Equal((HydrometFailureKind.TooLarge, false, 1), (failure.Kind, failure.IsTransient, server.Requests));
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_never_accepted()
    {
        await using LoopbackServer server = new(async (_, stream, token) => await stream.WriteAsync(LoopbackServer.Ok(FeedFile.Read(HydrometFeed.LakeLevels, "plain")), token), tls: true);

        HydrometException failure = await FailureAsync(server.Address);

        Assert.Equal((HydrometFailureKind.UntrustedCertificate, false, 0), (failure.Kind, failure.IsTransient, server.Requests));
    }

    [Fact]
    public async Task Nobody_listening_is_unreachable()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        HydrometException failure = await FailureAsync(new Uri($"http://127.0.0.1:{port}/"));

        Assert.Equal((HydrometFailureKind.Unreachable, true), (failure.Kind, failure.IsTransient));
    }

    [Fact]
    public async Task A_response_that_comes_at_the_third_try_counts()
    {
        int asked = 0;
        await using LoopbackServer server = new(async (_, stream, token) => await stream.WriteAsync(
            Interlocked.Increment(ref asked) < 3 ? "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray() : LoopbackServer.Ok(FeedFile.Read(HydrometFeed.LakeLevels, "plain")),
            token));

        Assert.Equal(3, (await AskAsync(server.Address)).Lakes.Count);
    }

    [Fact]
    public async Task A_redirect_on_the_configured_host_is_followed()
    {
        await using LoopbackServer server = new(async (request, stream, token) => await stream.WriteAsync(
            request.Contains("/media/", StringComparison.Ordinal)
                ? "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere.csv\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray()
                : LoopbackServer.Ok(FeedFile.Read(HydrometFeed.LakeLevels, "plain")),
            token));

        Assert.Equal(3, (await AskAsync(server.Address)).Lakes.Count);
    }

    [Fact]
    public async Task Zero_retries_turn_them_off()
    {
        await using LoopbackServer server = LoopbackServer.Saying("HTTP/1.1 503 Service Unavailable\nContent-Length: 0\nConnection: close");

        await FailureAsync(server.Address, options => options.MaxRetryAttempts = 0);

        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task The_callers_cancellation_during_a_retry_stays_a_cancellation()
    {
        using CancellationTokenSource source = new();
        await using LoopbackServer server = new(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), token);
            await source.CancelAsync();
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AskAsync(server.Address, options => options.RetryDelay = TimeSpan.FromSeconds(20), source.Token));
    }

    private static Task<HydrometException> FailureAsync(Uri address, Action<HydrometClientOptions>? configure = null) =>
        Assert.ThrowsAnyAsync<HydrometException>(() => AskAsync(address, configure));

    private static async Task<LakeReport> AskAsync(Uri address, Action<HydrometClientOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        ServiceCollection services = new();
        services.AddHydrometClient(options =>
        {
            options.BaseAddress = address;
            options.RetryDelay = TimeSpan.FromMilliseconds(1);
            configure?.Invoke(options);
        });
        await using ServiceProvider provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<HydrometClient>().GetLakeLevelsAsync(cancellationToken);
    }
}
