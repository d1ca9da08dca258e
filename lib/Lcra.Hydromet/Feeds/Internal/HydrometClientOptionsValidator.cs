using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Validates each option by its attributes.</summary>
[OptionsValidator]
internal sealed partial class HydrometClientOptionsValidator : IValidateOptions<HydrometClientOptions>;
