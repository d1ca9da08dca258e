using System.Globalization;
using System.Text.RegularExpressions;

namespace RainfallSite.Search;

/// <summary>What the name of a gauge such as <c>Marble Falls 4 WSW</c> says: 4 miles west-southwest of Marble Falls.</summary>
/// <param name="Place">The place.</param>
/// <param name="Miles">The distance from it.</param>
/// <param name="Direction">The direction from it, from 0 for north in sixteen steps clockwise.</param>
internal sealed partial record NamedPosition(string Place, int Miles, int Direction)
{
    private static readonly string[] Directions = ["N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW"];

    /// <summary>Reads a name; null when it is of another form.</summary>
    public static NamedPosition? Read(string name) =>
        Form().Match(name) is { Success: true } match && Array.IndexOf(Directions, match.Groups["direction"].Value) is >= 0 and int direction
            ? new NamedPosition(match.Groups["place"].Value, int.Parse(match.Groups["miles"].ValueSpan, CultureInfo.InvariantCulture), direction)
            : null;

    [GeneratedRegex(@"^(?<place>.+) (?<miles>[0-9]{1,2}) (?<direction>[NESW]{1,3})$", RegexOptions.None, 1000)]
    private static partial Regex Form();
}
