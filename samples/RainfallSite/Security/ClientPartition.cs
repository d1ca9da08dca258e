using System.Net;
using System.Net.Sockets;

namespace RainfallSite.Security;

/// <summary>Assigns clients to a fixed number of rate limiters, so that a flood of addresses does not cost more memory.</summary>
/// <remarks>Two clients that share a limiter share its requests. Which ones do differs from process to process.</remarks>
internal static class ClientPartition
{
    public const int MaxPartitions = 16_384;

    /// <summary>The prefix of one client: a household or a host gets up to a /56 of IPv6.</summary>
    public const int ClientBits = 56;

    /// <summary>The prefix of one customer of a provider.</summary>
    public const int SiteBits = 48;

    /// <summary>Tells whether an address is one of IPv6, whose owner has many others.</summary>
    public static bool IsIPv6(IPAddress? address) => address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false };

    /// <summary>Gets the partition of an address.</summary>
    /// <param name="address">The address; null for an unknown one.</param>
    /// <param name="prefixBits">How many bits of an IPv6 address count; of IPv4 all do.</param>
    public static int Of(IPAddress? address, int prefixBits)
    {
        IPAddress client = address switch
        {
            null => IPAddress.None,
            { IsIPv4MappedToIPv6: true } => address.MapToIPv4(),
            _ => address,
        };
        Span<byte> bytes = stackalloc byte[16];
        client.TryWriteBytes(bytes, out int length);
        HashCode hash = default;
        hash.AddBytes(bytes[..(IsIPv6(client) ? prefixBits / 8 : length)]);
        return (int)((uint)hash.ToHashCode() % MaxPartitions);
    }
}
