using System.Text;

namespace Lcra.Hydromet.Tests.Fuzz;

/// <summary>Changes a feed in a few places: its bytes, cells, headers, rows, structure and encoding. A text holds one byte in each character.</summary>
internal static class Mutator
{
    private const int MaxChanges = 4;

    public static byte[] Csv(string text, RandomSource random) => Change(text, random, OneCsvChange);

    public static byte[] Json(string text, RandomSource random) => Change(text, random, OneJsonChange);

    private static byte[] Change(string text, RandomSource random, Func<string, RandomSource, string> change)
    {
        for (int left = random.Next(MaxChanges + 1); left > 0; left--)
        {
            text = random.OneIn(4) ? OfBytes(text, random) : change(text, random);
        }

        return Encode(text, random);
    }

    private static string OneCsvChange(string text, RandomSource random)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = random.OneIn(4) ? 0 : random.Next(lines.Count);
        int other = random.Next(lines.Count);
        switch (random.Next(12))
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
                lines.Insert(at, random.Pick(["", "\r", " ", ",", ",,,,,,,", "\"", "# comment", "\u0000"]));
                break;
            case 4:
                return text.Replace("\r\n", random.Pick(["\n", "\r", "\r\r\n", "\n\r", "\r\n\r\n", " \r\n", ",\r\n", "\u000b"]), StringComparison.Ordinal);
            case 5:
                for (int row = 0, column = random.Next(9), with = random.Next(9); row < lines.Count; row++)
                {
                    lines[row] = Swap(lines[row], column, with);
                }

                break;
            default:
                lines[at] = ChangeCells(lines[at], at == 0 ? HostileText.Headers : HostileText.Cells, random);
                break;
        }

        return string.Join('\n', lines);
    }

    private static string ChangeCells(string line, IReadOnlyList<string> hostile, RandomSource random)
    {
        List<string> cells = [.. line.Split(',')];
        int at = random.Next(cells.Count);
        switch (random.Next(8))
        {
            case 0:
                cells.RemoveAt(at);
                break;
            case 1:
                cells.Insert(at, random.Pick(hostile));
                break;
            case 2:
                cells[at] = $"\"{cells[at]}\"";
                break;
            case 3:
                cells[at] = random.Pick([" ", "\t", "\"", "'", "\n"]) + cells[at] + random.Pick(["", " ", "\"", "\r"]);
                break;
            case 4:
                return Swap(line, at, random.Next(cells.Count));
            default:
                cells[at] = random.Pick(hostile);
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

    private static string OneJsonChange(string text, RandomSource random)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = random.Next(lines.Count);
        int colon = lines[at].IndexOf(':', StringComparison.Ordinal);
        switch (random.Next(9))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(at, lines[random.Next(lines.Count)]);
                break;
            case 2:
                lines[at] = random.Pick(["[", "]", "{", "}", "},{", ",", ",,", "null,", "[[[[[[[[", "\"", "{ \"records\": [] }", new string('[', 70)]);
                break;
            case 3 when colon > 0:
                lines[at] = $"  \"{random.Pick(HostileText.Names)}\"{lines[at][colon..]}";
                break;
            case > 3 when colon > 0:
                lines[at] = $"{lines[at][..colon]}: {random.Pick(HostileText.Json)}{(lines[at].TrimEnd().EndsWith(',') ? "," : "")}";
                break;
            default:
                return text.Replace(random.Pick(["\"", ":", "{", "},", "\r\n", " ", "Z\""]), random.Pick(["'", "", " ", ",", "\n\n"]), StringComparison.Ordinal);
        }

        return string.Join('\n', lines);
    }

    private static string OfBytes(string text, RandomSource random)
    {
        if (text.Length == 0)
        {
            return random.Pick(HostileText.Cells);
        }

        int at = random.Next(text.Length);
        int length = Math.Min(random.Next(40), text.Length - at);
        return random.Next(6) switch
        {
            0 => text[..at],
            1 => text[at..],
            2 => text.Remove(at, length),
            3 => text.Insert(at, text.Substring(at, length)),
            4 => text.Remove(at, 1).Insert(at, ((char)random.Next(256)).ToString()),
            _ => text.Insert(at, random.OneIn(2) ? random.Pick(["\"", ",", "\r", "\n", "\u0000", "<", "\u001a"]) : ((char)random.Next(256)).ToString()),
        };
    }

    private static byte[] Encode(string text, RandomSource random) => random.Next(24) switch
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
