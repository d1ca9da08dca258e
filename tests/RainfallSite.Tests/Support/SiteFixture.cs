using System.Net;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RainfallSite.Operations;

namespace RainfallSite.Tests.Support;

/// <summary>The real site in this process, with a feed server and a clock that a test holds.</summary>
public sealed class SiteFixture : WebApplicationFactory<Program>
{
    private static readonly TimeSpan WaitTimeout = TimeSpan.FromSeconds(60);

    private Action<IServiceCollection> _services = _ => { };

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["environment"] = "Production",
        ["AllowedHosts"] = "*",
        ["ReloadStaticAssetsAtRuntime"] = "false",
        ["Hydromet:Source"] = "Live",
        ["Hydromet:MaxRetryAttempts"] = "0",
        ["Hydromet:RefreshJitter"] = "00:00:00",
    };

    internal FeedServer Feeds { get; } = new();

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 10, 2, 12, 2, 0, TimeSpan.Zero));

    internal SiteFixture With(string setting, string value)
    {
        _settings[setting] = value;
        return this;
    }

    internal SiteFixture With(Action<IServiceCollection> services)
    {
        _services += services;
        return this;
    }

    /// <summary>Serves a recording, at its time.</summary>
    internal SiteFixture With(HydrometRecording recording) => With("Hydromet:Source", "Replay").With(services =>
    {
        services.AddSingleton(recording);
        services.RemoveAll<TimeProvider>();
        services.AddSingleton<TimeProvider>(new ReplayClock(recording.RecordedAt));
        services.AddHttpClient(HydrometClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => new ReplayHandler(recording));
    });

    internal SiteFixture With(Func<HttpRequestMessage, HttpResponseMessage?> instead)
    {
        Feeds.Override = instead;
        return this;
    }

    /// <summary>Serves the site on a free port of this machine, for a browser, and gives its address.</summary>
    internal async Task<Uri> ListenAsync()
    {
        UseKestrel(options => options.Listen(IPAddress.Loopback, 0));
        StartServer();
        await Services.GetRequiredService<WarmUp>().ExecuteTask!.WaitAsync(WaitTimeout);
        return ClientOptions.BaseAddress;
    }

    internal async Task<string> GetStringAsync(string address)
    {
        using HttpResponseMessage response = await GetAsync(address);
        return await response.Content.ReadAsStringAsync();
    }

    /// <summary>Asks the site once its first attempt to fetch a report has ended, however slow the machine is.</summary>
    internal Task<HttpResponseMessage> GetAsync(string address) => GetAsync(address, []);

    internal async Task<HttpResponseMessage> GetAsync(string address, params (string Name, string Value)[] headers)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await SendAsync(request);
    }

    internal async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        await Services.GetRequiredService<WarmUp>().ExecuteTask!.WaitAsync(WaitTimeout);
        using HttpClient http = CreateClient();
        return await http.SendAsync(request);
    }

    /// <summary>Lets the next refresh come and waits until a page shows what it brought.</summary>
    internal async Task RefreshUntilAsync(string address, Func<string, bool> shows)
    {
        Clock.Advance(TimeSpan.FromMinutes(15));
        await WaitUntilAsync(address, shows);
    }

    internal async Task WaitUntilAsync(string address, Func<string, bool> shows)
    {
        using CancellationTokenSource timeout = new(WaitTimeout);
        while (!shows(await GetStringAsync(address)))
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        foreach ((string setting, string value) in _settings)
        {
            builder.UseSetting(setting, value);
        }

        if (_settings["Hydromet:Source"] == "Live")
        {
            builder.ConfigureTestServices(services =>
            {
                services.RemoveAll<TimeProvider>();
                services.AddSingleton<TimeProvider>(Clock);
                services.AddHttpClient(HydrometClient.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => Feeds);
            });
        }

        builder.ConfigureTestServices(_services);
    }
}
