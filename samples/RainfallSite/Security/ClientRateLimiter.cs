using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace RainfallSite.Security;

/// <summary>
/// So many requests a minute for each client. It remembers at most <see cref="MaxClients"/> of them: in a flood from
/// more, the newcomers pass, because politeness may not cost memory or shut people out.
/// </summary>
internal sealed class ClientRateLimiter(int requestsPerMinute, TimeProvider clock)
{
    public const int MaxClients = 50_000;
    private const int NetworkBytes = 8;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<IPAddress, int> _spent = [];
    private long _since = clock.GetTimestamp();

    /// <summary>Takes one request from a client's allowance.</summary>
    /// <returns>Null when there was one; else how long until there is again.</returns>
    public TimeSpan? Take(IPAddress? address)
    {
        IPAddress client = ClientOf(address);
        lock (_lock)
        {
            TimeSpan elapsed = clock.GetElapsedTime(_since);
            if (elapsed >= Minute)
            {
                _spent.Clear();
                (_since, elapsed) = (clock.GetTimestamp(), TimeSpan.Zero);
            }

            if (_spent.Count >= MaxClients && !_spent.ContainsKey(client))
            {
                return null;
            }

            ref int spent = ref CollectionsMarshal.GetValueRefOrAddDefault(_spent, client, out _);
            if (spent < requestsPerMinute)
            {
                spent++;
                return null;
            }

            return Minute - elapsed;
        }
    }

    // One household or host gets a /64 of IPv6, so that is one client.
    private static IPAddress ClientOf(IPAddress? address)
    {
        if (address is null)
        {
            return IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        byte[] network = address.GetAddressBytes();
        Array.Clear(network, NetworkBytes, network.Length - NetworkBytes);
        return new IPAddress(network);
    }
}
