using System.Net;
using System.Net.Sockets;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Connects to the first of a host's addresses that accepts (RFC 8305), so that a silent address costs a moment and not the attempt.</summary>
internal static class HappyEyeballs
{
    private static readonly TimeSpan Head = TimeSpan.FromMilliseconds(250);

    public static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken).ConfigureAwait(false);
        return new NetworkStream(await RaceAsync(addresses, context.DnsEndPoint.Port, cancellationToken).ConfigureAwait(false), ownsSocket: true);
    }

    /// <summary>Connects to each address, a quarter of a second after the one before; the first connection wins.</summary>
    public static async Task<Socket> RaceAsync(IReadOnlyList<IPAddress> addresses, int port, CancellationToken cancellationToken)
    {
        using CancellationTokenSource decided = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        List<Task<Socket>> attempts = [.. Alternate(addresses).Select((address, place) => ConnectAsync(new IPEndPoint(address, port), place * Head, decided.Token))];
        await foreach (Task<Socket> ended in Task.WhenEach(attempts).ConfigureAwait(false))
        {
            if (ended.IsCompletedSuccessfully)
            {
                attempts.Remove(ended);
                await decided.CancelAsync().ConfigureAwait(false);
                foreach (Task<Socket> late in attempts)
                {
                    _ = late.ContinueWith(lost => lost.Result.Dispose(), CancellationToken.None, TaskContinuationOptions.OnlyOnRanToCompletion, TaskScheduler.Default);
                }

                return await ended.ConfigureAwait(false);
            }
        }

        return attempts.Count > 0 ? await attempts[0].ConfigureAwait(false) : throw new SocketException((int)SocketError.HostNotFound);
    }

    /// <summary>Alternates the address families, in the order that the resolver prefers.</summary>
    private static IEnumerable<IPAddress> Alternate(IReadOnlyList<IPAddress> addresses)
    {
        Queue<IPAddress> preferred = new(addresses.Where(address => address.AddressFamily == addresses[0].AddressFamily));
        Queue<IPAddress> others = new(addresses.Where(address => address.AddressFamily != addresses[0].AddressFamily));
        while (preferred.Count + others.Count > 0)
        {
            if (preferred.TryDequeue(out IPAddress? address))
            {
                yield return address;
            }

            if (others.TryDequeue(out IPAddress? other))
            {
                yield return other;
            }
        }
    }

    private static async Task<Socket> ConnectAsync(IPEndPoint endpoint, TimeSpan delay, CancellationToken cancellationToken)
    {
        await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        Socket socket = new(endpoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(endpoint, cancellationToken).ConfigureAwait(false);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
