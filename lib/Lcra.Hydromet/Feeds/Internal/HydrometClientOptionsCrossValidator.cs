using Lcra.Hydromet.Time.Internal;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Validates what attributes cannot express.</summary>
internal sealed class HydrometClientOptionsCrossValidator : IValidateOptions<HydrometClientOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    /// <summary>Checks all settings, those with attributes too, for who has no container.</summary>
    /// <exception cref="ArgumentException">A setting is invalid.</exception>
    public static void Require(HydrometClientOptions options)
    {
        string[] faults =
        [
            .. new HydrometClientOptionsValidator().Validate(name: null, options).Failures ?? [],
            .. new HydrometClientOptionsCrossValidator().Validate(name: null, options).Failures ?? [],
        ];
        if (faults.Length > 0)
        {
            throw new ArgumentException(string.Join(' ', faults), nameof(options));
        }
    }

    public ValidateOptionsResult Validate(string? name, HydrometClientOptions options)
    {
        // No feed can be read without time zone data, so a host fails at its start and not at the first request.
        _ = CentralZone.Info;
        List<string> faults = [];
        if (options.BaseAddress is not { IsAbsoluteUri: true, Scheme: "https" or "http" })
        {
            faults.Add($"{nameof(HydrometClientOptions.BaseAddress)} must be an absolute http or https address; it is '{options.BaseAddress}'.");
        }

        RequireWithin(faults, nameof(HydrometClientOptions.RetryDelay), options.RetryDelay, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        RequireWithin(faults, nameof(HydrometClientOptions.AttemptTimeout), options.AttemptTimeout, Shortest, TimeSpan.FromMinutes(10));
        RequireWithin(faults, nameof(HydrometClientOptions.TotalTimeout), options.TotalTimeout, Shortest, TimeSpan.FromHours(1));
        if (options.AttemptTimeout > options.TotalTimeout)
        {
            faults.Add($"{nameof(HydrometClientOptions.AttemptTimeout)} ({options.AttemptTimeout}) must not be longer than {nameof(HydrometClientOptions.TotalTimeout)} ({options.TotalTimeout}).");
        }

        foreach (char bad in (options.Contact ?? "").Where(c => c is < ' ' or > '~' or '\\').Take(1))
        {
            faults.Add($"{nameof(HydrometClientOptions.Contact)} is sent in an HTTP header, which carries only printable ASCII: leave out U+{(int)bad:X4}, or give the address of a page or a mailbox.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void RequireWithin(List<string> faults, string name, TimeSpan value, TimeSpan min, TimeSpan max)
    {
        if (value < min || value > max)
        {
            faults.Add($"{name} must be between {min} and {max}; it is {value}.");
        }
    }
}
