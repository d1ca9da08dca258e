using System.Globalization;

namespace Lcra.Hydromet.Climate.Internal;

/// <summary>Reads the CSV file of the Precipitation Frequency Data Server.</summary>
internal sealed class Atlas14Reader(string text)
{
    private const string Title = "Point precipitation frequency estimates";
    private const string Banner = "PRECIPITATION FREQUENCY ESTIMATES";
    private const string Header = "by duration for ";
    private const string DateKey = "Date/time (GMT)";
    private const string DateFormat = "ddd MMM d HH:mm:ss yyyy";

    private readonly string[] _lines = text.Length <= Atlas14Table.MaxCharacters ? text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n') : [];
    private readonly Dictionary<string, string> _metadata = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<PrecipitationFrequencyBound, SortedList<TimeSpan, decimal[]>> _tables = [];
    private int[]? _years;
    private PrecipitationFrequencySeries _series;
    private (int Volume, int Version)? _atlas;
    private int _at;

    public FrequencyTables Read()
    {
        ThrowIfOther();
        PrecipitationUnit unit = ReadUnit();
        for (_at++; _at < _lines.Length; _at++)
        {
            ReadLine();
        }

        if (_years is null || !_tables.TryGetValue(PrecipitationFrequencyBound.Estimate, out SortedList<TimeSpan, decimal[]>? estimates) || estimates.Count < 2)
        {
            throw Malformed("The file has no table of estimates with two durations or more.");
        }

        if (!_metadata.TryGetValue(DateKey, out string? date))
        {
            throw Malformed($"The file ends before its line '{DateKey}'. It is cut short: download it again.");
        }

        if (_tables.Count > 1 && (_tables.Count < 3 || _tables.Values.Any(table => !table.Keys.SequenceEqual(estimates.Keys))))
        {
            throw Malformed("The tables of the bounds do not have the durations of the estimates. The file is cut short: download it again.");
        }

        return new FrequencyTables(SourceOf(unit, date), _years, _tables);
    }

    private void ThrowIfOther()
    {
        if (_lines.Length == 0)
        {
            throw new HydrometFormatException(string.Create(CultureInfo.InvariantCulture, $"The file is longer than {Atlas14Table.MaxCharacters:N0} characters: it is not a table of NOAA Atlas 14."))
            {
                Kind = HydrometFailureKind.TooLarge,
            };
        }

        if (text.Contains("not within a project area", StringComparison.OrdinalIgnoreCase) || text.Contains("result = 'none'", StringComparison.Ordinal))
        {
            throw new HydrometFormatException("NOAA Atlas 14 does not cover this point: the server says that it is not within a project area.");
        }
    }

    private PrecipitationUnit ReadUnit()
    {
        string title = _lines[_at].Trim();
        string unit = title.StartsWith(Title, StringComparison.OrdinalIgnoreCase) ? title[Title.Length..].Trim(' ', '(', ')') : "";
        return unit.ToUpperInvariant() switch
        {
            "INCHES" => PrecipitationUnit.Inches,
            "MILLIMETERS" => PrecipitationUnit.Millimeters,
            "INCHES/HOUR" or "MILLIMETERS/HOUR" => throw Intensities(),
            _ => throw Malformed($"The file does not begin with '{Title} (inches)'. Download the CSV file of NOAA's Precipitation Frequency Data Server.", _lines[_at]),
        };
    }

