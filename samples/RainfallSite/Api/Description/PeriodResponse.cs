using System.ComponentModel;

namespace RainfallSite.Api.Description;

[Description("A period of the closed catalog.")]
internal sealed record PeriodResponse(
    [property: Description("The key that names it in every route, such as 24_hour.")] string Key,
    [property: Description("The period in words, such as: the last 24 hours.")] string Name,
    [property: Description("rolling: a fixed length that ends at the observation time. calendar: local days, months or years in Central time.")] string Kind);
