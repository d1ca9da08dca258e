using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Internal;

/// <summary>Checks each setting by its attributes.</summary>
[OptionsValidator]
internal sealed partial class HydrometClientOptionsValidator : IValidateOptions<HydrometClientOptions>;
