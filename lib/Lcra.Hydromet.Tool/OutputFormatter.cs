using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lcra.Hydromet.CommandLine;

/// <summary>What several commands read and write the same way.</summary>
internal static class OutputFormatter
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Default };

    public static SiteId Site(string text) => SiteId.TryParse(text, out SiteId site)
        ? site
        : throw new ToolException(ExitCode.Usage, $"'{text}' is not a valid site: write its number (3018) or agency and number (COA:950).");

    public static RainfallPeriod Period(string key) => RainfallPeriod.TryParse(key, out RainfallPeriod? period)
        ? period
        : throw new ToolException(ExitCode.Unknown, $"'{key}' is not a period. The periods are: {string.Join(", ", RainfallPeriod.All)}.");

    public static ToolException NoSuchSite(SiteId site) => new(ExitCode.Unknown, $"No feed has the gauge {site}.");

    /// <summary>Writes a total with its window, its source and its age.</summary>
    public static string Of(RainfallTotal total, DateTimeOffset now)
    {
        string notes = (total.IsPartial ? ", still running" : "") + (total.IsApproximate ? ", approximate" : "");
        string age = total.ObservedAt is { } read
            ? string.Create(CultureInfo.InvariantCulture, $", read {Math.Max(0, (int)(now - read).TotalMinutes)} min ago")
            : ", reading time unknown";
        string stale = total.Source.IsStaleAt(now) ? ", stale" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{total}{notes}; {total.Source.Feed} of {total.Source.ReportedAt:yyyy-MM-dd HH:mm zzz}{age}{stale}");
    }

    public static async Task<string> JsonOfAsync(RainfallTotal total, CancellationToken cancellationToken)
    {
        using MemoryStream line = new();
        await RainfallExport.WriteJsonLinesAsync(line, [total], cancellationToken);
        return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\n');
    }

    /// <summary>Writes one JSON object.</summary>
    public static string JsonOf(Action<Utf8JsonWriter> members)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Json))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.ToArray());
    }

    public static void Number(this Utf8JsonWriter json, string name, decimal? number)
    {
        if (number is { } known)
        {
            json.WriteNumber(name, known);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    public static void Time(this Utf8JsonWriter json, string name, DateTimeOffset? time) =>
        json.WriteString(name, time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
}
