using System.Text.Json.Serialization;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet;

/// <summary>What went wrong with a download, in one word.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<HydrometFailureKind>))]
public enum HydrometFailureKind
{
    /// <summary>Something that has no word of its own; the message says what.</summary>
    Other,

    /// <summary>There was no connection: no network, no such host, or nobody listening.</summary>
    Unreachable,

    /// <summary>The server responded with a status other than success.</summary>
    HttpError,

    /// <summary>LCRA or a proxy in front of it blocks this program: status 403, or a page with a browser challenge.</summary>
    Blocked,

    /// <summary>The response is a web page and not the feed.</summary>
    WebPage,

    /// <summary>The response ended early.</summary>
    Truncated,

    /// <summary>The response is larger than <see cref="HydrometClientOptions.MaxResponseBytes"/>.</summary>
    TooLarge,

    /// <summary>The server's certificate is not trusted. The check is never loosened.</summary>
    UntrustedCertificate,

    /// <summary>The response took longer than the options allow.</summary>
    TimedOut,

    /// <summary>The feed came, but it cannot be read without guessing.</summary>
    Unreadable,

    /// <summary>The feed ends inside a line, or has lost more than a tenth of its gauges. Three downloads that agree are accepted.</summary>
    Incomplete,
}
