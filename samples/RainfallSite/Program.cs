using RainfallSite;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.AddRainfallSite();

WebApplication app = builder.Build();
app.UseRainfallSite();
await app.RunAsync();
