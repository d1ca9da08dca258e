using System.Text;
using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;
using Lcra.Hydromet.Identity.Internal;
using Lcra.Hydromet.Time.Internal;

namespace Lcra.Hydromet.Sites.Internal;

/// <summary>Reads the rows of the all-sites response in one pass, naming what it does not know.</summary>
internal sealed class SiteJson
{
    private const int MaxUnknownNames = 20;
    private readonly SiteMembers _members = new();
    private readonly Cell[] _values = new Cell[SiteMembers.Count];
    private readonly HashSet<string> _unknown = new(StringComparer.Ordinal);
    private string? _lastAgency;
    private long _hour = -1;
    private TimeSpan _offset;
    private ulong _seen;
    private SiteMember? _member;
    private string? _unknownMember;

    public List<SiteRow?> Rows { get; } = [];

    /// <summary>Gets the member names that are not LCRA's usual ones, at most twenty.</summary>
    public IReadOnlyCollection<string> UnknownNames => _unknown;

    /// <summary>Gets the place that is being read, as a JSON path.</summary>
    public string Path => (_member is { } member ? SiteMembers.NameOf(member) : _unknownMember) is { } name ? $"$[{Rows.Count}].{name}" : $"$[{Rows.Count}]";

    public bool Has(SiteMember member) => (_seen & SiteRow.Bit(member)) != 0;

    public void Read(ReadOnlySpan<byte> json)
    {
        Utf8JsonReader reader = new(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("The response is not an array.");
        }

        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                Rows.Add(ReadRow(ref reader));
            }
            else
            {
                reader.Skip();
                Rows.Add(null);
            }
        }

        reader.Read();
    }

    private SiteRow ReadRow(ref Utf8JsonReader reader)
    {
        SiteRow row = new();
        ulong present = 0;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            _member = reader.ValueIsEscaped ? null : _members.Find(reader.ValueSpan);
            _unknownMember = _member is null ? NoteUnknown(ref reader) : null;
            reader.Read();
            if (_member is { } member)
            {
                _seen |= SiteRow.Bit(member);
                present |= ReadValue(ref reader, row, member) ? SiteRow.Bit(member) : 0;
            }

            reader.Skip();
        }

        _member = null;
        _unknownMember = null;
        row.SetValues(present, _values);
        return row;
    }

    // Tells whether the member is a value that the row stores among the others.
    private bool ReadValue(ref Utf8JsonReader reader, SiteRow row, SiteMember member)
    {
        switch (member)
        {
            case SiteMember.SiteNumber:
                row.Number = JsonCell.Text(ref reader);
                return false;
            case SiteMember.Agency:
                row.Agency = reader.TokenType == JsonTokenType.String && !reader.ValueIsEscaped && Ascii.Equals(reader.ValueSpan, _lastAgency)
                    ? _lastAgency
                    : JsonCell.Text(ref reader);
                _lastAgency = row.Agency;
                return false;
            case SiteMember.SiteName:
                row.Name = JsonCell.Text(ref reader);
                return false;
            case SiteMember.SiteType:
                row.Kind = JsonCell.Text(ref reader);
                return false;
            case SiteMember.Nwsid:
                row.NwsId = JsonCell.Text(ref reader);
                return false;
            case SiteMember.IsStale:
                row.IsStale = reader.TokenType == JsonTokenType.True || JsonCell.Text(ref reader) is "true" or "True" or "1";
                return false;
            case SiteMember.DateTime:
                ReadTime(ref reader, row);
                return false;
            case SiteMember.ZoomLevel or SiteMember.IsLcra or SiteMember.IsCoa:
                return false;
            default:
                _values[(int)member] = SentinelRule.Apply(JsonCell.Read(ref reader, SiteMembers.IsRain(member)), SiteMembers.QuantityOf(member));
                return true;
        }
    }

    // A stamp without a zone is not guessed at.
    private void ReadTime(ref Utf8JsonReader reader, SiteRow row)
    {
        string? text = reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty ? "" : null;
        if (JsonCell.TryInstant(ref reader, out DateTimeOffset instant))
        {
            row.ObservedAt = At(instant.DateTime);
            row.WhyUnobserved = default;
            return;
        }

        row.ObservedAt = null;
        row.WhyUnobserved = reader.TokenType == JsonTokenType.Null || text is not null ? MissingReason.Blank : MissingReason.Unreadable;
    }

    // Offsets change on whole hours only, and most sites were read in the same one.
    private DateTimeOffset At(DateTime utc)
    {
        if (utc.Ticks / TimeSpan.TicksPerHour != _hour)
        {
            _hour = utc.Ticks / TimeSpan.TicksPerHour;
            _offset = CentralTime.At(new DateTimeOffset(utc, TimeSpan.Zero)).Offset;
        }

        return new DateTimeOffset(utc + _offset, _offset);
    }

    private string NoteUnknown(ref Utf8JsonReader reader)
    {
        string name = FindingList.Shorten(JsonCell.Text(ref reader)!);
        if (_unknown.Count < MaxUnknownNames)
        {
            _unknown.Add(name);
        }

        return name;
    }
}
