using System.Text;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Changes a feed in a few places: its bytes, cells, headers, rows, structure and encoding. A text holds one byte in each character.</summary>
internal static class Mutator
{
    private const int MaxChanges = 4;

    public static byte[] Csv(string text, RandomSource dice) => Change(text, dice, OneCsvChange);

    public static byte[] Json(string text, RandomSource dice) => Change(text, dice, OneJsonChange);

    private static byte[] Change(string text, RandomSource dice, Func<string, RandomSource, string> change)
    {
        for (int left = dice.Next(MaxChanges + 1); left > 0; left--)
        {
            text = dice.OneIn(4) ? OfBytes(text, dice) : change(text, dice);
        }

        return Encode(text, dice);
    }

    private static string OneCsvChange(string text, RandomSource dice)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = dice.OneIn(4) ? 0 : dice.Next(lines.Count);
        int other = dice.Next(lines.Count);
        switch (dice.Next(12))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[other]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines.Insert(at, dice.Pick(["", "\r", " ", ",", ",,,,,,,", "\"", "# comment", "\u0000"]));
                break;
            case 4:
                return text.Replace("\r\n", dice.Pick(["\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", " \r\n", ",\r\n", "\u000b"]), StringComparison.Ordinal);
            case 5:
                for (int row = 0, column = dice.Next(9), with = dice.Next(9); row < lines.Count; row++)
                {
                    lines[row] = Swap(lines[row], column, with);
                }

                break;
            default:
                lines[at] = ChangeCells(lines[at], at == 0 ? HostileText.Headers : HostileText.Cells, dice);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string ChangeCells(string line, IReadOnlyList<string> nasty, RandomSource dice)
    {
        List<string> cells = [.. line.Split(',')];
        int at = dice.Next(cells.Count);
        switch (dice.Next(8))
        {
            case 0:
                cells.RemoveAt(at);
                break;
            case 1:
                cells.Insert(at, dice.Pick(nasty));
                break;
            case 2:
                cells[at] = $"\"{cells[at]}\"";
                break;
            case 3:
                cells[at] = dice.Pick([" ", "\t", "\"", "'", "\n"]) + cells[at] + dice.Pick(["", " ", "\"", "\r"]);
                break;
            case 4:
                return Swap(line, at, dice.Next(cells.Count));
            default:
                cells[at] = dice.Pick(nasty);
                break;
        }

        return string.Join(',', cells);
    }

    private static string Swap(string line, int left, int right)
    {
        string[] cells = line.Split(',');
        if (left < cells.Length && right < cells.Length)
        {
            (cells[left], cells[right]) = (cells[right], cells[left]);
        }

        return string.Join(',', cells);
    }

    private static string OneJsonChange(string text, RandomSource dice)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = dice.Next(lines.Count);
        int colon = lines[at].IndexOf(':', StringComparison.Ordinal);
        switch (dice.Next(9))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[dice.Next(lines.Count)]);
                break;
            case 2:
                lines[at] = dice.Pick(["[", "]", "{", "}", "},{", ",", ",,", "null,", "[[[[[[[[", "\"", "{ \"records\": [] }", new string('[', 70)]);
                break;
            case 3 when colon > 0:
                lines[at] = $"  \"{dice.Pick(HostileText.Names)}\"{lines[at][colon..]}";
                break;
            case > 3 when colon > 0:
                lines[at] = $"{lines[at][..colon]}: {dice.Pick(HostileText.Json)}{(lines[at].TrimEnd().EndsWith(',') ? "," : "")}";
                break;
            default:
                return text.Replace(dice.Pick(["\"", ":", "{", "},", "\r\n", " ", "Z\""]), dice.Pick(["'", "", " ", ",", "\n\n"]), StringComparison.Ordinal);
        }

        return string.Join('\n', lines);
    }

    private static string OfBytes(string text, RandomSource dice)
    {
        if (text.Length == 0)
        {
            return dice.Pick(HostileText.Cells);
        }

        int at = dice.Next(text.Length);
        int length = Math.Min(dice.Next(40), text.Length - at);
        return dice.Next(6) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 => text.Remove(at, length),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Remove(at, 1).Insert(at, ((char)dice.Next(256)).ToString()),
            _ => text.Insert(at, dice.OneIn(2) ? dice.Pick(["\"", ",", "\r", "\n", "\u0000", "<", "\u001a"]) : ((char)dice.Next(256)).ToString()),
        };
    }

    private static byte[] Encode(string text, RandomSource dice) => dice.Next(24) switch
    {
        0 => [0xEF, 0xBB, 0xBF, .. Encoding.Latin1.GetBytes(text)],
        1 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)],
        2 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)],
        3 => Encoding.Unicode.GetBytes(text),
        4 => [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(text)],
        5 => [.. " \r\n\0"u8, .. Encoding.Latin1.GetBytes(text), .. "\0\0 "u8],
        _ => Encoding.Latin1.GetBytes(text),
    };
}
