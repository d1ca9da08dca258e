using RainfallSite;
using RainfallSite.Archive;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
if (ArchiveCommand.IsNamed(args))
{
    return await ArchiveCommand.RunAsync(args[0], builder.Configuration, Console.Out, Console.Error, CancellationToken.None);
}

builder.AddRainfallSite();

WebApplication app = builder.Build();
app.UseRainfallSite();
await app.RunAsync();
return 0;
