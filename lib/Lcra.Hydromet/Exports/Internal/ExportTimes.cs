using System.Globalization;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>Formats times as UTF-8 and caches the last few: most totals of an export have the times of the one before, which saves a third of its time.</summary>
internal sealed class ExportTimes
{
    private const int Remembered = 64;
    private static readonly int LocalLength = "yyyy-MM-ddTHH:mm:ss".Length;
    private readonly Entry?[] _entries = new Entry?[Remembered];
    private DateOnly _day;
    private long _dayStart;
    private long _dayEnd;

    /// <summary>Formats an instant in UTC; empty when there is none. The text is valid until the next one.</summary>
    public ReadOnlySpan<byte> Utc(DateTimeOffset? time) => time is { } at ? Of(at).Utc : [];

    /// <summary>Formats an instant in Central time; empty when there is none. The text is valid until the next one.</summary>
    public ReadOnlySpan<byte> Central(DateTimeOffset? time) => time is { } at ? Of(at).Central : [];

    /// <summary>Gets the local day of a reading. Most are of the same day as the one before, which saves a tenth of the time of Parquet.</summary>
    public DateOnly? DayOf(DateTimeOffset? time)
    {
        if (time is not { } at)
        {
            return null;
        }

        if (at.UtcTicks < _dayStart || at.UtcTicks >= _dayEnd)
        {
            _day = CentralTime.DayOf(at);
            _dayStart = CentralTime.StartOfDay(_day).UtcTicks;
            _dayEnd = _day == DateOnly.MaxValue ? long.MaxValue : CentralTime.StartOfDay(_day.AddDays(1)).UtcTicks;
        }

        return _day;
    }

    /// <summary>Gets the local day that a window is inside of; null when it is in several, or an edge is unknown.</summary>
    public DateOnly? DayOf(DateTimeOffset? start, DateTimeOffset? end)
    {
        if (start is not { } from || end is not { } to)
        {
            return null;
        }

        DateOnly day = Of(from).Day;
        Entry last = Of(to);
        return last.Day == day || (last.IsMidnight && last.Day.AddDays(-1) == day) ? day : null;
    }

    private Entry Of(DateTimeOffset at)
    {
        ref Entry? entry = ref _entries[(at.UtcTicks / TimeSpan.TicksPerMinute) % Remembered];
        entry ??= new Entry();
        if (entry.UtcTicks != at.UtcTicks)
        {
            entry.Set(at);
        }

        return entry;
    }

    private sealed class Entry
    {
        public long UtcTicks { get; private set; } = -1;

        public byte[] Utc { get; } = new byte[LocalLength + "Z".Length];

        public byte[] Central { get; } = new byte[LocalLength + "-05:00".Length];

        public DateOnly Day { get; private set; }

        public bool IsMidnight { get; private set; }

        public void Set(DateTimeOffset at)
        {
            DateTimeOffset central = CentralTime.At(at);
            UtcTicks = at.UtcTicks;
            Day = DateOnly.FromDateTime(central.DateTime);
            IsMidnight = central.TimeOfDay == TimeSpan.Zero;
            Write(at.UtcDateTime, Utc);
            Utc[^1] = (byte)'Z';
            Write(central.DateTime, Central);
            TimeSpan offset = central.Offset;
            Span<byte> text = Central.AsSpan(LocalLength);
            text[0] = (byte)(offset < TimeSpan.Zero ? '-' : '+');
            offset.Duration().TryFormat(text[1..], out _, @"hh\:mm", CultureInfo.InvariantCulture);
        }

        private static void Write(DateTime time, Span<byte> text) => time.TryFormat(text, out _, "s", CultureInfo.InvariantCulture);
    }
}
