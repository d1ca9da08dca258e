using System.CommandLine;
using System.Globalization;
using System.Net;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet record folder</c>.</summary>
internal static class RecordCommand
{
    private static readonly TableColumn<RecordedResponse>[] Columns =
    [
        new("Path", response => response.Path) { IsWhole = true },
        new("Status", response => StatusOf(response)) { IsNumber = true, IsAlert = response => response.StatusCode != HttpStatusCode.OK },
        new("Bytes", response => response.Body.Length.ToString(CultureInfo.InvariantCulture)) { IsNumber = true },
    ];

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> folder = Arguments.Text("folder", "Where to write. The folder is created if needed.");
        Command command = new("record", "Writes LCRA's current responses to files, for HydrometRecording.FromFolder.") { folder };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            string target = parsed.GetRequiredValue(folder);
            await using ServiceProvider services = global.Connect(parsed, target);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            RainfallReport report = await client.GetRainfallAsync(cancellationToken);
            await client.GetLakeLevelsAsync(cancellationToken);
            bool json = parsed.GetValue(global.Json);
            RecordedResponse[] responses = [.. HydrometRecording.FromFolder(target).Responses.OrderBy(response => response.Path, StringComparer.Ordinal)];
            if (json)
            {
                console.WriteLines(responses.Select(JsonOf));
            }
            else
            {
                console.WriteRows(responses, LineOf, Columns);
            }

            return report.Feeds.All(feed => feed.Failure is null) ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }

    private static string StatusOf(RecordedResponse response) => ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);

    private static string LineOf(RecordedResponse response) => $"{response.Path} {StatusOf(response)}, {response.Body.Length} bytes";

    private static string JsonOf(RecordedResponse response) => OutputFormatter.JsonOf(json =>
    {
        json.WriteString("path", response.Path);
        json.WriteNumber("status", (int)response.StatusCode);
        json.WriteNumber("bytes", response.Body.Length);
    });
}
