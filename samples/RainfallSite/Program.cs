using RainfallSite;
using RainfallSite.Archive;

// A watch of settings files takes an inotify instance, of which a node has few, and the start waits for it. The files of an image never change.
WebApplicationBuilder builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);
if (ArchiveCommand.IsNamed(args))
{
    return await ArchiveCommand.RunAsync(args[0], builder.Configuration, Console.Out, Console.Error, CancellationToken.None);
}

builder.AddRainfallSite();

WebApplication app = builder.Build();
app.UseRainfallSite();
await app.RunAsync();
return 0;
