using System.Buffers;
using System.Globalization;
using System.Text.Json;
using nietras.SeparatedValues;

namespace Lcra.Hydromet.ExportRates;

/// <summary>The same columns written directly with the fastest writers of each format.</summary>
internal static class Peers
{
    private static readonly TimeZoneInfo Central = TimeZoneInfo.FindSystemTimeZoneById("America/Chicago");

    public static void Sep(Stream destination, Rows rows)
    {
        using SepWriter writer = nietras.SeparatedValues.Sep.New(',').Writer(options => options with { Escape = true }).To(destination, leaveOpen: true);
        Span<char> text = stackalloc char[32];
        foreach (SiteRecord<RainfallStep> row in rows.All())
        {
            RainfallStep step = row.Record;
            DateTimeOffset central = TimeZoneInfo.ConvertTime(step.At, Central);
            using SepWriter.Row line = writer.NewRow();
            line["site"].Set(CultureInfo.InvariantCulture, $"{row.Site.Agency}_{row.Site.Number}");
            line["time_utc"].Set(Text(text, step.At.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'"));
            line["time_central"].Set(Text(text, central, "yyyy-MM-dd'T'HH:mm:sszzz"));
            line["day"].Set(Text(text, central, "yyyy-MM-dd"));
            if (step.Inches is { } inches)
            {
                line["rain_in"].Format(inches);
            }
            else
            {
                line["rain_in"].Set("");
            }

            line["accumulated_in"].Format(step.AccumulatedInches);
            line["status"].Set(step.Inches is null ? "blank" : "measured");
        }
    }

    public static void Utf8Json(Stream destination, Rows rows)
    {
        ArrayBufferWriter<byte> buffer = new();
        using Utf8JsonWriter writer = new(buffer, new JsonWriterOptions { SkipValidation = true });
        Span<char> text = stackalloc char[32];
        foreach (SiteRecord<RainfallStep> row in rows.All())
        {
            RainfallStep step = row.Record;
            DateTimeOffset central = TimeZoneInfo.ConvertTime(step.At, Central);
            writer.WriteStartObject();
            writer.WriteString("site", $"{row.Site.Agency}_{row.Site.Number}");
            writer.WriteString("time_utc", Text(text, step.At.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'"));
            writer.WriteString("time_central", Text(text, central, "yyyy-MM-dd'T'HH:mm:sszzz"));
            writer.WriteString("day", Text(text, central, "yyyy-MM-dd"));
            if (step.Inches is { } inches)
            {
                writer.WriteNumber("rain_in", inches);
            }
            else
            {
                writer.WriteNull("rain_in");
            }

            writer.WriteNumber("accumulated_in", step.AccumulatedInches);
            writer.WriteString("status", step.Inches is null ? "blank" : "measured");
            writer.WriteEndObject();
            writer.Flush();
            writer.Reset();
            buffer.Write("\n"u8);
            if (buffer.WrittenCount > 16 * 1024)
            {
                destination.Write(buffer.WrittenSpan);
                buffer.ResetWrittenCount();
            }
        }

        destination.Write(buffer.WrittenSpan);
    }

    private static ReadOnlySpan<char> Text<T>(Span<char> text, T value, string format)
        where T : ISpanFormattable
    {
        value.TryFormat(text, out int length, format, CultureInfo.InvariantCulture);
        return text[..length];
    }
}
