using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Climate;

/// <summary>A file of NOAA's server (public domain) and the other forms in which the server sends such a table, made from it.</summary>
internal static class Atlas14Files
{
    private const string Header = "by duration for ARI (years):, 1,2,5,10,25,50,100,200,500,1000";

    public static string FilePath { get; } = PathOf();

    public static string Irving { get; } = File.ReadAllText(FilePath);

    /// <summary>The annual maximum series: fractions with apostrophes, no column for 1 year.</summary>
    public static string AnnualMaximum => string.Join('\n', Irving.Replace(Header, "by duration for AEP:, '1/2,'1/5,'1/10,'1/25,'1/50,'1/100,'1/200,'1/500,'1/1000", StringComparison.Ordinal)
        .Replace("Partial duration", "Annual maximum", StringComparison.Ordinal)
        .Split('\n')
        .Select(line => IsRow(line) ? $"{line[..line.IndexOf(',', StringComparison.Ordinal)]}, {line[(line.IndexOf(',', line.IndexOf(',', StringComparison.Ordinal) + 1) + 1)..]}" : line));

    public static string Millimeters => Scaled(Irving, 25.4m).Replace("(inches)", "(millimeters)", StringComparison.Ordinal);

    public static string WithBounds
    {
        get
        {
            int table = Irving.IndexOf("PRECIPITATION FREQUENCY ESTIMATES", StringComparison.Ordinal);
            int end = Irving.IndexOf("\n\nDate/time", StringComparison.Ordinal);
            string rows = Irving[table..end];
            return Irving[..end]
                + "\n\n" + Scaled(rows, 1.4m).Replace("ESTIMATES", "ESTIMATES AT UPPER BOUND OF 90% CONFIDENCE INTERVAL", StringComparison.Ordinal)
                + "\n\n" + Scaled(rows, 0.7m).Replace("ESTIMATES", "ESTIMATES AT LOWER BOUND OF 90% CONFIDENCE INTERVAL", StringComparison.Ordinal)
                + Irving[end..];
        }
    }

    public static Stream Open() => File.OpenRead(FilePath);

    private static string PathOf([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Files", "irving-texas-pds-depth-english.csv");

    private static bool IsRow(string line) => line.Contains("-min:,", StringComparison.Ordinal) || line.Contains("-hr:,", StringComparison.Ordinal) || line.Contains("-day:,", StringComparison.Ordinal);

    private static string Scaled(string text, decimal factor) => string.Join('\n', text.Split('\n').Select(line => IsRow(line)
        ? $"{line[..line.IndexOf(',', StringComparison.Ordinal)]}, {string.Join(',', line.Split(',').Skip(1).Select(cell => (decimal.Parse(cell, CultureInfo.InvariantCulture) * factor).ToString("0.####", CultureInfo.InvariantCulture)))}"
        : line));
}
