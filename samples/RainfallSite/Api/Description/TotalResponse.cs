using System.ComponentModel;

namespace RainfallSite.Api.Description;

[Description("How much rain fell at a gauge over a period, with its window, source and age, or the reason why there is no amount.")]
internal sealed record TotalResponse(
    [property: Description("The gauge.")] SiteResponse Site,
    [property: Description("The period.")] PeriodResponse Period,
    [property: Description("Inches of rain with the decimals that LCRA printed; null when there is no amount, and then `missing` says why. Zero means that LCRA printed a zero.")] decimal? Inches,
    [property: Description("The same in millimeters, rounded to what the gauge resolves: one decimal, or whole millimeters for Austin's gauges; null when `inches` is.")] decimal? Millimeters,
    [property: Description("Why there is no amount; null when there is one. blank: LCRA left it blank. notInFeed: the gauge or the column is not in the feed. unreadable: the value is not a valid amount. stale: the gauge's last observation is from before the window. feedUnavailable: the feed is unavailable. notRequested: the period's feed was not requested.")] string? Missing,
    [property: Description("The largest amount in inches that other totals of the gauge prove for this window; null when they do not contradict `inches` from below.")] decimal? LowerBoundInches,
    [property: Description("What contradicts the amount; empty when nothing does. The amount stays LCRA's.")] IReadOnlyList<ConflictResponse> Conflicts,
    [property: Description("True when no gauge nearby saw the rain: more than 1 inch over a rolling period of up to 24 hours at a reporting gauge, while at least three reporting gauges within 15 miles have an amount and all of them 0.00. It is often a test of the gauge.")] bool Isolated,
    [property: Description("The beginning of the window, in Central time; null when it depends on an observation time that is unknown.")] DateTimeOffset? Start,
    [property: Description("The end of the window, in Central time; null when it depends on an observation time that is unknown.")] DateTimeOffset? End,
    [property: Description("The observation time, when it is inside a calendar window and more than an hour before its end: the amount is measured until then. Else null.")] DateTimeOffset? MeasuredUntil,
    [property: Description("True when the window is a calendar span that has not ended.")] bool Partial,
    [property: Description("True when the edges of the window are LCRA's own and not exact.")] bool Approximate,
    [property: Description("The observation time, in Central time; null when it is unknown.")] DateTimeOffset? ObservedAt,
    [property: Description("Where the amount comes from.")] SourceResponse Source);
