// The least that ASP.NET Core can be: what a start and a process cost before a site does anything. With --pages true it has Razor Pages.
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
