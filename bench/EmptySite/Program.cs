// An empty ASP.NET Core site, for the startup time and memory of the framework. With --pages true it has Razor Pages.
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
bool hasPages = builder.Configuration.GetValue("pages", false);
if (hasPages)
{
    builder.Services.AddRazorPages();
}

WebApplication app = builder.Build();
app.MapGet("/healthz", () => "");
if (hasPages)
{
    app.MapRazorPages();
}
else
{
    app.MapGet("/", () => "");
}

await app.RunAsync();
