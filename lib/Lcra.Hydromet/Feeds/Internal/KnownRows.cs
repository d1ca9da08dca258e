using System.Text;

namespace Lcra.Hydromet.Feeds.Internal;

/// <summary>
/// The rows of a feed that most likely lists the same sites in the same order: their strings are reused,
/// so that a report has each number and name once: a tenth of its time and a sixth of its bytes.
/// </summary>
internal sealed class KnownRows(FeedRow[]? rows)
{
    private const int LookAhead = 4;
    private readonly FeedRow[] _rows = rows ?? [];
    private int _next;
    private string? _name;

    public string? Number(ReadOnlySpan<byte> text)
    {
        int end = Math.Min(_rows.Length, _next + LookAhead);
        for (int i = _next; i < end; i++)
        {
            if (Ascii.Equals(text, _rows[i].Number))
            {
                _next = i + 1;
                _name = _rows[i].Name;
                return _rows[i].Number;
            }
        }

        _name = null;
        return null;
    }

    /// <summary>Finds the name of the row whose number was just found.</summary>
    public string? Name(ReadOnlySpan<byte> text) => _name is not null && Ascii.Equals(text, _name) ? _name : null;
}
