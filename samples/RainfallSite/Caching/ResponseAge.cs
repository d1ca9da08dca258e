namespace RainfallSite.Caching;

/// <summary>How long a response can be cached: until the next minute, because it contains its age in minutes.</summary>
internal static class ResponseAge
{
    public static int SecondsToNextMinute(DateTimeOffset now) => 60 - now.Second - (now.Ticks % TimeSpan.TicksPerSecond > 0 ? 1 : 0);

    public static TimeSpan TimeToNextMinute(DateTimeOffset now) => TimeSpan.FromTicks(TimeSpan.TicksPerMinute - (now.Ticks % TimeSpan.TicksPerMinute));

    /// <summary>Lets a browser cache a page without other cache headers until the next minute.</summary>
    public static void UsePageAge(this WebApplication app)
    {
        TimeProvider clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            int seconds = SecondsToNextMinute(clock.GetUtcNow());
            context.Response.OnStarting(() =>
            {
                HttpResponse response = context.Response;
                if (response.Headers.CacheControl.Count == 0 && response.ContentType is { } type && type.StartsWith("text/html", StringComparison.Ordinal))
                {
                    response.Headers.CacheControl = response.StatusCode == StatusCodes.Status200OK ? $"private, max-age={seconds}" : "no-store";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
