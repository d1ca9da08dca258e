using System.Net;
using FeedServer;

// A test server for LCRA on loopback: serves the recorded feeds, counts downloads and simulates LCRA's failures.
// GET /counts lists the downloads of each feed, POST /counts resets them, POST /fault/{name} starts a failure, POST /fault/none ends it.
// GET /blob/{bytes} returns a number of bytes from memory: Kestrel's maximum rate.
WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
int port = builder.Configuration.GetValue("port", 0);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));

RecordedFeeds feeds = new(TimeProvider.System);
WebApplication app = builder.Build();
app.MapGet("/media/{file}", (string file, HttpContext context) => feeds.ServeAsync($"media/{file}", context));
app.MapGet("/api/{**path}", (string path, HttpContext context) => feeds.ServeAsync($"api/{path}", context));

// The peer's feeds are at the root.
app.MapGet("/Rainfall.csv", (HttpContext context) => feeds.ServeAsync("media/Rainfall.csv", context));
app.MapGet("/Rain5Day.csv", (HttpContext context) => feeds.ServeAsync("media/Rain5Day.csv", context));
app.MapGet("/counts", () => feeds.Counts);
app.MapPost("/counts", feeds.StartOver);
app.MapPost("/fault/{name}", (string name) => feeds.TryBreak(name) ? Results.NoContent() : Results.NotFound());
Dictionary<int, byte[]> blobs = [];
app.MapGet("/blob/{bytes:int:range(0,1000000)}", async (int bytes, HttpContext context) =>
{
    byte[] body;
    lock (blobs)
    {
        body = blobs.TryGetValue(bytes, out byte[]? known) ? known : blobs[bytes] = new byte[bytes];
    }

    context.Response.ContentType = "text/html";
    context.Response.ContentLength = bytes;
    await context.Response.Body.WriteAsync(body, context.RequestAborted);
});
await app.RunAsync();
