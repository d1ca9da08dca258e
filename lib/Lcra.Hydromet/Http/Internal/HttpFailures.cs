using System.Globalization;
using System.Net;
using Polly.Timeout;

namespace Lcra.Hydromet.Http.Internal;

/// <summary>Converts the failures of a download to <see cref="HydrometException"/>s that say what to do.</summary>
internal static class HttpFailures
{
    private const string Mitigated = "cf-mitigated";

    /// <summary>Determines whether a retry of the same request can succeed.</summary>
    public static bool IsTransient(HttpResponseMessage response) =>
        !IsBlocked(response)
        && (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests || (int)response.StatusCode >= 500);

    /// <summary>Reads Retry-After in either form, seconds from the date of the refusal; a past time means at once.</summary>
    public static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => NotNegative(delta - (now - SharedCache.RefusedAt(response, now))),
        { Date: { } date } => NotNegative(date - now),
        _ => null,
    };

    /// <summary>Says how long to wait.</summary>
    public static string Advice(TimeSpan? wait) =>
        wait is { } asked ? string.Create(CultureInfo.InvariantCulture, $"It asks to wait {Math.Ceiling(asked.TotalSeconds)} seconds.") : "Try again later.";

    public static HydrometException OfStatus(HttpResponseMessage response, HydrometFeed feed, Uri address, DateTimeOffset now)
    {
        HttpStatusCode status = response.StatusCode;
        bool blocked = IsBlocked(response);
        bool transient = IsTransient(response);
        TimeSpan? wait = RetryAfter(response, now);
        string advice = blocked ? "It does not let this program in: wait, try from another network, or set a contact in the options and ask LCRA."
            : wait is not null || transient ? Advice(wait)
            : "Trying again will not help: check the address.";
        return new HydrometException(string.Create(CultureInfo.InvariantCulture, $"{address} responded with {(int)status} {status}. {advice}"))
        {
            Kind = blocked ? HydrometFailureKind.Blocked : HydrometFailureKind.HttpError,
            Feed = feed,
            RequestUri = address,
            StatusCode = status,
            RetryAfter = wait,
            IsTransient = transient,
        };
    }

    public static HydrometException Of(Exception failure, HydrometFeed feed, Uri address)
    {
        HydrometFailureKind kind = KindOf(failure);
        string what = kind switch
        {
            HydrometFailureKind.TimedOut when failure is TimeoutRejectedException timeout => string.Create(
                CultureInfo.InvariantCulture, $"took longer than the {timeout.Timeout.TotalSeconds} seconds it is given. Try again later"),
            HydrometFailureKind.TimedOut => "took too long to respond. Try again later",
            HydrometFailureKind.UntrustedCertificate =>
                "has no certificate that this machine trusts. Add the authority to the machine's trusted ones; the check is never loosened",
            HydrometFailureKind.TooLarge => $"sent more than {nameof(HydrometClientOptions.MaxResponseBytes)} allows",
            HydrometFailureKind.Truncated => "broke off in the middle of its response. Try again",
            HydrometFailureKind.Unreadable => $"sent a body that cannot be decoded ({failure.Message}). Try again later",
            _ => $"could not be reached ({failure.GetBaseException().Message}). Check the network, then try again",
        };
        bool transient = kind is not (HydrometFailureKind.UntrustedCertificate or HydrometFailureKind.TooLarge);
        return new HydrometException($"{address} {what}.", failure) { Kind = kind, Feed = feed, RequestUri = address, IsTransient = transient };
    }

    /// <summary>Gets the kind of failure of an exception.</summary>
    public static HydrometFailureKind KindOf(Exception failure) => failure switch
    {
        OperationCanceledException or TimeoutRejectedException => HydrometFailureKind.TimedOut,
        _ when IsUntrusted(failure) => HydrometFailureKind.UntrustedCertificate,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => HydrometFailureKind.TooLarge,
        InvalidDataException => HydrometFailureKind.Unreadable,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded } or IOException => HydrometFailureKind.Truncated,
        _ => HydrometFailureKind.Unreachable,
    };

    private static TimeSpan NotNegative(TimeSpan wait) => wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static bool IsUntrusted(Exception? failure) =>
        failure is UntrustedCertificateException || (failure is not null && IsUntrusted(failure.InnerException));

    private static bool IsBlocked(HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || response.Headers.Contains(Mitigated);
}
