using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace GitOps.Tests.Site;

/// <summary>A name server on a loopback port that gives one IPv4 and one IPv6 address for every name, or no response at all.</summary>
internal sealed class NameServer : IAsyncDisposable
{
    private const int TypeA = 1;
    private const int TypeAaaa = 28;
    private readonly UdpClient _socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;
    private int _questionsForIPv6;

    public NameServer() => _loop = ServeAsync();

    public IPEndPoint Address => (IPEndPoint)_socket.Client.LocalEndPoint!;

    public IPAddress IPv4 { get; set; } = IPAddress.Loopback;

    public bool IsDown { get; set; }

    public int QuestionsForIPv6 => _questionsForIPv6;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult query = await _socket.ReceiveAsync(_stop.Token);
                if (!IsDown)
                {
                    await _socket.SendAsync(Answer(query.Buffer), query.RemoteEndPoint, _stop.Token);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    /// <summary>The question again, with one record whose name points back to it.</summary>
    private byte[] Answer(byte[] query)
    {
        int end = Array.IndexOf(query, (byte)0, 12) + 5;
        int type = BinaryPrimitives.ReadUInt16BigEndian(query.AsSpan(end - 4));
        Assert.Contains(type, new[] { TypeA, TypeAaaa });
        if (type == TypeAaaa)
        {
            Interlocked.Increment(ref _questionsForIPv6);
        }

        byte[] address = (type == TypeA ? IPv4 : IPAddress.IPv6Loopback).GetAddressBytes();
        byte[] answer = [.. query[..end], 0xC0, 12, 0, (byte)type, 0, 1, 0, 0, 0, 1, 0, (byte)address.Length, .. address];
        // A response without an error, with one question and one record.
        new byte[] { 0x81, 0x80, 0, 1, 0, 1, 0, 0, 0, 0 }.CopyTo(answer, 2);
        return answer;
    }
}
