using System.Globalization;
using Microsoft.Extensions.Localization;

namespace RainfallSite.Search;

/// <summary>Writes out what the name of a gauge says in short.</summary>
internal sealed class NamedPositionFormatter(IStringLocalizer<SearchText> text)
{
    /// <summary>Formats <c>4 miles west-southwest of Marble Falls</c> for <c>Marble Falls 4 WSW</c>; null for a name of another form.</summary>
    public string? Format(string name)
    {
        if (NamedPosition.Read(name) is not { } position)
        {
            return null;
        }

        string direction = text["Directions"].Value.Split(',')[position.Direction];
        return position.Miles == 1
            ? text["OneMileFrom", direction, position.Place]
            : text["MilesFrom", position.Miles.ToString(CultureInfo.InvariantCulture), direction, position.Place];
    }
}
