using System.Text.Json;
using CsvHelper;

namespace Lcra.Hydromet.Benchmarks;

/// <summary>The limits: one pass over every field, every token, every reading.</summary>
internal static class Limits
{
    private static readonly CsvReaderOptions Options = new() { Separator = ',', AllowLineBreaksInQuotes = false, SkipEmptyLines = false };

    public static int Csv(byte[] feed)
    {
        using CsvReader csv = CsvReader.Create((ReadOnlyMemory<byte>)feed, Options);
        int touched = 0;
        while (csv.Read())
        {
            for (int field = 0; field < csv.FieldCount; field++)
            {
                touched += csv.GetSpan(field).Length;
            }
        }

        return touched;
    }

    public static int Json(byte[] response)
    {
        Utf8JsonReader json = new(response);
        int touched = 0;
        while (json.Read())
        {
            touched += json.ValueSpan.Length;
        }

        return touched;
    }
}
