using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Climate;

/// <summary>Return periods by a table of NOAA Atlas 14 that an operator put into a folder.</summary>
public sealed partial class Atlas14SiteTests : IDisposable
{
    private const string Table = "volume 11 version 2, partial duration series, Irving, Texas, USA). This is not an engineering statement.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly SiteFixture _site = new();

    public Atlas14SiteTests() => _site.With("Hydromet:Source", "Replay").With("Climate:Atlas14", _folder.FullName);

    [Theory]
    [InlineData("3018", "/?site=3018&period=24_hour", $"By NOAA Atlas 14 it is an amount with a return period of about 8.1 years (as a moving window; {Table}")]
    [InlineData("3018", "/?site=3018&period=1_day_ago", $"By NOAA Atlas 14 it is an amount with a return period of about 1.5 years (as calendar days, compared as 1.83 inches, 1.13 times as much; {Table}")]
    [InlineData("LCRA_2306", "/?site=2306&period=24_hour", "How unusual: By NOAA Atlas 14 it is ")]
    public async Task A_window_is_looked_up_as_it_is_and_a_calendar_day_never_as_24_hours(string name, string address, string says)
    {
        await WriteAsync(name, Halved());

        Assert.Contains(says, PageText.Words(await _site.GetStringAsync(address)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?site=3018&period=since_midnight")]
    [InlineData("/?site=3018&period=this_month")]
    [InlineData("/?site=3018&period=2_days_ago")]
    [InlineData("/?site=2959&period=24_hour")]
    public async Task A_day_that_is_not_over_a_month_no_rain_and_another_gauge_have_no_return_period(string address)
    {
        await WriteAsync("3018", Halved());

        Assert.DoesNotContain("Atlas", await _site.GetStringAsync(address), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3018", "nothing", "is not a table of NOAA Atlas 14")]
    [InlineData("my gauge", "nothing", "Climate__Atlas14 must be a folder whose files are named after gauges, such as 3018.csv")]
    public async Task A_file_that_is_not_a_valid_table_stops_the_start(string name, string text, string says)
    {
        await WriteAsync(name, text);

        InvalidOperationException failure = Assert.Throws<InvalidOperationException>(_site.CreateClient);

        Assert.Contains(says, failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _site.Dispose();
        _folder.Delete(recursive: true);
    }

    // Half the depths of a real file, so that the recorded storm is within them.
    private static string Halved([CallerFilePath] string here = "")
    {
        string file = Path.Combine(Path.GetDirectoryName(here)!, "../../Lcra.Hydromet.Tests/Climate/Files/irving-texas-pds-depth-english.csv");
        return string.Join('\n', File.ReadLines(file).Select(line => Row().Match(line) is { Success: true } row
            ? $"{row.Groups["duration"].Value} {string.Join(',', row.Groups["depths"].Value.Split(',').Select(depth => (decimal.Parse(depth, CultureInfo.InvariantCulture) / 2).ToString(CultureInfo.InvariantCulture)))}"
            : line));
    }

    [GeneratedRegex("^(?<duration>[0-9]+-(min|hr|day):,) (?<depths>.+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    private Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(_folder.FullName, $"{name}.csv"), text);
}
