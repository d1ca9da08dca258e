using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Reports keys of a configuration section that set nothing, such as mistyped ones.</summary>
internal sealed class UnknownKeysValidator<TOptions>(IConfiguration section, IEnumerable<ConfigurationKeys> keys) : IValidateOptions<TOptions>
    where TOptions : class
{
    private const int MaxReported = 5;

    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        string[] known = [.. keys.SelectMany(some => some.Names)];
        string path = section is IConfigurationSection { Path: { Length: > 0 } its } ? its : "the configuration's root";
        string[] faults =
        [
            .. section.GetChildren()
                .Select(child => child.Key)
                .Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase))
                .Take(MaxReported)
                .Select(key => $"'{key}' in {path} is not a setting. Did you mean '{NearestName.Order(key, known).First()}'?"),
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success
            : section is IConfigurationRoot ? ValidateOptionsResult.Fail([.. faults, "Pass a section, such as configuration.GetSection(\"Hydromet\"), and not the root."])
            : ValidateOptionsResult.Fail(faults);
    }
}
