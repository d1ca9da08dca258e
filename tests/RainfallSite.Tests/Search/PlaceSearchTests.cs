using System.Net;
using System.Text.RegularExpressions;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Search;

/// <summary>What people type to find their place.</summary>
public sealed class PlaceSearchTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private const string MarbleFalls = "Backbone Creek at Marble Falls 0.7 mi NW, gauge 2992 Reporting normally. Read Fri, Oct 2, 6:55 am";

    [Theory]
    [InlineData("78654", MarbleFalls)]
    [InlineData("78654-1234", MarbleFalls)]
    [InlineData("78654, TX", MarbleFalls)]
    [InlineData("Marble Falls, TX 78654", MarbleFalls)]
    [InlineData("700 Avenue N, Marble Falls, Texas 78654-1234, USA", MarbleFalls)]
    [InlineData("Marble Falls", MarbleFalls)]
    [InlineData("marblefalls, tx", MarbleFalls)]
    [InlineData("near Marble Falls, Texas", MarbleFalls)]
    [InlineData("78654", "2.17 inches Backbone")]
    [InlineData("78654", "Distances are from the town.")]
    [InlineData("78704", "Distances are from the middle of the ZIP code's area.")]
    [InlineData("Spicewood", "Distances are from where the names of the gauges put this place")]
    [InlineData("78961", "ZIP code 78961, Round Top")]
    [InlineData("30.57 -98.27", "Distances are from this position.")]
    [InlineData("30.57,-98.27", "1.3 mi NW, gauge 2992")]
    [InlineData("Lake Travis", "Mansfield Dam 1 ENE 0.5 mi E")]
    [InlineData("Round Rock", "Pond G Dam 5.6 mi SW")]
    [InlineData("Márble Falls", "4 miles west-southwest of Marble Falls")]
    [InlineData("Cameron", "These gauges are far from this place: the rain there can be very different.")]
    [InlineData("Houston", "The network doesn't reach this place. The nearest gauge with an amount: Damon 1 NNW, 39.1 mi SW.")]
    [InlineData("77002", "ZIP code 77002, Houston The network doesn't reach this place.")]
    [InlineData("Dallas", "The network doesn't reach this place.")]
    [InlineData("30.57,98.27", "Did the longitude lose its minus? 30.57,-98.27")]
    [InlineData("creek", "Show all 71")]
    public async Task A_place_has_its_gauges(string typed, string says)
    {
        (HttpStatusCode status, string words) = await SearchAsync("/?q=", typed);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains($"“{typed}”", words, StringComparison.Ordinal);
        Assert.Contains(says, words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("78654")]
    [InlineData("Austin")]
    [InlineData("30.3,-97.7")]
    public async Task Three_gauges_are_shown_and_never_one(string typed)
    {
        string page = await site.GetStringAsync($"/?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(3, Regex.Count(page, "<li class=\"result card", RegexOptions.None, TimeSpan.FromSeconds(1)));
    }

    [Theory]
    [InlineData("hamiltn crek marbel fals", "Hamilton Creek near Marble Falls")]
    [InlineData("Mrable Falls", "Places Marble Falls")]
    [InlineData("Huston", "Places Houston")]
    [InlineData("Basrtop", "Places Bastrop")]
    public async Task A_spelling_error_leads_to_suggestions_and_nowhere_else(string typed, string suggests)
    {
        (HttpStatusCode status, string words) = await SearchAsync("/?q=", typed);

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("Did you mean one of these?", words, StringComparison.Ordinal);
        Assert.Contains(suggests, words, StringComparison.Ordinal);
        Assert.DoesNotContain("Moulton", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3018", true)]
    [InlineData("COA 950", true)]
    [InlineData("marble falls 4 wsw", true)]
    [InlineData("Hamilton Creek near Marble Falls (3018)", true)]
    [InlineData("Hamilton", false)]
    [InlineData("78654", false)]
    [InlineData("Moulton", false)]
    [InlineData("30.57,-98.27", false)]
    public async Task Only_a_number_or_whole_name_of_a_gauge_redirects_to_it(string typed, bool redirects)
    {
        await site.GetStringAsync("/healthz");
        using HttpClient http = site.CreateClient(new() { AllowAutoRedirect = false });
        using HttpResponseMessage response = await http.GetAsync(new Uri($"/?q={Uri.EscapeDataString(typed)}", UriKind.Relative));

        Assert.Equal(redirects ? HttpStatusCode.Redirect : HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/es/?q=", "a 4 millas al oestesuroeste de Marble Falls")]
    [InlineData("/es/?q=", "Transmite con normalidad.")]
    public async Task Spanish_has_the_same(string page, string says) =>
        Assert.Contains(says, (await SearchAsync(page, "Marble Falls")).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("/?q=78654&period=since_midnight", "0.74 inches since midnight near ZIP code 78654, Marble Falls")]
    [InlineData("/?site=3018", "2.81 inches in the last 24 hours at Hamilton Creek near Marble Falls")]
    [InlineData("/?q=Houston", "Gauges for “Houston”")]
    public async Task The_title_states_place_and_amount(string address, string title) =>
        Assert.Contains($"<title>{title}</title>", WebUtility.HtmlDecode(await site.GetStringAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task A_silent_gauge_is_passed_over_and_named()
    {
        using SiteFixture silent = new();
        silent.With(RecordedBodies.With("2992,Backbone Creek at Marble Falls,2026-10-02 06:55", "2992,Backbone Creek at Marble Falls,2026-10-01 06:55"));

        string words = PageText.Words(await silent.GetStringAsync("/?q=78654"));

        Assert.Contains("Nearer, but without an amount: Backbone Creek at Marble Falls, 0.7 mi NW.", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_positions_a_place_has_no_gauges_and_says_so()
    {
        using SiteFixture without = new();
        without.With(request => request.RequestUri!.AbsolutePath.Contains("GetDataForAllSites", StringComparison.Ordinal) ? FeedServer.Down(request) : null);

        Assert.Contains("No gauge with a known position has an amount now.", PageText.Words(await without.GetStringAsync("/?near=30.57,-98.27")), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Words)> SearchAsync(string page, string typed)
    {
        using HttpResponseMessage response = await site.GetAsync($"{page}{Uri.EscapeDataString(typed)}");
        return (response.StatusCode, PageText.Words(await response.Content.ReadAsStringAsync()));
    }
}
