using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet doctor</c>.</summary>
internal static class DoctorCommand
{
    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Command command = new("doctor", "Whether each feed still is what the library expects.");
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            await using ServiceProvider services = global.Connect(parsed);
            DoctorReport report = await HydrometDoctor.CheckAsync(services.GetRequiredService<HydrometClient>(), cancellationToken);
            if (parsed.GetValue(global.Json))
            {
                foreach (FeedCheck check in report.Checks)
                {
                    console.WriteLine(OutputFormatter.JsonOf(json => Write(json, check)));
                }
            }
            else
            {
                console.WriteLine(report.ToString().TrimEnd('\n'));
            }

            return report.IsHealthy ? ExitCode.Ok
                : report.Checks.Any(check => check.Verdict == FeedVerdict.Broken) ? ExitCode.Failed
                : ExitCode.Changed;
        });
        return command;
    }

    private static void Write(Utf8JsonWriter json, FeedCheck check)
    {
        json.WriteString("feed", check.Feed.Name);
        json.WriteString("verdict", check.Verdict.ToString());
        json.WriteStartArray("notes");
        foreach (string note in check.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }
}
