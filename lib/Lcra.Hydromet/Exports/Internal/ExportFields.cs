using System.Text.Json;
using CsvHelper;

namespace Lcra.Hydromet.Exports.Internal;

/// <summary>The fields of the totals of one export, alike in every format.</summary>
internal sealed class ExportFields
{
    private static readonly string[] Names =
    [
        "site", "agency", "number", "name", "basin", "latitude_deg", "longitude_deg", "period", "kind",
        "rain_in", "rain_mm", "missing", "start_utc", "start_central", "end_utc", "end_central", "partial", "approximate",
        "lower_bound_in", "conflicts", "isolated", "observed_utc", "observed_central", "measured_until_utc", "measured_until_central", "feed", "column", "reported_utc", "fetched_utc",
    ];

    private readonly ExportTimes _times = new();

    public static CsvWriterOptions CsvOptions { get; } = new() { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false" };

    public static void WriteHeader(CsvWriter csv)
    {
        foreach (string name in Names)
        {
            csv.WriteField(name);
        }
    }

    public void Write(CsvWriter csv, RainfallTotal total)
    {
        Site site = total.Site;
        csv.WriteField(site.Id.ToString());
        csv.WriteField(site.Id.Agency);
        csv.WriteField(site.Id.Number);
        csv.WriteField(Text(site.Name));
        csv.WriteField(Text(site.Basin));
        csv.WriteField(site.Latitude, default);
        csv.WriteField(site.Longitude, default);
        csv.WriteField(total.Period.Key);
        csv.WriteField(ExportNames<RainfallPeriodKind>.Of(total.Period.Kind));
        csv.WriteField(total.Inches, default);
        csv.WriteField(total.ToMillimeters(), default);
        csv.WriteField(total.Missing is { } reason ? ExportNames<MissingReason>.Of(reason) : null);
        WriteTimes(csv, total.Start);
        WriteTimes(csv, total.End);
        csv.WriteField(total.IsPartial);
        csv.WriteField(total.IsApproximate);
        csv.WriteField(total.LowerBoundInches, default);
        csv.WriteField(Conflicts(total));
        csv.WriteField(total.IsIsolated);
        WriteTimes(csv, total.ObservedAt);
        WriteTimes(csv, total.MeasuredUntil);
        csv.WriteField(total.Source.Feed.Name);
        csv.WriteField(Text(total.Source.Column));
        csv.WriteField(_times.Of(total.Source.ReportedAt).Utc);
        csv.WriteField(_times.Of(total.Source.FetchedAt).Utc);
    }

    public void Write(Utf8JsonWriter json, RainfallTotal total)
    {
        Site site = total.Site;
        json.WriteString("site"u8, site.Id.ToString());
        json.WriteString("agency"u8, site.Id.Agency);
        json.WriteString("number"u8, site.Id.Number);
        json.WriteString("name"u8, site.Name);
        json.WriteString("basin"u8, site.Basin);
        WriteNumber(json, "latitude_deg"u8, site.Latitude);
        WriteNumber(json, "longitude_deg"u8, site.Longitude);
        json.WriteString("period"u8, total.Period.Key);
        json.WriteString("kind"u8, ExportNames<RainfallPeriodKind>.Of(total.Period.Kind));
        WriteNumber(json, "rain_in"u8, total.Inches);
        WriteNumber(json, "rain_mm"u8, total.ToMillimeters());
        json.WriteString("missing"u8, total.Missing is { } reason ? ExportNames<MissingReason>.Of(reason) : null);
        WriteTimes(json, "start_utc"u8, "start_central"u8, total.Start);
        WriteTimes(json, "end_utc"u8, "end_central"u8, total.End);
        json.WriteBoolean("partial"u8, total.IsPartial);
        json.WriteBoolean("approximate"u8, total.IsApproximate);
        WriteNumber(json, "lower_bound_in"u8, total.LowerBoundInches);
        json.WriteString("conflicts"u8, Conflicts(total));
        json.WriteBoolean("isolated"u8, total.IsIsolated);
        WriteTimes(json, "observed_utc"u8, "observed_central"u8, total.ObservedAt);
        WriteTimes(json, "measured_until_utc"u8, "measured_until_central"u8, total.MeasuredUntil);
        json.WriteString("feed"u8, total.Source.Feed.Name);
        json.WriteString("column"u8, total.Source.Column);
        json.WriteString("reported_utc"u8, _times.Of(total.Source.ReportedAt).Utc);
        json.WriteString("fetched_utc"u8, _times.Of(total.Source.FetchedAt).Utc);
    }

    public void WriteFeature(Utf8JsonWriter json, RainfallTotal total)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        if (total.Site is { Latitude: { } latitude, Longitude: { } longitude })
        {
            json.WriteStartObject("geometry"u8);
            json.WriteString("type"u8, "Point"u8);
            json.WriteStartArray("coordinates"u8);
            json.WriteNumberValue(longitude);
            json.WriteNumberValue(latitude);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("geometry"u8);
        }

        json.WriteStartObject("properties"u8);
        Write(json, total);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // Some spreadsheets run a formula that starts with a full-width character too, which CsvHelper does not escape.
    private static string? Text(string? text) => text is ['\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20', ..] ? $"'{text}" : text;

    private static string Conflicts(RainfallTotal total) =>
        total.Conflicts.Count == 0 ? "" : string.Join(' ', total.Conflicts);

    private static void WriteNumber(Utf8JsonWriter json, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void WriteTimes(CsvWriter csv, DateTimeOffset? time)
    {
        (string? utc, string? central) = _times.Of(time);
        csv.WriteField(utc);
        csv.WriteField(central);
    }

    private void WriteTimes(Utf8JsonWriter json, ReadOnlySpan<byte> utcName, ReadOnlySpan<byte> centralName, DateTimeOffset? time)
    {
        (string? utc, string? central) = _times.Of(time);
        json.WriteString(utcName, utc);
        json.WriteString(centralName, central);
    }
}
