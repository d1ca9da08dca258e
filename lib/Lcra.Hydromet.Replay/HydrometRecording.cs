using System.Reflection;

namespace Lcra.Hydromet.Replay;

/// <summary>Recorded responses of Hydromet and the time of the recording.</summary>
/// <example>
/// <code>
/// HydrometRecording storm = HydrometRecording.StormOfOctober2026();
/// using HydrometClient client = new(new HttpClient(new ReplayHandler(storm)), timeProvider: new ReplayClock(storm.RecordedAt));
/// RainfallReport report = await client.GetRainfallAsync();
/// </code>
/// </example>
public sealed partial class HydrometRecording
{
    private const string StormFolder = "2026-10-02/";
    private const string HistoryFolder = "history/";
    private const string JsonEnding = ".json";

    /// <summary>Initializes a new instance.</summary>
    /// <param name="name">A short description of the recording.</param>
    /// <param name="recordedAt">The time of the recording; the fixed time of the clock during replay.</param>
    /// <param name="responses">The responses, one for each path.</param>
    public HydrometRecording(string name, DateTimeOffset recordedAt, IEnumerable<RecordedResponse> responses)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(responses);
        Name = name;
        RecordedAt = recordedAt;
        Responses = [.. responses];
    }

    /// <summary>Gets a short description of the recording.</summary>
    public string Name { get; }

    /// <summary>Gets the time of the recording, which is the fixed time of the clock during replay.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Gets the responses.</summary>
    public IReadOnlyList<RecordedResponse> Responses { get; }

    /// <summary>Tells whether the recording has any history of a site, so that an empty window can be told from a gauge that nobody recorded.</summary>
    /// <param name="site">The site.</param>
    /// <param name="parameter">The parameter, such as <see cref="HistoryParameter.RainDaily"/>.</param>
    /// <returns>Whether a response for the site and parameter was recorded, for whatever days.</returns>
    public bool HasHistory(SiteId site, HistoryParameter parameter)
    {
        ArgumentNullException.ThrowIfNull(parameter);
        return RecordedHistory.Has(this, site, parameter);
    }

    /// <summary>
    /// Opens the embedded recording: every gauge during the storm of October 1 and 2, 2026, at 7:00 am Central time.
    /// The lake levels in it are from August 1, 2026. It has the whole daily records of LCRA:3018 (since June 19, 2002) and
    /// LCRA:2959 (since November 30, 1991), the daily rain of LCRA:2268, 2432 and 4593 since July 1, 2026, and three records of
    /// Williamson Creek (COA:950).
    /// </summary>
    /// <returns>The recording.</returns>
    public static HydrometRecording StormOfOctober2026() => new(
        "the storm of October 1 and 2, 2026",
        new DateTimeOffset(2026, 10, 2, 7, 0, 0, TimeSpan.FromHours(-5)),
        [
            Embedded("media/Rainfall.csv", Provenance.Rebuilt),
            Embedded("media/Rain5Day.csv", Provenance.Derived),
            Embedded("media/RainMonthYear.csv", Provenance.Rebuilt),
            Embedded("media/LakeLevel.csv", Provenance.Captured),
            Embedded("api/GetDataForAllSites", Provenance.Rebuilt, JsonEnding),
            .. Histories(),
        ]);

    /// <summary>
    /// Opens a folder that a <see cref="RecordingHandler"/> wrote, at the time of its newest response.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The recording; each response has its recorded status and headers.</returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="InvalidDataException">A metadata file is malformed, or no file has a recording time.</exception>
    public static HydrometRecording FromFolder(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        RecordedResponse[] responses = [.. RecordingFolder.Read(folder)];
        return new HydrometRecording(
            NameOf(folder),
            responses.Max(response => response.RecordedAt)
                ?? throw new InvalidDataException($"{folder} has no {RecordingPath.MetadataEnding} with the time of a response. Pass the recording time to FromFolder."),
            responses);
    }

    /// <summary>
    /// Opens a folder of responses with the paths of LCRA's addresses: <c>media/Rainfall.csv</c>, <c>api/GetDataForAllSites.json</c>.
    /// </summary>
    /// <param name="folder">The folder.</param>
    /// <param name="recordedAt">The time of the recording; the fixed time of the clock during replay.</param>
    /// <returns>
    /// The recording, with every file of the folder; a trailing <c>.json</c> is not part of the address. A response without metadata
    /// (a <c>.meta.json</c> beside it) has status 200 and no headers.
    /// </returns>
    /// <exception cref="DirectoryNotFoundException">The folder does not exist.</exception>
    /// <exception cref="InvalidDataException">A metadata file is malformed.</exception>
    public static HydrometRecording FromFolder(string folder, DateTimeOffset recordedAt)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new HydrometRecording(NameOf(folder), recordedAt, RecordingFolder.Read(folder));
    }

    private static string NameOf(string folder) => Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));

    private static IEnumerable<RecordedResponse> Histories() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(HistoryFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => name[HistoryFolder.Length..^JsonEnding.Length])
            .Select(path => Embedded(path, IsOf(HydrometFeed.CoaHistory, path) ? Provenance.Captured : Provenance.Rebuilt, JsonEnding, HistoryFolder));

    private static bool IsOf(HydrometFeed feed, string path) => path.StartsWith(feed.Path, StringComparison.Ordinal);

    private static RecordedResponse Embedded(string path, Provenance origin, string ending = "", string folder = StormFolder)
    {
        string name = folder + path + ending;
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The recording lacks {name}; rebuild the package.");
        byte[] body = new byte[stream.Length];
        stream.ReadExactly(body);
        return new RecordedResponse { Path = path, Origin = origin, Body = body };
    }
}
