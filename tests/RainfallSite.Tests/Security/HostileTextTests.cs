using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using RainfallSite.Tests.Support;

namespace RainfallSite.Tests.Security;

/// <summary>Names as somebody upstream with bad intentions would write them.</summary>
public sealed class HostileTextTests : IDisposable
{
    private const string Name = "</title><script>alert(1)</script> \u202Egnp.\u0007\u0000 ]]> & \"'\u2028\uFFFEx <script";
    private readonly SiteFixture _site = new();

    public HostileTextTests() => _site.With(request => request.RequestUri!.AbsolutePath.EndsWith("/Rainfall.csv", StringComparison.Ordinal)
        ? new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(
                "Site,Location,Date Time,1 Hour,3 Hour,6 Hour,24 Hour,Since Midnight,Rainfall (in) Report Date: 2026-10-02 07:00\r\n"
                + $"1,\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",2026-10-02 06:55,0.01,0.01,0.01,9.01,0.01\r\n"),
        }
        : null);

    [Theory]
    [InlineData("/badge/1/24_hour.svg")]
    [InlineData("/atom/1/24_hour?over=1.00")]
    public async Task In_xml_it_is_text_and_the_document_stays_well_formed(string address)
    {
        XDocument document = XDocument.Parse(await _site.GetStringAsync(address));

        Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName == "script");
        Assert.Contains("alert(1) gnp. ]]> & \"' x <script", document.Root!.Value, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', document.Root.Value);
    }

    [Fact]
    public async Task In_a_line_it_stays_on_the_line_and_turns_nothing_round()
    {
        string line = await _site.GetStringAsync("/text/1/24_hour.txt");

        Assert.Equal(line.Length - 1, line.IndexOfAny(['\n', '\r', '\u2028', '\u0007', '\0', '\u202E', '\uFFFE']));
    }

    [Fact]
    public async Task In_json_it_is_escaped()
    {
        string json = await _site.GetStringAsync("/api/rainfall/1/24_hour");

        Assert.DoesNotContain("<script", json, StringComparison.Ordinal);
        Assert.Contains("<script", JsonDocument.Parse(json).RootElement.GetProperty("site").GetProperty("name").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?site=1")]
    [InlineData("/?site=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/api/rainfall/%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("/api/rainfall/1/%3Cscript%3E")]
    public async Task On_a_page_and_in_a_problem_it_is_never_markup(string address)
    {
        using HttpResponseMessage response = await _site.GetAsync(address);

        string body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
        Assert.DoesNotContain("x <script", body, StringComparison.Ordinal);
    }

    public void Dispose() => _site.Dispose();
}
