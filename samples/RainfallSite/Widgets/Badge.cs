using System.Globalization;
using System.Xml.Linq;
using Lcra.Hydromet;

namespace RainfallSite.Widgets;

/// <summary>
/// A total as a small picture: the period, the amount or a dash with the reason, and the observation time. It has the time
/// instead of the age, because others cache pictures. An old amount says OLD and has a dashed frame, not only another color.
/// </summary>
internal static class Badge
{
    private const int Height = 22;
    private const int Padding = 8;
    private const double WidthOfCharacter = 6.8;
    private const string Ink = "#ffffff";
    private const string PeriodColor = "#374151";
    private const string FreshColor = "#1d4ed8";
    private const string MissingColor = "#4b5563";
    private const string OldColor = "#92400e";
    private static readonly TimeSpan OldReading = TimeSpan.FromHours(1);
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static string Draw(RainfallTotal total, DateTimeOffset now, bool isRecording)
    {
        bool isOld = total.Source.IsStaleAt(now) || now - total.ObservedAt > OldReading;
        string amount = total.Inches is { } inches ? $"{TotalFormatter.Inches(inches)} in{(total.LowerBoundInches is { } least ? $", at least {TotalFormatter.Inches(least)} in" : "")}{(total.IsIsolated ? ", isolated" : "")}" : $"\u2014 {TotalFormatter.Reason(total.Missing)}";
        string read = total.ObservedAt is { } observed
            ? observed.ToString("d MMM HH:mm", CultureInfo.InvariantCulture) + (observed.Offset == TimeSpan.FromHours(-5) ? " CDT" : " CST")
            : "time not known";
        string title = $"{TotalFormatter.Gauge(total.Site)}: {TotalFormatter.Amount(total)}, {total.Period.Name}; {TotalFormatter.Window(total)}; "
            + $"read {(total.ObservedAt is { } time ? TotalFormatter.Moment(time) : "at a time that is not known")}{(isOld ? "; old" : "")}{(isRecording ? "; recording, not live" : "")}";

        (string Text, string Color)[] parts =
        [
            ($"{(isRecording ? "RECORDING: rain" : "Rain")}, {total.Period.Name}", PeriodColor),
            (amount, total.Inches is null ? MissingColor : isOld ? OldColor : FreshColor),
            (isOld ? $"OLD {read}" : read, isOld ? OldColor : PeriodColor),
        ];
        int[] widths = [.. parts.Select(part => (int)Math.Ceiling(part.Text.Length * WidthOfCharacter) + (2 * Padding))];
        int width = widths.Sum();
        XElement picture = new(
            Svg + "svg",
            new XAttribute("width", width),
            new XAttribute("height", Height),
            new XAttribute("viewBox", $"0 0 {width} {Height}"),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", "title"),
            new XElement(Svg + "title", new XAttribute("id", "title"), title));
        for ((int place, int x) = (0, 0); place < parts.Length; x += widths[place++])
        {
            picture.Add(Box(parts[place].Text, parts[place].Color, x, widths[place]));
        }

        if (isOld)
        {
            picture.Add(Frame(width));
        }

        return picture.ToString(SaveOptions.DisableFormatting);
    }

    private static object[] Box(string text, string color, int x, int width) =>
    [
        new XElement(
            Svg + "rect", new XAttribute("x", x), new XAttribute("width", width), new XAttribute("height", Height), new XAttribute("fill", color)),
        new XElement(
            Svg + "text",
            new XAttribute("x", x + Padding),
            new XAttribute("y", 15),
            new XAttribute("fill", Ink),
            new XAttribute("font-family", "Verdana, DejaVu Sans, sans-serif"),
            new XAttribute("font-size", 11),
            new XAttribute("textLength", width - (2 * Padding)),
            new XAttribute("lengthAdjust", "spacingAndGlyphs"),
            text),
    ];

    private static XElement Frame(int width) => new(
        Svg + "rect",
        new XAttribute("x", 1),
        new XAttribute("y", 1),
        new XAttribute("width", width - 2),
        new XAttribute("height", Height - 2),
        new XAttribute("fill", "none"),
        new XAttribute("stroke", Ink),
        new XAttribute("stroke-width", 2),
        new XAttribute("stroke-dasharray", "4 3"));
}
