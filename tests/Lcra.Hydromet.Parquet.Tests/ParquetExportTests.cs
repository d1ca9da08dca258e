using ParquetSharp;

namespace Lcra.Hydromet.Parquet.Tests;

/// <summary>How files are laid out, and what becomes of exports that don't end.</summary>
[Collection(nameof(ParquetFiles))]
public sealed class ParquetExportTests(ParquetFiles files)
{
    private static readonly SiteId Site = SiteId.Parse("3018");

    private static string[] Instants { get; } = ["time_utc", "day", "accumulated_in_hundredths"];

    [Fact]
    public void A_year_of_three_gauges_is_a_group()
    {
        using ParquetFileReader reader = new(files.PathOf(ParquetFiles.Readings));

        Assert.Equal([files.Steps.Count], Groups(reader));
    }

    [Fact]
    public async Task Each_year_of_a_gauge_is_a_group_whose_statistics_have_its_times()
    {
        SiteRecord<RainfallStep>[] steps = [.. TwoYears()];
        SiteRecord<RainfallStep>[][] years = [.. steps.GroupBy(step => CentralTime.DayOf(step.Record.At).Year).Select(year => year.ToArray())];

        using ParquetFileReader reader = new(await ParquetFiles.WriteAsync(ExportTables.Accumulated, steps));

        Assert.Equal(2, years.Length);
        Assert.Equal(years.Select(rows => (long)rows.Length), Groups(reader));
        for (int place = 0; place < years.Length; place++)
        {
            using RowGroupReader group = reader.RowGroup(place);
            using ColumnChunkMetaData times = group.MetaData.GetColumnChunkMetaData(1);
            using Statistics<long> time = Assert.IsType<Statistics<long>>(times.Statistics);
            Assert.Equal(years[place][0].Record.At.ToUnixTimeMilliseconds(), time.Min);
            Assert.Equal(years[place][^1].Record.At.ToUnixTimeMilliseconds(), time.Max);
        }
    }

    [Fact]
    public void Instants_days_and_counts_are_stored_as_differences_and_everything_is_compressed()
    {
        using ParquetFileReader reader = new(files.PathOf(ParquetFiles.Readings));
        using RowGroupReader group = reader.RowGroup(0);

        for (int place = 0; place < reader.FileMetaData.NumColumns; place++)
        {
            using ColumnChunkMetaData chunk = group.MetaData.GetColumnChunkMetaData(place);
            Assert.Equal(Compression.Zstd, chunk.Compression);
            Assert.Equal(Instants.Contains(reader.FileMetaData.Schema.Column(place).Name), chunk.Encodings.Contains(Encoding.DeltaBinaryPacked));
        }
    }

    [Fact]
    public async Task A_reading_needs_less_than_a_hundredth_of_its_bytes_in_csv()
    {
        using MemoryStream csv = new();
        await RainfallExport.WriteAsync(csv, ExportFormat.Csv, ExportTables.Accumulated, files.Steps);
        long bytes = new FileInfo(files.PathOf(ParquetFiles.Readings)).Length;

        Assert.InRange(bytes, 1, csv.Length / 100);
    }

    [Fact]
    public async Task An_amount_that_is_no_whole_number_of_hundredths_has_none_and_no_digit_is_cut()
    {
        DailyRainfall[] days = [new() { Day = new(2026, 10, 1), Inches = 0.00787m }, new() { Day = new(2026, 10, 2), Inches = 2.810m }, new() { Day = new(2026, 10, 3) }, new() { Day = new(2026, 10, 4), Inches = 10_000_000m }];

        using ParquetFileReader reader = new(await ParquetFiles.WriteAsync(ExportTables.Daily, days.Of(Site)));

        Assert.Equal([0.00787, 2.81, null, 10_000_000], Column<double?>(reader, "rain_in"));
        Assert.Equal([null, 281, null, null], Column<int?>(reader, "rain_in_hundredths"));
        Assert.Equal(["measured", "measured", "blank", "measured"], Column<string>(reader, "status"));
        Assert.Equal(days.Select(day => day.Day), Column<Date?>(reader, "day").Select(day => DateOnly.FromDateTime(day!.Value.DateTime)));
        Assert.Equal(Enumerable.Repeat("LCRA_3018", days.Length), Column<string>(reader, "site"));
    }

