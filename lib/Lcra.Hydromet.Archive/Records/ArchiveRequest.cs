using System.Globalization;
using System.Net;

namespace Lcra.Hydromet.Archive;

/// <summary>A request that records came with: what was requested, when, and what the response was. It is the provenance of each value.</summary>
public sealed record ArchiveRequest
{
    /// <summary>Gets the site.</summary>
    public required SiteId Site { get; init; }

    /// <summary>Gets the parameter: rain, daily rain, flow or lake level.</summary>
    public required HistoryParameter Parameter { get; init; }

    /// <summary>Gets the first requested day, in Central time.</summary>
    public required DateOnly First { get; init; }

    /// <summary>Gets the last requested day, in Central time, included.</summary>
    public required DateOnly Last { get; init; }

    /// <summary>Gets when the request was sent. Values are known from then on, and later days of the window are not covered.</summary>
    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Gets the requested address; null when it is not known.</summary>
    public Uri? Address { get; init; }

    /// <summary>Gets the HTTP status of the response; null when it is not known.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets the number of records of the response; null for the number of records that are stored.</summary>
    public int? Rows { get; init; }

    /// <summary>Gets the SHA-256 of the body as 64 hexadecimal digits; null when it is not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Writes the request on one line.</summary>
    /// <returns>Site, parameter, days, and time.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Site} {Parameter}, {First:yyyy-MM-dd} to {Last:yyyy-MM-dd}, requested {RequestedAt:yyyy-MM-dd HH:mm zzz}");
}
