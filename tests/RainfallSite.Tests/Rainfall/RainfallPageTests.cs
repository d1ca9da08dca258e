using System.Net;
using System.Text.RegularExpressions;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Rainfall;

public sealed partial class RainfallPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/?site=2959&period=1_day_ago", "1.47 inches (37.3 mm) of rain on Thursday, October 1, 2026.")]
    [InlineData("/?site=3018&period=24_hour", "2.81 inches (71.4 mm) of rain in the last 24 hours. From 6:55 am Thu, Oct 1 to 6:55 am CDT Fri, Oct 2, 2026.")]
    [InlineData("/?site=3018", "2.81 inches (71.4 mm) of rain in the last 24 hours.")]
    [InlineData("/?site=3018&period=since_midnight", "1.20 inches (30.5 mm) of rain since midnight. From midnight to 6:55 am CDT Fri, Oct 2, 2026.")]
    [InlineData("/?site=3018&period=last_year", "25.59 inches (650.0 mm) of rain in 2025. From Wed, Jan 1, 2025 to Wed, Dec 31, 2025.")]
    [InlineData("/?site=3018&period=this_month", "the edges are LCRA's and not exact.")]
    [InlineData("/?site=3018&period=24_hour", "The gauge was read at 6:55 am CDT on Friday, October 2, 2026 .")]
    [InlineData("/?site=COA:950&period=last_month", "0.52 inches (13 mm) of rain in September 2026.")]
    [InlineData("/?site=2200&period=1_hour", "0.00 inches (0.0 mm) of rain in the last hour.")]
    public async Task The_result_is_one_sentence(string address, string sentence) =>
        Assert.Contains(sentence, Words(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?q=blanco+rv", "USGS:08170860. not reporting")]
    [InlineData("/sites/USGS:08170860", "LCRA calls this reading stale: the site is not reporting.")]
    public async Task A_gauge_that_lcra_calls_stale_is_not_said_to_be_silent_for_an_hour(string address, string sentence)
    {
        string words = Words(await site.GetStringAsync(address));

        Assert.Contains(sentence, words, StringComparison.Ordinal);
        Assert.DoesNotContain("an hour", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_number_is_a_dash_with_its_reason_and_never_a_zero()
    {
        string words = Words(await site.GetStringAsync("/?site=5489&period=last_year"));

        Assert.Contains("No total for 2025: LCRA did not publish one.", words, StringComparison.Ordinal);
        Assert.Contains("last year No total: LCRA did not publish one –", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rolling_and_calendar_periods_have_separate_tables()
    {
        string page = await site.GetStringAsync("/?site=3018");

        string[] tables = [.. Table().Matches(page).Select(match => match.Value)];
        Assert.Contains("period=30_day", tables[0], StringComparison.Ordinal);
        Assert.DoesNotContain("period=today", tables[0], StringComparison.Ordinal);
        Assert.Contains("period=today", tables[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_names_the_three_wettest_gauges()
    {
        string words = Words(await site.GetStringAsync("/"));

        Assert.Contains("Colorado River near Glen Flora 4.51 inches El Campo 2 NW 4.19 inches Bellville 1 SW 3.87 inches", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=2222", "No place or rain gauge is called “2222”", "Rocksprings 18 NW")]
    [InlineData("/?site=2222", "No rain gauge is called “2222”", "Rocksprings 18 NW")]
    [InlineData("/?site=marble", "No rain gauge is called “marble”", "Marble Falls 4 WSW")]
    [InlineData("/?site=3018&period=49_hour", "There is no period called “49_hour”", "the last 24 hours")]
    public async Task What_is_unknown_is_a_404_that_helps(string address, string says, string suggests)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        string words = Words(await response.Content.ReadAsStringAsync());
        Assert.Contains(says, words, StringComparison.Ordinal);
        Assert.Contains(suggests, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "24_hour", "the last 24 hours")]
    [InlineData("&period=since_midnight", "since_midnight", "since midnight")]
    public async Task Suggestions_have_the_amounts_of_the_period_that_is_chosen(string period, string chosen, string heading)
    {
        using HttpResponseMessage response = await site.GetAsync("/?site=2222" + period);
        string page = await response.Content.ReadAsStringAsync();

        Assert.Contains($"<input type=\"radio\" name=\"period\" value=\"{chosen}\" checked", page, StringComparison.Ordinal);
        Assert.Contains($"<th scope=\"col\" class=\"number\">{heading}</th>", page, StringComparison.Ordinal);
        Assert.Contains("type=\"search\" list=\"gauges\" value=\"2222\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_visitor_types_is_never_markup() =>
        Assert.DoesNotContain("<b>x", await site.GetStringAsync("/?site=%3Cb%3Ex&period=%3Cb%3Ex"), StringComparison.Ordinal);

    [Fact]
    public async Task The_page_has_no_script_or_style_of_its_own_and_its_style_sheet_is_served()
    {
        string page = await site.GetStringAsync("/");

        Assert.DoesNotMatch("<script(?![^>]* src=)|<style| style=| on[a-z]+=", page);
        using HttpResponseMessage style = await site.GetAsync(Stylesheet().Match(page).Groups["address"].Value);
        Assert.Equal((HttpStatusCode.OK, "text/css"), (style.StatusCode, style.Content.Headers.ContentType!.MediaType));
    }

    [Theory]
    [InlineData("/?q=3018", "Hamilton Creek near Marble Falls gauge 3018, Highland Lakes")]
    [InlineData("/?q=USGS-08159105", "gauge USGS:08159105")]
    [InlineData("/?q=8159105", "gauge USGS:08159105")]
    [InlineData("/?q=coa%20950", "gauge COA:950")]
    [InlineData("/?q=hamilton%20creek%20near%20marble%20falls", "Hamilton Creek near Marble Falls gauge 3018")]
    [InlineData("/?q=Hamilton%20Creek%20near%20Marble%20Falls%20(3018)", "Hamilton Creek near Marble Falls gauge 3018")]
    [InlineData("/?near=30.57,-98.27&period=since_midnight", "The nearest reporting gauges: since midnight")]
    [InlineData("/?near=32.78,-96.80", "The network doesn't reach this place.")]
    public async Task What_people_type_leads_to_a_gauge(string address, string says) =>
        Assert.Contains(says, Words(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?q=zzzzzz", "No place or rain gauge is called “zzzzzz”. Try a town,")]
    [InlineData("/?q=99999", "No gauge of this network is within 40 miles of such a ZIP code.")]
    [InlineData("/?near=here", "“here” is not a valid latitude and longitude")]
    [InlineData("/?near=91,0", "There is no such place")]
    [InlineData("/?site=999999", "No rain gauge is called “999999”. When?")]
    [InlineData("/es/?site=999999", "Ningún pluviómetro se llama «999999». ¿Cuándo?")]
    [InlineData("/?q=999999", "No place or rain gauge is called “999999”. Try a town,")]
    [InlineData("/sites/999999", "No site is called “999999”, and none has a name or number like it.")]
    [InlineData("/es/sites/999999", "Ninguna estación se llama «999999» ni tiene un nombre o número parecido.")]
    public async Task An_unknown_gauge_period_or_place_is_a_404_that_says_so(string address, string says)
    {
        using HttpResponseMessage response = await site.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(says, Words(await response.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?site=3018&units=mm", "71.4 mm (2.81 inches) of rain in the last 24 hours.")]
    [InlineData("/es/?site=3018", "2.81 pulgadas (71.4 mm) de lluvia en las últimas 24 horas.")]
    [InlineData("/es/?site=3018&period=1_day_ago", "de lluvia el jueves 1 de octubre de 2026.")]
    [InlineData("/?site=3018&roof=1000", "About 1,400 gallons from a roof of 1,000 square feet, in the last 24 hours. ")]
    [InlineData("/?site=3018&roof=1000", "0.623 gallons per square foot and inch of rain, of which 80 % is caught.")]
    public async Task Units_language_and_roof_are_in_the_address(string address, string says) =>
        Assert.Contains(says, Words(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/?site=3018&roof=0")]
    [InlineData("/?site=3018&roof=-5")]
    [InlineData("/?site=3018&roof=large")]
    [InlineData("/?site=3018&roof=1000001")]
    public async Task A_roof_that_is_not_valid_is_said_to_be_so_and_which_is_used(string address)
    {
        const string says = "The roof area must be a whole number of square feet from 1 to 1,000,000. 2,000 square feet are used instead. About 2,800 gallons from a roof of 2,000 square feet";

        Assert.Contains(says, Words(await site.GetStringAsync(address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_roof_that_is_not_valid_is_said_to_be_so_in_spanish() => Assert.Contains(
        "La superficie del techo debe ser un número entero de pies cuadrados, de 1 a 1,000,000. En su lugar se usan 2,000 pies cuadrados.",
        Words(await site.GetStringAsync("/es/?site=3018&roof=0")),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("/?site=3018")]
    [InlineData("/?site=3018&roof=1")]
    public async Task A_valid_roof_or_none_has_no_note(string address) =>
        Assert.DoesNotContain("The roof area must be", await site.GetStringAsync(address), StringComparison.Ordinal);

    [Theory]
    [InlineData("/es/?site=3018&period=5_hour&units=mm&roof=1000", "/es/?site=3018&period=24_hour&units=mm&roof=1000", "3018")]
    [InlineData("/?period=5_hour&q=marble+falls", "/?period=24_hour&q=marble%20falls", "marble falls")]
    [InlineData("/?near=30.57%2C-98.27&period=5_hour&units=mm", "/?near=30.57,-98.27&period=24_hour&units=mm", "30.57,-98.27")]
    public async Task The_page_of_an_unknown_period_keeps_the_rest_of_the_address(string address, string link, string typed)
    {
        string page = await site.GetStringAsync(address);

        Assert.Contains($"<a href=\"{WebUtility.HtmlEncode(link)}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<input id=\"q\" name=\"q\" type=\"search\" list=\"gauges\" value=\"{typed}\"", page, StringComparison.Ordinal);
        Assert.Equal(address.Contains("units=mm", StringComparison.Ordinal), page.Contains("type=\"hidden\" value=\"mm\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_missing_number_fills_no_barrel() =>
        Assert.DoesNotContain("gallons", await site.GetStringAsync("/?site=5489&period=last_year"), StringComparison.Ordinal);

    [Fact]
    public async Task A_live_page_has_no_recording_banner() =>
        Assert.DoesNotContain("recording", await site.GetStringAsync("/"), StringComparison.Ordinal);

    [Fact]
    public async Task Another_culture_on_the_server_changes_nothing()
    {
        string expected = Words(await site.GetStringAsync("/?site=3018"));
        using CultureScope german = new("de-DE");
        site.Server.PreserveExecutionContext = true;

        Assert.Equal(expected, Words(await site.GetStringAsync("/?site=3018")));
    }

    private static string Words(string page) =>
        WebUtility.HtmlDecode(Blanks().Replace(Tag().Replace(page, " "), " "));

    [GeneratedRegex("<[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("<table class=\"card\">\\s*<caption>.*?</table>", RegexOptions.Singleline, 1000)]
    private static partial Regex Table();

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(?<address>[^\"]*)\"", RegexOptions.None, 1000)]
    private static partial Regex Stylesheet();
}
