using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>Validates what attributes cannot express.</summary>
internal sealed class HydrometCacheOptionsCrossValidator : IValidateOptions<HydrometCacheOptions>
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static void Require(HydrometCacheOptions options)
    {
        string faults = string.Join(' ', Faults(options));
        if (faults.Length > 0)
        {
            throw new ArgumentException(faults, nameof(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, HydrometCacheOptions options)
    {
        string[] faults = [.. Faults(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(HydrometCacheOptions options) =>
        new[]
        {
            Within(nameof(options.RefreshJitter), options.RefreshJitter, TimeSpan.Zero, TimeSpan.FromMinutes(10)),
            options.RefreshInterval is { } interval ? Within(nameof(options.RefreshInterval), interval, TimeSpan.FromSeconds(1), Day) : null,
            Within(nameof(options.MaxStaleness), options.MaxStaleness, TimeSpan.FromMinutes(15), 30 * Day),
            Within(nameof(options.HistoryLifetime), options.HistoryLifetime, TimeSpan.FromSeconds(1), Day),
            options.MaxHistories < 1 ? $"{nameof(options.MaxHistories)} must be at least 1; it is {options.MaxHistories}." : null,
        }.OfType<string>();

    private static string? Within(string name, TimeSpan value, TimeSpan min, TimeSpan max) =>
        value < min || value > max ? $"{name} must be between {min} and {max}; it is {value}." : null;
}
