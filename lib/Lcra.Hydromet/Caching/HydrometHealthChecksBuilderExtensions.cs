using Lcra.Hydromet;
using Lcra.Hydromet.Caching.Internal;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the health check of the cache.</summary>
public static class HydrometHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a health check of the <see cref="HydrometCache"/> that <c>AddHydrometCache</c> registers. It reads the cache and sends no request.
    /// Healthy: each feed's last refresh succeeded and its report is recent. Degraded: a feed fails or its report is too old, and there is a
    /// rainfall report. Unhealthy: there is no rainfall report.
    /// </summary>
    /// <remarks>
    /// The data have two entries a feed: <c>Rainfall.csv.ageMinutes</c>, the age of its report in minutes (a <see cref="decimal"/>), when there is
    /// a report, and <c>Rainfall.csv.failure</c>, the <see cref="HydrometFailureKind"/> of its last refresh in camel case, when that failed.
    /// Lake levels are checked once they have been requested. While LCRA is unavailable, a restart does not help: use the check for alerts and
    /// not for liveness.
    /// </remarks>
    /// <param name="builder">The builder of <c>AddHealthChecks</c>.</param>
    /// <param name="name">The name of the check.</param>
    /// <param name="configure">Configures the options; null for the defaults.</param>
    /// <param name="failureStatus">The status when there is no rainfall report; null for unhealthy.</param>
    /// <param name="tags">Tags to filter checks by; null for none.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    /// <example>
    /// <code>
    /// services.AddHydrometClient();
    /// services.AddHydrometCache();
    /// services.AddHealthChecks().AddHydrometHealthCheck();
    /// </code>
    /// </example>
    public static IHealthChecksBuilder AddHydrometHealthCheck(
        this IHealthChecksBuilder builder,
        string name = "hydromet",
        Action<HydrometHealthCheckOptions>? configure = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(name);
        HydrometHealthCheckOptions options = new();
        configure?.Invoke(options);
        return builder.Add(new HealthCheckRegistration(
            name,
            provider => new HydrometHealthCheck(provider.GetRequiredService<HydrometCache>(), options.MaxReportAge, provider.GetRequiredService<TimeProvider>()),
            failureStatus,
            tags));
    }
}