    private void ReadLine()
    {
        string line = _lines[_at].Trim();
        if (line.StartsWith(Banner, StringComparison.OrdinalIgnoreCase))
        {
            ReadTable(line);
        }
        else if (line.StartsWith("NOAA Atlas", StringComparison.OrdinalIgnoreCase))
        {
            _atlas = line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, "14", _, var volume, _, var version, ..]
                && int.TryParse(volume, NumberStyles.None, CultureInfo.InvariantCulture, out int ofVolume)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int ofVersion)
                ? (ofVolume, ofVersion)
                : throw Malformed("The line is not 'NOAA Atlas 14 Volume … Version …'.", line);
        }
        else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
        {
            string key = line.StartsWith(DateKey, StringComparison.OrdinalIgnoreCase) ? DateKey : line[..colon];
            _metadata[key] = line[(key.Length + 1)..].Trim();
            if (key.Equals("Data type", StringComparison.OrdinalIgnoreCase) && _metadata[key].Contains("intensity", StringComparison.OrdinalIgnoreCase))
            {
                throw Intensities();
            }
        }
    }

    private void ReadTable(string banner)
    {
        PrecipitationFrequencyBound bound = banner.Contains("UPPER", StringComparison.OrdinalIgnoreCase) ? PrecipitationFrequencyBound.Upper
            : banner.Contains("LOWER", StringComparison.OrdinalIgnoreCase) ? PrecipitationFrequencyBound.Lower
            : PrecipitationFrequencyBound.Estimate;
        _at++;
        ReadHeader();
        SortedList<TimeSpan, decimal[]> table = [];
        if (!_tables.TryAdd(bound, table))
        {
            throw Malformed("The file has the same table twice.", banner);
        }

        while (_at + 1 < _lines.Length && _lines[_at + 1].Trim() is { Length: > 0 } row)
        {
            _at++;
            (string label, TimeSpan duration, decimal[] depths) = Atlas14Row.Read(row, _years!.Length) ?? throw Malformed(
                string.Create(CultureInfo.InvariantCulture, $"The row is not a duration and {_years.Length} depths above zero that never fall, one for each return period of the header. Download the file again."), row);

            // Some volumes have 24-hr and 1-day, which are the same.
            bool isDay = label.EndsWith("day", StringComparison.OrdinalIgnoreCase);
            if (!table.TryAdd(duration, depths) && !isDay)
            {
                table[duration] = depths;
            }
        }
    }

    private void ReadHeader()
    {
        string header = _at < _lines.Length ? _lines[_at].Trim() : "";
        string[] cells = header.Split(',', StringSplitOptions.TrimEntries);
        bool isAnnual = cells[0].Contains("AEP", StringComparison.Ordinal);
        int?[] years = [.. cells.Skip(1).Select(cell => isAnnual ? Atlas14Row.ProbabilityYears(cell) : Atlas14Row.WholeYears(cell))];
        if (!header.StartsWith(Header, StringComparison.OrdinalIgnoreCase) || years.Length < 2 || Array.Exists(years, year => year is null) || !years.SequenceEqual(years.Distinct().Order()))
        {
            throw Malformed("The header is not 'by duration for ARI (years):' with years or 'by duration for AEP:' with fractions, shortest return period first.", header);
        }

        int[] known = [.. years.Select(year => year!.Value)];
        if (_years is not null && !_years.SequenceEqual(known))
        {
            throw Malformed("The tables of the file have different return periods.", header);
        }

        _years = known;
        _series = isAnnual ? PrecipitationFrequencySeries.AnnualMaximum : PrecipitationFrequencySeries.PartialDuration;
        if (_metadata.TryGetValue("Time series type", out string? series) && series.Contains("Annual", StringComparison.OrdinalIgnoreCase) != isAnnual)
        {
            throw Malformed($"The header contradicts the time series type '{series}'.", header);
        }
    }

    private PrecipitationFrequencySource SourceOf(PrecipitationUnit unit, string date) => new()
    {
        Volume = _atlas?.Volume ?? throw Malformed("The file does not state the volume and the version of NOAA Atlas 14."),
        Version = _atlas.Value.Version,
        Series = _series,
        Unit = unit,
        Place = _metadata.FirstOrDefault(pair => pair.Key.StartsWith("Location name", StringComparison.OrdinalIgnoreCase)).Value is { Length: > 1 } place ? place : null,
        Point = Coordinates.TryParse($"{Degrees("Latitude")},{Degrees("Longitude")}", out Coordinates point) ? point : null,
        MadeAt = DateTimeOffset.TryParseExact(date, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces | DateTimeStyles.AssumeUniversal, out DateTimeOffset at) ? at : null,
    };

    private string Degrees(string key) => _metadata.GetValueOrDefault(key, "").Split(' ')[0];

    private HydrometFormatException Intensities() =>
        Malformed("The file has intensities (per hour). Choose 'Precipitation depth' on NOAA's page and download the CSV file again.", _lines[_at]);

    private HydrometFormatException Malformed(string message, string? value = null) => new(message)
    {
        Line = value is null ? null : _at + 1,
        Value = value is { Length: > 80 } ? $"{value[..80]}…" : value,
    };
}
