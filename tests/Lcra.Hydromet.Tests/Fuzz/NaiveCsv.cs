using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>A simple parser: a line is a row, and the header names the columns. It shares no code with the library.</summary>
internal sealed class NaiveCsv
{
    private const string ReportDate = "report date:";
    private readonly List<string[]> _rows = [];
    private readonly bool _isCut;
    private readonly int _label;

    public NaiveCsv(byte[] body, Func<string, bool> isKnown)
    {
        // A byte order mark can follow blanks or another mark.
        string text = Decode(body).TrimStart(' ', '\t', '\r', '\n', '\0', '\ufeff');
        _isCut = text.TrimEnd(' ', '\t', '\0') is [.., not ('\n' or '\r')];
        string[] lines = text.Split(["\r\n", "\n", "\r"], StringSplitOptions.None);
        Header = Fields(lines[0]);
        _rows.AddRange(lines.Skip(1).Where(line => line.Length > 0).Select(Fields));
        Names = [.. Header.Select(Name)];
        _label = Array.FindLastIndex(Header, field => field.Contains(ReportDate, StringComparison.OrdinalIgnoreCase));
        Stamp = _label < 0 ? null : Time(After(Header[_label]));
        _label = _label < 0 ? Header.Length - 1 : _label;
        if (isKnown(Names[_label]) && Array.IndexOf(Names, Names[_label]) == _label)
        {
            _label = -1;
        }
    }

    public static Encoding Western { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static ReadOnlySpan<byte> BlanksAndMarks => [(byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0, 0xEF, 0xBB, 0xBF];

    public string[] Header { get; }

    public string[] Names { get; }

    public DateTime? Stamp { get; }

    /// <summary>Finds the rows of a site.</summary>
    public string[][] Rows(string site, int siteColumn) => [.. _rows.Where(row => Cell(row, siteColumn)?.Trim(' ', '\t') == site)];

    /// <summary>Reads the cell under a header field; null where the row has none, or where the feed ends in it.</summary>
    public string? Cell(string[] row, int column)
    {
        if (column < 0)
        {
            return null;
        }

        int place = row.Length == Header.Length - 1 && _label >= 0 && column > _label ? column - 1 : column;
        bool cut = _isCut && ReferenceEquals(row, _rows[^1]) && place == row.Length - 1;
        return place < row.Length && !cut ? row[place] : null;
    }

    public static bool IsUtf8(byte[] body)
    {
        try
        {
            _ = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetCharCount(body);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    public static DateTime? Time(string? text)
    {
        (text, int days) = WithoutEndOfDay(text);
        string[] formats = ["yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"];
        return DateTime.TryParseExact(text?.Trim(), formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime time) ? time.AddDays(days) : null;
    }

    /// <summary>Writes 24:00 as 0:00 and a day more.</summary>
    public static (string? Text, int Days) WithoutEndOfDay(string? text)
    {
        string plain = Regex.Replace(text ?? "", "(?<=[ Tt])24:00(?=(?::00)?(?:\\s*$|[Zz+-]))", "00:00", RegexOptions.None, TimeSpan.FromSeconds(1));
        return (plain, plain == (text ?? "") ? 0 : 1);
    }

    private static string Decode(byte[] body) => ((ReadOnlySpan<byte>)body).TrimStart(BlanksAndMarks).ToArray() switch
    {
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        var plain => (IsUtf8(plain) ? Encoding.UTF8 : Western).GetString(plain),
    };

    private static string[] Fields(string line)
    {
        List<string> fields = [];
        int at = 0;
        while (true)
        {
            StringBuilder field = new();
            bool quoted = at < line.Length && line[at] == '"';
            at += quoted ? 1 : 0;
            for (; at < line.Length && (quoted || line[at] != ','); at++)
            {
                if (quoted && line[at] == '"')
                {
                    if (at + 1 < line.Length && line[at + 1] == '"')
                    {
                        at++;
                    }
                    else
                    {
                        quoted = false;
                        continue;
                    }
                }

                field.Append(line[at]);
            }

            fields.Add(field.ToString());
            if (at >= line.Length)
            {
                return [.. fields];
            }

            at++;
        }
    }

    private static string After(string field) => field[(field.IndexOf(ReportDate, StringComparison.OrdinalIgnoreCase) + ReportDate.Length)..];

    private static string Name(string field)
    {
        int stamp = field.IndexOf(ReportDate, StringComparison.OrdinalIgnoreCase);
        string text = (stamp < 0 ? field : field[..stamp]).Replace("(", "", StringComparison.Ordinal).Replace(")", "", StringComparison.Ordinal);
        return string.Concat(string.Join('_', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Select(char.ToLowerInvariant));
    }
}
