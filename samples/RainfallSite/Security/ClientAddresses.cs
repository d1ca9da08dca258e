using System.Net;
using Microsoft.AspNetCore.RateLimiting;
using RainfallSite.Settings;

namespace RainfallSite.Security;

/// <summary>
/// Notices when every request comes from one address although a rate limit is on: then a proxy hides the visitors, and they
/// share one limit.
/// </summary>
internal sealed partial class ClientAddresses(ILogger<ClientAddresses> logger)
{
    public const int MinRequests = 100;
    private IPAddress? _only;
    private int _requests;
    private volatile bool _several;

    /// <summary>Gets the warning; null while there is no reason for one.</summary>
    public string? Warning => !_several && Volatile.Read(ref _requests) >= MinRequests
        ? $"All requests come from {_only}, so all visitors share one rate limit. Set {SettingNames.InEnvironment(SettingNames.KnownNetworks)} to the networks of your proxy."
        : null;

    /// <summary>Records a request that counts for the limit.</summary>
    public void Record(HttpContext context)
    {
        if (_several
            || context.Connection.RemoteIpAddress is not { } address
            || context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null)
        {
            return;
        }

        if (!(Interlocked.CompareExchange(ref _only, address, null) ?? address).Equals(address))
        {
            _several = true;
        }
        else if (Interlocked.Increment(ref _requests) == MinRequests && Warning is { } warning)
        {
            LogWarning(warning);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "{Warning}")]
    private partial void LogWarning(string warning);
}
