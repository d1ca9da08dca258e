using System.CommandLine;
using Lcra.Hydromet.Archive;

namespace Lcra.Hydromet.CommandLine;

/// <summary>The Parquet files of an archive's table: one, or one for each year in folders that programs read as columns.</summary>
internal sealed class ArchiveParquetFiles
{
    private readonly Option<string?> _path = Arguments.File("--parquet", "Write this Parquet file.");

    private readonly Option<bool> _byYear = new("--by-year")
    {
        Description = "With --parquet, the path is a folder, and each whole year is a file: parameter=rain/year=2025/rows.parquet. For the tables daily, accumulated, streams and lakes.",
    };

    public void AddTo(Command command, FileOptions file, GlobalOptions global)
    {
        command.Options.Add(_path);
        command.Options.Add(_byYear);
        command.Validators.Add(result =>
        {
            bool isParquet = result.GetResult(_path) is not null;
            if (isParquet && (result.GetValue(file.Csv) || result.GetValue(global.Json)))
            {
                result.AddError("Choose --csv, --json or --parquet.");
            }
            else if (!isParquet && result.GetValue(_byYear))
            {
                result.AddError("--by-year applies to --parquet.");
            }
            else if (isParquet && !result.GetValue(_byYear) && !result.GetValue(_path)!.EndsWith(".parquet", StringComparison.OrdinalIgnoreCase))
            {
                // The file is replaced, which a device or a pipe must not be.
                result.AddError("The name of a Parquet file ends with .parquet; with --by-year it is a folder.");
            }
        });
    }

    /// <summary>Gives the files with the days in each; null when no Parquet is requested.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="table">The table.</param>
    /// <param name="parameter">The parameter of the table.</param>
    /// <param name="days">The requested days.</param>
    /// <param name="archived">The days of the archive.</param>
    public IReadOnlyList<(string Path, DateOnly First, DateOnly Last)>? Read(
        ParseResult parsed, ArchiveTable table, HistoryParameter parameter, (DateOnly First, DateOnly Last) days, (DateOnly First, DateOnly Last) archived)
    {
        if (parsed.GetValue(_path) is not { } path)
        {
            return null;
        }

        if (!parsed.GetValue(_byYear))
        {
            return [(path, days.First, days.Last)];
        }

        if (table is not (ArchiveTable.Daily or ArchiveTable.Accumulated or ArchiveTable.Streams or ArchiveTable.Lakes))
        {
            throw new ToolException(ExitCode.Usage, "--by-year applies to the tables daily, accumulated, streams and lakes.");
        }

        // A file always has the whole year, so that no later run with other days takes rows out of it.
        return
        [
            .. Enumerable.Range(days.First.Year, days.Last.Year - days.First.Year + 1)
                .Where(year => year >= archived.First.Year && year <= archived.Last.Year)
                .Select(year => (
                    Path.Combine(path, $"parameter={parameter.Key}", $"year={year}", "rows.parquet"),
                    year == archived.First.Year ? archived.First : new DateOnly(year, 1, 1),
                    year == archived.Last.Year ? archived.Last : new DateOnly(year, 12, 31))),
        ];
    }
}
