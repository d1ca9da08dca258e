using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Archive.Storage.Internal;

/// <summary>Checks the options when an application starts.</summary>
internal sealed class ArchiveOptionsValidator : IValidateOptions<ArchiveOptions>
{
    public ValidateOptionsResult Validate(string? name, ArchiveOptions options)
    {
        try
        {
            options.Validate(nameof(options));
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException fault)
        {
            return ValidateOptionsResult.Fail(fault.Message);
        }
    }
}
