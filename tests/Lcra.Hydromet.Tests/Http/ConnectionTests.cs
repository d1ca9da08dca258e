using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using Lcra.Hydromet.Http.Internal;
using Lcra.Hydromet.Tests.Support;

namespace Lcra.Hydromet.Tests.Http;

/// <summary>Connections that fail before there is a response.</summary>
public class ConnectionTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] FirstAndRedirected = ["/media/LakeLevel.csv", "/elsewhere"];

    // A fatal alert (internal_error), and a proxy that speaks plain HTTP on the TLS port.
    public static TheoryData<byte[]> Handshakes => [[], [0x15, 0x03, 0x03, 0x00, 0x02, 0x02, 0x50], "HTTP/1.1 503 Service Unavailable\r\n\r\n"u8.ToArray(), [0x16, 0x03, 0x03, 0x01, 0x00, 0x02]];

    [Theory]
    [MemberData(nameof(Handshakes))]
    [SuppressMessage("Reliability", "CA2025", Justification = "The listener is stopped, and the task awaited, before the listener is disposed.")]
    public async Task A_handshake_that_breaks_off_is_transient_and_retried(byte[] reply)
    {
        int connections = 0;
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync(listener, async socket =>
        {
            connections++;
            await socket.ReceiveAsync(new byte[64]);
            await socket.SendAsync(reply);
        });
        using HydrometClient client = Client(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

        HydrometException failure = await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync().WaitAsync(Patience));
        listener.Stop();
        await serving;

        Assert.True(failure.Kind is HydrometFailureKind.Unreachable or HydrometFailureKind.Truncated, failure.Message);
        Assert.Equal((true, 3), (failure.IsTransient, connections));
    }

    [Fact]
    public async Task A_silent_address_costs_a_moment_when_another_one_serves()
    {
        if (!OperatingSystem.IsLinux())
        {
            // Only Linux has more than one loopback address without setup.
            return;
        }

        using TcpListener serving = new(IPAddress.Loopback, 0);
        serving.Start();
        int port = ((IPEndPoint)serving.LocalEndpoint).Port;
        IPAddress silent = IPAddress.Parse("127.0.0.2");
        using Socket full = new(SocketType.Stream, ProtocolType.Tcp);
        full.Bind(new IPEndPoint(silent, port));
        full.Listen(0);
        List<Socket> fillers = [.. Enumerable.Range(0, 4).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp))];
        Task[] filling = [.. fillers.Select(filler => filler.ConnectAsync(silent, port))];
        using CancellationTokenSource patience = new(Patience);

        using Socket connected = await HappyEyeballs.RaceAsync([silent, IPAddress.Loopback], port, patience.Token);

        Assert.Equal(IPAddress.Loopback, ((IPEndPoint)connected.RemoteEndPoint!).Address.MapToIPv4());
        Assert.Contains(filling, filler => !filler.IsCompleted);
        fillers.ForEach(filler => filler.Dispose());
        await Task.WhenAll(filling).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task When_every_address_refuses_the_refusal_is_reported()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        int port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();

        SocketException failure = await Assert.ThrowsAsync<SocketException>(() => HappyEyeballs.RaceAsync([IPAddress.Loopback, IPAddress.Loopback], port, CancellationToken.None));

        Assert.Equal(SocketError.ConnectionRefused, failure.SocketErrorCode);
    }

    [Fact]
    public async Task A_retry_after_a_redirect_asks_the_configured_address_again()
    {
        List<string> asked = [];
        await using LoopbackServer server = new(async (request, stream, token) =>
        {
            string path = request.Split(' ')[1];
            asked.Add(path);
            await stream.WriteAsync(
                path == "/elsewhere" ? "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray()
                : "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(),
                token);
        });
        using HydrometClient client = Client(server.Address);

        await Assert.ThrowsAsync<HydrometException>(() => client.GetLakeLevelsAsync());

        Assert.Equal(Enumerable.Repeat(FirstAndRedirected, 3).SelectMany(path => path), asked);
    }

    private static HydrometClient Client(Uri address) =>
        HydrometClient.Create(new HydrometClientOptions { BaseAddress = address, RetryDelay = TimeSpan.FromMilliseconds(1) });

    private static async Task ServeAsync(TcpListener listener, Func<Socket, Task> serve)
    {
        try
        {
            while (true)
            {
                using Socket socket = await listener.AcceptSocketAsync();
                await serve(socket);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