    [Fact]
    public async Task Rows_without_an_amount_can_be_left_out_and_the_footer_counts_them()
    {
        DailyRainfall[] days = [new() { Day = new(2026, 10, 1) }, new() { Day = new(2026, 10, 2), Inches = 2.81m }];

        using ParquetFileReader reader = new(await ParquetFiles.WriteAsync(ExportTables.Daily, days.Of(Site), new ExportOptions { MeasuredOnly = true }));

        Assert.Equal([2.81], Column<double?>(reader, "rain_in"));
        Assert.Equal("1", reader.FileMetaData.KeyValueMetadata["missing_left_out"]);
        Assert.StartsWith("Lcra.Hydromet.Parquet 0.", reader.FileMetaData.KeyValueMetadata["made_by"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_without_rows_is_a_file_with_its_columns()
    {
        using ParquetFileReader reader = new(await ParquetFiles.WriteAsync(ExportTables.Totals, []));

        Assert.Equal(0, reader.FileMetaData.NumRows);
        Assert.Equal(
            ExportTables.Totals.Columns.Where(column => column.Type != ExportColumnType.CentralTime).SelectMany(column => column.Unit == "in" ? [column.Name, $"{column.Name}_hundredths"] : new[] { column.Name }),
            Enumerable.Range(0, reader.FileMetaData.NumColumns).Select(place => reader.FileMetaData.Schema.Column(place).Name));
    }

    [Fact]
    public async Task A_group_ends_at_its_limit_when_neither_site_nor_year_changes()
    {
        DateTimeOffset start = CentralTime.StartOfDay(new DateOnly(2025, 1, 1));
        IEnumerable<RainfallStep> steps = Enumerable.Range(0, 140_000).Select(minute => new RainfallStep { At = start.AddMinutes(minute), AccumulatedInches = 1 });

        using ParquetFileReader reader = new(await ParquetFiles.WriteAsync(ExportTables.Accumulated, steps.Of(Site)));

        Assert.Equal([131_072, 8_928], Groups(reader));
    }

    [Fact]
    public async Task The_groups_of_a_wide_table_have_fewer_rows()
    {
        SiteId[] sites = [.. Enumerable.Range(1000, 512).Select(number => SiteId.Parse($"{number}"))];
        decimal?[] amounts = [.. sites.Select(_ => (decimal?)0.01m)];
        IEnumerable<DailyRainfallRow> rows = Enumerable.Range(0, 1100).Select(day => new DailyRainfallRow { Day = new DateOnly(2023, 1, 1).AddDays(day), Inches = amounts });

        using ParquetFileReader reader = new(await ParquetFiles.WriteAsync(ExportTables.DailyWide(sites), rows));

        Assert.Equal([1024, 76], Groups(reader));
    }

    [Fact]
    public async Task A_group_is_sent_when_it_ends_and_nothing_is_sent_synchronously()
    {
        using AsynchronousStream destination = new();
        long sent = 0;

        await ParquetExport.WriteAsync(destination, ExportTables.Accumulated, Rows());

        Assert.InRange(sent, 1000, destination.Length - 1000);
        IEnumerable<SiteRecord<RainfallStep>> Rows()
        {
            foreach (SiteRecord<RainfallStep> step in TwoYears().Take(40_000))
            {
                sent = destination.Length;
                yield return step;
            }
        }
    }

    [Fact]
    public async Task A_canceled_export_is_no_readable_file()
    {
        using MemoryStream destination = new();
        using CancellationTokenSource cancellation = new();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ParquetExport.WriteAsync(destination, ExportTables.Accumulated, RowsUntil(cancellation.Cancel), cancellationToken: cancellation.Token));

        AssertCut(destination);
    }

    [Fact]
    public async Task An_export_whose_rows_fail_is_no_readable_file()
    {
        using MemoryStream destination = new();

        await Assert.ThrowsAsync<TimeoutException>(() => ParquetExport.WriteAsync(destination, ExportTables.Accumulated, RowsUntil(() => throw new TimeoutException()).ToAsyncEnumerable()));

        AssertCut(destination);
    }

    [Fact]
    public async Task Missing_arguments_throw_before_anything_is_written()
    {
        await Assert.ThrowsAsync<ArgumentNullException>("destination", () => ParquetExport.WriteAsync(null!, ExportTables.Totals, []));
        await Assert.ThrowsAsync<ArgumentNullException>("table", () => ParquetExport.WriteAsync<RainfallTotal>(Stream.Null, null!, []));
        await Assert.ThrowsAsync<ArgumentNullException>("rows", () => ParquetExport.WriteAsync(Stream.Null, ExportTables.Totals, (IEnumerable<RainfallTotal>)null!));
        await Assert.ThrowsAsync<ArgumentNullException>("rows", () => ParquetExport.WriteAsync(Stream.Null, ExportTables.Totals, (IAsyncEnumerable<RainfallTotal>)null!));
    }

    private static void AssertCut(MemoryStream destination)
    {
        Assert.InRange(destination.Length, 1000, long.MaxValue);
        using MemoryStream copy = new(destination.ToArray());
        Assert.Throws<ParquetException>(() => new ParquetFileReader(copy));
    }

    private static TValue[] Column<TValue>(ParquetFileReader reader, string name)
    {
        int place = Enumerable.Range(0, reader.FileMetaData.NumColumns).Single(column => reader.FileMetaData.Schema.Column(column).Name == name);
        using RowGroupReader group = reader.RowGroup(0);
        using LogicalColumnReader<TValue> values = group.Column(place).LogicalReader<TValue>();
        return values.ReadAll((int)group.MetaData.NumRows);
    }

    private static IEnumerable<long> Groups(ParquetFileReader reader) => Enumerable.Range(0, reader.FileMetaData.NumRowGroups).Select(place =>
    {
        using RowGroupReader group = reader.RowGroup(place);
        return group.MetaData.NumRows;
    });

    private static IEnumerable<SiteRecord<RainfallStep>> TwoYears() => RainfallStep.Of([.. ParquetFiles.Year(2024, 1), .. ParquetFiles.Year(2025, 1)]).Of(Site);

    private static IEnumerable<SiteRecord<RainfallStep>> RowsUntil(Action end)
    {
        foreach (SiteRecord<RainfallStep> step in TwoYears().Take(40_000))
        {
            yield return step;
        }

        end();
        foreach (SiteRecord<RainfallStep> step in TwoYears().Skip(40_000).Take(10_000))
        {
            yield return step;
        }
    }

    private sealed class AsynchronousStream : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new InvalidOperationException("Synchronous writes are not allowed.");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return ValueTask.CompletedTask;
        }
    }
}
