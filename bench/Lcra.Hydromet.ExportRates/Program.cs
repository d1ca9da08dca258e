using System.Diagnostics;
using System.Globalization;
using Lcra.Hydromet;
using Lcra.Hydromet.ExportRates;
using Lcra.Hydromet.Parquet;

// Writes the rows in one format and prints CPU seconds, bytes and the peak of memory above rest in MB. Arguments: format, gauges.
Rows rows = new(int.Parse(args[1], CultureInfo.InvariantCulture));
await WriteAsync(Stream.Null, new Rows(1));
GC.Collect();
long rest = Kilobytes("VmRSS");
await File.WriteAllTextAsync("/proc/self/clear_refs", "5");

using CountedStream destination = new();
TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
await WriteAsync(destination, rows);
double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
double above = Math.Max(0, Kilobytes("VmHWM") - rest) / 1024.0;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{args[0]} {seconds:0.00} {destination.Length} {above:0} {rows.Count}"));

async Task WriteAsync(Stream stream, Rows all)
{
    switch (args[0])
    {
        case "csv":
            await RainfallExport.WriteAsync(stream, ExportFormat.Csv, ExportTables.Accumulated, all.All());
            break;
        case "jsonl":
            await RainfallExport.WriteAsync(stream, ExportFormat.JsonLines, ExportTables.Accumulated, all.All());
            break;
        case "parquet":
            await ParquetExport.WriteAsync(stream, ExportTables.Accumulated, all.All());
            break;
        case "sep":
            Peers.Sep(stream, all);
            break;
        case "utf8json":
            Peers.Utf8Json(stream, all);
            break;
        default:
            long measured = all.All().LongCount(row => row.Record.Inches is not null);
            stream.Write(BitConverter.GetBytes(measured));
            break;
    }
}

static long Kilobytes(string name) =>
    long.Parse(
        File.ReadLines("/proc/self/status").First(line => line.StartsWith(name, StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2],
        CultureInfo.InvariantCulture);
