using System.Net;
using GitOps.Tests.Rendering;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GitOps.Tests;

/// <summary>The real site with the settings of an environment; only what answers at the base address is a recording.</summary>
public sealed class SiteSettingsTests
{
    [KustomizeTheory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Both_probes_answer_200_with_the_rendered_settings(string environment)
    {
        Target target = environment == "dev" ? Targets.Dev : Targets.Prod;
        await using WebApplicationFactory<Program> site = new WebApplicationFactory<Program>().WithWebHostBuilder(host => Configure(host, target));
        using HttpClient http = site.CreateClient();
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        KubernetesObject deployment = target.OfKind("Deployment").Single(item => item.Name == "rainfall");

        foreach (string probe in new[] { "livenessProbe", "readinessProbe" })
        {
            Uri path = new(deployment.Containers.Single().Text(probe, "httpGet", "path")!, UriKind.Relative);
            while (await StatusAsync(http, path, "localhost", patience.Token) is var status && status != HttpStatusCode.OK)
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
            }

            Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(http, path, "elsewhere.example.org", patience.Token));
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, Uri path, string host, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path);
        request.Headers.Host = host;
        using HttpResponseMessage response = await http.SendAsync(request, cancellationToken);
        return response.StatusCode;
    }

    private static void Configure(IWebHostBuilder host, Target target)
    {
        foreach ((string key, string value) in target.OfKind("ConfigMap").Single(map => map.Name.StartsWith("rainfall-config", StringComparison.Ordinal)).Node.Map("data"))
        {
            host.UseSetting(key == "ASPNETCORE_ENVIRONMENT" ? "environment" : key.Replace("__", ":", StringComparison.Ordinal), value);
        }

        host.ConfigureTestServices(services => services.AddHttpClient(HydrometClient.HttpClientName)
            .ConfigurePrimaryHttpMessageHandler(() => new ReplayHandler(HydrometRecording.StormOfOctober2026())));
    }
}
