using System.Text.Json;
using Lcra.Hydromet;

namespace RainfallSite.Tests.Browser;

/// <summary>What JavaScript's date parser, and so Vega's and other automatic types, makes of the files.</summary>
[Collection(BrowserTests.Name)]
public sealed class ExportTests(BrowserFixture browser)
{
    [ToolFact(BrowserFixture.Program)]
    public async Task No_text_of_a_file_is_a_date_to_JavaScript()
    {
        await using BrowserSession visit = await browser.OpenAsync("/gauges");

        JsonElement found = await visit.Page.EvaluateAsync<JsonElement>(
            """
            async periods => {
              const texts = ['site', 'agency', 'basin', 'period', 'status', 'conflicts', 'source'];
              const seen = new Set();
              const dates = [];
              for (const period of periods) {
                const file = await (await fetch(`/gauges.geojson?period=${period}`)).json();
                for (const feature of file.features) {
                  for (const name of texts) {
                    const text = feature.properties[name];
                    if (text === undefined) dates.push(`${name} is missing`);
                    if (!text || seen.has(text)) continue;
                    seen.add(text);
                    if (!Number.isNaN(Date.parse(text)) || !Number.isNaN(Number(text))) dates.push(`${name}: ${text}`);
                  }
                }
              }
              return { count: seen.size, dates, isNoticed: !Number.isNaN(Date.parse('LCRA:3018')) };
            }
            """,
            RainfallPeriod.All.Select(period => period.Key).ToArray());

        Assert.True(found.GetProperty("isNoticed").GetBoolean());
        Assert.InRange(found.GetProperty("count").GetInt32(), 400, 2000);
        Assert.Equal([], found.GetProperty("dates").EnumerateArray().Select(date => date.GetString()));
    }
}
