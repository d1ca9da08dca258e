using System.Net;
using System.Text.Json;

namespace RainfallSite.Tests.Operations;

/// <summary>The site as it runs in a cluster: a process with an environment, signals and a log.</summary>
public sealed class ProcessTests
{
    [ToolFact("dotnet", "kill")]
    public async Task A_stop_lets_a_request_finish()
    {
        using SiteProcess site = SiteProcess.Start(("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", "RainfallSite.Tests"));
        using HttpClient http = await site.ListenAsync();
        using HttpResponseMessage response = await http.GetAsync(new Uri(SlowRequest.Path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);

        site.Terminate();

        Assert.Equal((HttpStatusCode.OK, "begun, finished"), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        await site.WaitForExitAsync();
        Assert.Equal(0, site.ExitCode);
    }

    [ToolFact("dotnet")]
    public async Task Without_time_zone_data_it_does_not_start_and_says_so()
    {
        string empty = Directory.CreateTempSubdirectory("no-zones-").FullName;
        using SiteProcess site = SiteProcess.Start(("TZDIR", empty));

        await site.WaitForExitAsync();

        Assert.NotEqual(0, site.ExitCode);
        await site.SeeAsync(line => line.Contains("The time zone data of America/Chicago are missing", StringComparison.Ordinal));
        Directory.Delete(empty);
    }

    [ToolFact("dotnet")]
    public async Task With_wrong_time_zone_data_it_does_not_start_and_says_so()
    {
        string zones = Directory.CreateTempSubdirectory("wrong-zones-").FullName;
        Directory.CreateDirectory(Path.Combine(zones, "America"));
        File.Copy("/usr/share/zoneinfo/America/New_York", Path.Combine(zones, "America/Chicago"));
        using SiteProcess site = SiteProcess.Start(("TZDIR", zones));

        await site.WaitForExitAsync();

        Assert.NotEqual(0, site.ExitCode);
        await site.SeeAsync(line => line.Contains("The time zone data of America/Chicago are wrong: in winter they say -05:00:00", StringComparison.Ordinal));
        Directory.Delete(zones, recursive: true);
    }

    [ToolFact("dotnet", "kill")]
    public async Task It_logs_JSON_writes_no_files_and_does_not_name_its_server()
    {
        using SiteProcess site = SiteProcess.Start(("Logging__Console__FormatterName", "json"));
        using HttpClient http = await site.ListenAsync();
        using HttpResponseMessage response = await http.GetAsync(new Uri("/?site=3018", UriKind.Relative));
        site.Terminate();
        await site.WaitForExitAsync();

        Assert.Equal((HttpStatusCode.OK, false), (response.StatusCode, response.Headers.Contains("Server")));
        Assert.All(site.Output, line => Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(line).RootElement.ValueKind));
        Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(site.Home, "*", SearchOption.AllDirectories), path => !path.EndsWith("/.dotnet", StringComparison.Ordinal));
    }

    [ToolFact("dotnet")]
    public async Task Forwarded_addresses_are_believed_only_from_the_networks_that_are_named()
    {
        using SiteProcess site = SiteProcess.Start(("RateLimit__RequestsPerMinute", "1"), ("ForwardedHeaders__KnownNetworks", "127.0.0.0/8; fd00::/8"));
        using SiteProcess open = SiteProcess.Start(("RateLimit__RequestsPerMinute", "1"));
        using HttpClient http = await site.ListenAsync();
        using HttpClient direct = await open.ListenAsync();

        HttpStatusCode[] proxied = [await AskAsync(http, "203.0.113.1"), await AskAsync(http, "203.0.113.2"), await AskAsync(http, "203.0.113.1")];
        HttpStatusCode[] forged = [await AskAsync(direct, "203.0.113.1"), await AskAsync(direct, "203.0.113.2")];

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], proxied);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.TooManyRequests], forged);
    }

    private static async Task<HttpStatusCode> AskAsync(HttpClient http, string forwardedFor)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/openapi/v1.json");
        request.Headers.Add("X-Forwarded-For", forwardedFor);
        request.Headers.Add("X-Forwarded-Proto", "https");
        using HttpResponseMessage response = await http.SendAsync(request);
        return response.StatusCode;
    }
}
