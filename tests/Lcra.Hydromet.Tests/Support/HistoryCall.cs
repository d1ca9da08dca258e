using System.Globalization;

namespace Lcra.Hydromet.Tests.Support;

/// <summary>One request for history, taken apart.</summary>
internal sealed record HistoryCall(string Path, DateOnly First, DateOnly Last, bool IsHourly)
{
    public static HistoryCall Of(Uri address)
    {
        string path = address.AbsolutePath.TrimStart('/');
        bool hourly = path.EndsWith("/hourly", StringComparison.Ordinal);
        string[] parts = (hourly ? path[..^"/hourly".Length] : path).Split('/');
        return new HistoryCall(path, Day(parts[^2]), Day(parts[^1]), hourly);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "M-d-yyyy", CultureInfo.InvariantCulture);
}
