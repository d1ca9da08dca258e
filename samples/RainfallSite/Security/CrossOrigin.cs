using Microsoft.AspNetCore.Cors.Infrastructure;
using RainfallSite.Files;

namespace RainfallSite.Security;

/// <summary>
/// Lets a page of any origin read what this site serves: everything is public and the same for everybody, and there are no cookies.
/// </summary>
internal static class CrossOrigin
{
    private static readonly TimeSpan PreflightLifetime = TimeSpan.FromDays(1);

    public static void AddCrossOriginReading(this IServiceCollection services) => services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
        .AllowAnyOrigin()
        .WithMethods(HttpMethods.Get, HttpMethods.Head)
        .WithHeaders("If-None-Match")
        .SetPreflightMaxAge(PreflightLifetime)));

    public static void UseCrossOriginReading(this IApplicationBuilder app)
    {
        // The middleware writes these only on a response to a request with an Origin, but a shared cache can store the response to one without.
        app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.AccessControlAllowOrigin = "*";
                context.Response.Headers.AccessControlExposeHeaders = $"ETag, Link, Retry-After, {FileResult.LeftOut}, {FileResult.WithoutPosition}";
                return Task.CompletedTask;
            });
            return next(context);
        });
        ICorsService cors = app.ApplicationServices.GetRequiredService<ICorsService>();
        ICorsPolicyProvider policies = app.ApplicationServices.GetRequiredService<ICorsPolicyProvider>();
        ILoggerFactory loggers = app.ApplicationServices.GetRequiredService<ILoggerFactory>();
        app.Use(next =>
        {
            // UseCors compiles an expression that calls it, which takes longer than all else here.
            CorsMiddleware middleware = new(next, cors, loggers);
            return context => middleware.Invoke(context, policies);
        });
    }
}
