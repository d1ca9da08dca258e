using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>Checks each setting of the cache by its attributes.</summary>
[OptionsValidator]
internal sealed partial class HydrometCacheOptionsValidator : IValidateOptions<HydrometCacheOptions>;
