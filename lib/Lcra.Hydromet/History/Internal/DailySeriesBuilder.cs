namespace Lcra.Hydromet.History.Internal;

/// <summary>Reads daily totals in one pass. Each day with an amount covers its midnight to the next; the others are gaps, and a day that was not over is a gap with rain.</summary>
internal sealed class DailySeriesBuilder
{
    private readonly SeriesBuilder _series = new("days");
    private DateOnly _newest = DateOnly.MinValue;
    private DateOnly? _newestUsable;

    public void Add(DailyRainfall day)
    {
        if (day.Day < _newest)
        {
            throw _series.Refusal($"Days must be oldest first, but {day.Day:yyyy-MM-dd} follows {_newest:yyyy-MM-dd}.");
        }

        _newest = day.Day;
        if (day.Inches is not { } inches || day.Day == _newestUsable)
        {
            return;
        }

        DateTimeOffset midnight = CentralTime.StartOfDay(day.Day);
        if (!FixedInches.TryFrom(inches, out int rain))
        {
            _series.Flag(new SeriesFlag { Kind = SeriesFlagKind.Unusable, At = midnight, Inches = inches });
            return;
        }

        _newestUsable = day.Day;
        if (day.OtherInches is { } other)
        {
            _series.Flag(new SeriesFlag { Kind = SeriesFlagKind.Unusable, At = midnight, Inches = other });
        }

        if (_series.Newest != midnight.ToUnixTimeSeconds())
        {
            _series.Append(midnight.ToUnixTimeSeconds(), rain: 0, afterGap: _series.Newest is not null);
        }

        _series.Append(CentralTime.StartOfDay(day.Day.AddDays(1)).ToUnixTimeSeconds(), rain, afterGap: day.IsPartial);
        if (day.IsPartial)
        {
            _series.Flag(new SeriesFlag { Kind = SeriesFlagKind.PartialDay, At = midnight, Inches = inches });
        }
    }

    public RainfallSeries Build() => _series.Build(daily: true);
}
