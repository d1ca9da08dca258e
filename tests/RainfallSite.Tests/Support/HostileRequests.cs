using System.Globalization;
using System.Text;

namespace RainfallSite.Tests.Support;

/// <summary>Requests made of this site's routes and values that break parsers, the same for the same seed.</summary>
internal sealed class HostileRequests(int seed)
{
    private static readonly string[] Paths =
    [
        "/", "/lakes", "/rivers", "/sites/{}", "/api/rainfall/{}", "/api/rainfall/3018/{}", "/api/rainfall/{}/window", "/api/rainfall/3018/window", "/api/history/3018/daily", "/api/climate/{}",
        "/api/rainfall/{}/{}", "/badge/{}/24_hour.svg", "/badge/3018/{}.svg", "/text/{}/{}.txt", "/atom/{}/24_hour", "/atom/3018/{}", "/openapi/{}", "/healthz", "/readyz", "/{}", "/js/{}", "/es/{}", "/es/", "/es/sites/{}",
    ];

    // Every gauge is in each of these responses, so they take most of the time.
    private static readonly string[] LongPaths = ["/gauges", "/gauges.csv", "/gauges.geojson", "/map", "/es/gauges", "/es/map", "/api/sites"];

    private static readonly string[] Parameters =
        ["site", "period", "near", "q", "units", "roof", "lang", "basin", "sort", "desc", "lat", "lon", "z", "take", "over", "from", "to", "bars", "start", "end", "compare", "", "x", "%00", "q[]", "__proto__"];

    private static readonly string[] Values =
    [
        "", "3018", "2959", "COA:950", "USGS:08140770", "24_hour", "today", "mm", "es", "1.00", "30.57,-98.27", "Marble+Falls", "2026-10-02", "2026-10-02T18:00", "15", "year", "true", "Name",
        "%20", "%2500", "%00", "%0d%0aX:1", "%0a", "%7f", "%c2%85", "%ef%bf%be", "%ef%bf%bf", "%ef%b7%90", "%f0%9f%bf%be", "%ed%a0%80", "%f0%9f%98%80", "%e2%80%ae", "%e2%80%a8", "%c0%80", "%ff", "%", "%zz", "%u0041",
        "..", "%2e%2e%2f", "..%5c", "%2f", "%5c", "//", "~", "'", "\"", "<script>", "%3Cscript%3E", "{0}", "{{7*7}}", "${x}", ";", "&", "=", "+", "%2B", "(", "((3018)", ")", "3018)", "x(", ":", "::", "a:b:c",
        "-1", "0", "9", "1e309", "1e-400", "NaN", "Infinity", "-0", "+1", "0x10", "٣", "2147483648", "-9223372036854775809", "79228162514264337593543950336", "0.0000000000000000000000000000000000001",
        "90,180", "-90,-180", "91,0", "1e99,1", ",", ",,", "1,", "0001-01-01", "9999-12-31", "9999-12-31T23:59", "2026-02-30", "2026-03-08T02:30", "2026-11-01T01:30", "1901-01-01", "2026-10-02T25:00",
        "2026-10-01T18:00:00Z", "0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00",
    ];

    private static readonly string[] Hosts = ["localhost", "localhost:80", "localhost:99999", "localhost:0", "localhost:", "[::1]", "[::1", "", "a b", "loc%61lhost", "localhost:8080:1", "localhost/..", "xn--", "LOCALHOST."];

    private ulong _state = (ulong)seed;

    public string Next()
    {
        StringBuilder request = new();
        request.Append(Pick("GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "TRACE", "PUT")).Append(' ');
        string[] parts = Pick(Next(25) == 0 ? LongPaths : Paths).Split("{}");
        request.Append(parts[0]);
        foreach (string part in parts.Skip(1))
        {
            request.Append(Value()).Append(part);
        }

        for (int parameter = Next(5); parameter > 0; parameter--)
        {
            request.Append(request.ToString().Contains('?', StringComparison.Ordinal) ? '&' : '?').Append(Pick(Parameters)).Append('=').Append(Value());
        }

        request.Append(" HTTP/1.1\r\nHost: ").Append(Next(10) == 0 ? Pick(Hosts) : "localhost");
        request.Append(CultureInfo.InvariantCulture, $"\r\nAccept-Encoding: {Pick("identity", "br", "gzip;q=0", "*", "\u00ff")}\r\nAccept-Language: {Pick("en", "es", "es-MX;q=x", "", "*")}");
        request.Append(Next(20) == 0 ? $"\r\nIf-None-Match: {Pick("*", "W/\"", "\"a\",,", "x")}" : "");
        return request.Append("\r\nContent-Length: 0\r\n\r\n").ToString();
    }

    // One value, two together, one cut anywhere, or one many times.
    private string Value() => Next(8) switch
    {
        0 => Pick(Values) + Pick(Values),
        1 => Pick(Values) is { Length: > 0 } value ? value[..Next(value.Length)] : "",
        2 => new StringBuilder().Insert(0, Pick(Values), 1 + Next(59)).ToString(),
        3 => new string('a', 35 + Next(47)) + Pick(Values),
        _ => Pick(Values),
    };

    // SplitMix64: the same numbers on every machine.
    private int Next(int bound)
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)bound);
    }

    private string Pick(params string[] choices) => choices[Next(choices.Length)];
}
