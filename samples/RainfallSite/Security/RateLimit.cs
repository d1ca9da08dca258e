using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using RainfallSite.Settings;

namespace RainfallSite.Security;

/// <summary>Limits the requests of one client in a minute, when a limit is configured. Health routes and static files are exempt.</summary>
internal static partial class RateLimit
{
    /// <summary>How many clients of one IPv6 /48 can use their whole limit together.</summary>
    public const int MaxClientsPerSite = 16;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimit(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ClientAddresses>();
        if (Read(builder.Configuration) is not { } requestsPerMinute)
        {
            return;
        }

        builder.Services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, int>(context =>
                    Limit(ClientPartition.Of(context.Connection.RemoteIpAddress, ClientPartition.ClientBits), requestsPerMinute)),
                PartitionedRateLimiter.Create<HttpContext, int>(context => ClientPartition.IsIPv6(context.Connection.RemoteIpAddress)
                    ? Limit(ClientPartition.Of(context.Connection.RemoteIpAddress, ClientPartition.SiteBits), requestsPerMinute * MaxClientsPerSite)
                    : RateLimitPartition.GetNoLimiter(-1)));
            options.OnRejected = (context, _) =>
            {
                TimeSpan wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan known) ? known : Window;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
        });
    }

    public static void UseRateLimit(this WebApplication app)
    {
        if (Read(app.Configuration) is null)
        {
            return;
        }

        ClientAddresses addresses = app.Services.GetRequiredService<ClientAddresses>();
        if (string.IsNullOrWhiteSpace(app.Configuration[SettingNames.KnownNetworks]))
        {
            LogNoKnownNetworks(app.Logger, SettingNames.InEnvironment(SettingNames.RequestsPerMinute), SettingNames.InEnvironment(SettingNames.KnownNetworks));
        }

        app.Use((context, next) =>
        {
            addresses.Record(context);
            return next(context);
        });
        app.UseRateLimiter();
    }

    /// <summary>Counts a request that is served before the pipeline; tells whether it is within the limit.</summary>
    public static Func<HttpContext, bool> RateLimitAdmission(this WebApplication app)
    {
        if (Read(app.Configuration) is null)
        {
            return _ => true;
        }

        ClientAddresses addresses = app.Services.GetRequiredService<ClientAddresses>();
        PartitionedRateLimiter<HttpContext> limiter = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        return context =>
        {
            using RateLimitLease lease = limiter.AttemptAcquire(context);
            if (lease.IsAcquired)
            {
                addresses.Record(context);
            }

            return lease.IsAcquired;
        };
    }

    [LoggerMessage(2, LogLevel.Warning, "{Limit} is set without {Networks}: behind a proxy, all visitors share one limit.")]
    private static partial void LogNoKnownNetworks(ILogger logger, string limit, string networks);

    private static RateLimitPartition<int> Limit(int partition, int requests) =>
        RateLimitPartition.GetFixedWindowLimiter(partition, _ => new FixedWindowRateLimiterOptions { PermitLimit = requests, Window = Window });

    private static int? Read(IConfiguration configuration) => configuration[SettingNames.RequestsPerMinute] switch
    {
        null or "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= int.MaxValue / MaxClientsPerSite => number,
        var text => throw SettingNames.Invalid(SettingNames.RequestsPerMinute, "a whole number above zero, or not be set", text),
    };
}
