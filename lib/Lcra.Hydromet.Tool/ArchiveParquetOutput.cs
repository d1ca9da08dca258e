using System.Runtime.InteropServices;
using Lcra.Hydromet.Parquet;

namespace Lcra.Hydromet.CommandLine;

/// <summary>Writes a table as a Parquet file, which has its name only once it is whole. A table without rows is no file, and leaves one that is there.</summary>
internal sealed class ArchiveParquetOutput(string path, ExportOptions options) : ArchiveTableOutput
{
    // Programs that read a whole folder leave out files whose names begin with an underscore.
    private readonly string _incomplete = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, $"_{Path.GetFileName(path)}.{Guid.NewGuid():N}.incomplete");

    public override async Task<ExportSummary> WriteAsync<TRow>(ExportTable<TRow> table, IAsyncEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_incomplete)!);
        try
        {
            ExportSummary summary;
            await using (FileStream file = File.Create(_incomplete))
            {
                summary = await ParquetExport.WriteAsync(file, table, rows, options, cancellationToken);
            }

            if (summary.Rows > 0)
            {
                File.Move(_incomplete, path, overwrite: true);
            }

            return summary;
        }
        catch (Exception failure) when (IsWithoutLibrary(failure))
        {
            throw new ToolException(
                ExitCode.Failed, $"Parquet files cannot be written on {RuntimeInformation.RuntimeIdentifier}. Write --csv, and convert the file with DuckDB: COPY (FROM 'file.csv') TO 'file.parquet'.");
        }
        finally
        {
            File.Delete(_incomplete);
        }
    }

    /// <summary>Tells whether a failure is that the native library has no version for this platform.</summary>
    internal static bool IsWithoutLibrary(Exception failure) =>
        failure is DllNotFoundException or BadImageFormatException || (failure is TypeInitializationException { InnerException: { } inner } && IsWithoutLibrary(inner));
}
