using System.CommandLine;
using Lcra.Hydromet.Replay;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet record folder</c>.</summary>
internal static class RecordCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Argument<string> folder = new("folder") { Description = "Where to write; it is made when it is not there." };
        Command command = new("record", "Writes LCRA's present answers to files, for HydrometRecording.FromFolder.") { folder };
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            string target = parsed.GetRequiredValue(folder);
            await using ServiceProvider services = global.Connect(parsed, target);
            HydrometClient client = services.GetRequiredService<HydrometClient>();
            RainfallReport report = await client.GetRainfallAsync(cancellationToken);
            await client.GetLakeLevelsAsync(cancellationToken);
            await client.GetSitesAsync(cancellationToken);
            bool json = parsed.GetValue(global.Json);
            foreach (RecordedResponse answer in HydrometRecording.FromFolder(target).Answers.OrderBy(answer => answer.Path, StringComparer.Ordinal))
            {
                console.WriteLine(json ? OutputFormatter.JsonOf(writer =>
                {
                    writer.WriteString("path", answer.Path);
                    writer.WriteNumber("status", (int)answer.StatusCode);
                    writer.WriteNumber("bytes", answer.Body.Length);
                }) : $"{answer.Path} {(int)answer.StatusCode}, {answer.Body.Length} bytes");
            }

            return report.Feeds.All(feed => feed.Failure is null) ? ExitCode.Ok : ExitCode.Failed;
        });
        return command;
    }
}
