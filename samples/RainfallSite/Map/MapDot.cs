using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace RainfallSite.Map;

/// <summary>A gauge's mark: its size shows the class of its rain without color.</summary>
internal static class MapDot
{
    private const double MissingRadius = 6;
    private const double DryRadius = 3.5;
    private const double Step = 2;

    /// <summary>Draws the mark of a class at a place in the drawing.</summary>
    public static IHtmlContent Circle(int level, string x, string y) => new HtmlString(string.Create(
        CultureInfo.InvariantCulture, $"""<circle class="dot level-{level}" cx="{x}" cy="{y}" r="{Radius(level)}" />"""));

    private static double Radius(int level) => level switch
    {
        MapScale.Missing => MissingRadius,
        MapScale.Dry => DryRadius,
        _ => DryRadius + (Step * (level - 1)),
    };
}
