using System.Text.Json;
using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.History.Internal;

/// <summary>Creates the exceptions for the response of one window.</summary>
internal readonly struct HistoryFaults(HydrometFeed feed, Uri address)
{
    public void ThrowIfNoJson(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<byte> text = body.TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
        {
            throw Broken($"{feed} is empty. Try again later.");
        }

        if (text[0] == '<')
        {
            throw Broken($"{feed} is a web page, not JSON. LCRA may be down or may have blocked the request: try again later.", text);
        }
    }

    public HydrometFormatException Malformed(string path, JsonException cause) =>
        new($"{feed} is not valid JSON or was truncated, at {path}: {cause.Message} The address is {address}.", cause)
        {
            Feed = feed,
            RequestUri = address,
            Line = cause.LineNumber + 1,
            Column = path,
            IsTransient = true,
        };

    public HydrometFormatException Unexpected(string what, string path, ReadOnlySpan<byte> value) =>
        new($"{feed} {what}, at {path}, in the response of {address}. LCRA may have changed it: look for a newer version of this library.")
        {
            Feed = feed,
            RequestUri = address,
            Column = path,
            Value = value.IsEmpty ? null : FindingList.Shorten(value),
        };

    private HydrometFormatException Broken(string message, ReadOnlySpan<byte> value = default) => new($"{message} The address is {address}.")
    {
        Feed = feed,
        RequestUri = address,
        Line = 1,
        Value = value.IsEmpty ? null : FindingList.Shorten(value),
        Kind = value.IsEmpty ? HydrometFailureKind.Unreadable : WebPage.KindOf(value),
        IsTransient = true,
    };
}
