using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Checks what no attribute can say.</summary>
internal sealed class HydrometClientOptionsCrossValidator : IValidateOptions<HydrometClientOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);

    public ValidateOptionsResult Validate(string? name, HydrometClientOptions options)
    {
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

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void RequireWithin(List<string> faults, string name, TimeSpan value, TimeSpan least, TimeSpan most)
    {
        if (value < least || value > most)
        {
            faults.Add($"{name} must be between {least} and {most}; it is {value}.");
        }
    }
}
