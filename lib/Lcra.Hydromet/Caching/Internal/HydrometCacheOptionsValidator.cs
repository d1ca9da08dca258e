using Microsoft.Extensions.Options;

namespace Lcra.Hydromet.Caching.Internal;

/// <summary>Validates each option of the cache by its attributes.</summary>
[OptionsValidator]
internal sealed partial class HydrometCacheOptionsValidator : IValidateOptions<HydrometCacheOptions>;
