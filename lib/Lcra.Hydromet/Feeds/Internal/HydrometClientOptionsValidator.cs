using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>Checks each setting by its attributes.</summary>
[OptionsValidator]
internal sealed partial class HydrometClientOptionsValidator : IValidateOptions<HydrometClientOptions>;
