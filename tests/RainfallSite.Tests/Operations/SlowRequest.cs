using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RainfallSite.Tests.Operations;

[assembly: HostingStartup(typeof(SlowRequest))]

namespace RainfallSite.Tests.Operations;

/// <summary>A request that lasts until the site stops; it runs in a process whose hosting startup assemblies include this one.</summary>
public sealed class SlowRequest : IHostingStartup, IStartupFilter
{
    public const string Path = "/slow";

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map(Path, slow => slow.Run(async context =>
        {
            TaskCompletionSource stopping = new(TaskCreationOptions.RunContinuationsAsynchronously);
            context.RequestServices.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(stopping.SetResult);
            await context.Response.WriteAsync("begun, ");
            await context.Response.Body.FlushAsync();
            await stopping.Task;
            await context.Response.WriteAsync("finished");
        }));
        next(app);
    };
}
