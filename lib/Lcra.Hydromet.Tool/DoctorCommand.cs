using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet doctor</c>.</summary>
internal static class DoctorCommand
{
    private const string AsExpected = "as expected";

    private static readonly TableColumn<FeedGroup>[] Columns =
    [
        new("Feed", group => string.Join('\n', group.Feeds)) { IsWhole = true },
        new("Verdict", group => group.Verdict) { IsWhole = true, IsAlert = group => group.Verdict != AsExpected },
        new("Notes", group => string.Join('\n', group.Notes)),
    ];

    public static Command Create(GlobalOptions global, ToolConsole console)
    {
        Command command = new("doctor", "Checks whether each feed still has the shape that the library expects.");
        command.SetHandler(console, async (parsed, cancellationToken) =>
        {
            await using ServiceProvider services = global.Connect(parsed);
            DoctorReport report = await HydrometDoctor.CheckAsync(services.GetRequiredService<HydrometClient>(), cancellationToken);
            if (parsed.GetValue(global.Json))
            {
                console.WriteLines(report.Checks.Select(check => OutputFormatter.JsonOf(json => Write(json, check))));
            }
            else
            {
                console.WriteRows(GroupsOf(report), LinesOf, Columns);
            }

            return report.IsHealthy ? ExitCode.Ok
                : report.Checks.Any(check => check.Verdict == FeedVerdict.Broken) ? ExitCode.Failed
                : ExitCode.Changed;
        });
        return command;
    }

    // A network that is down says the same about every feed.
    private static FeedGroup[] GroupsOf(DoctorReport report) =>
    [
        .. report.Checks
            .GroupBy(check => (check.Verdict, Notes: string.Join('\n', check.Notes)))
            .Select(group => new FeedGroup([.. group.Select(check => check.Feed.Name)], VerdictOf(group.Key.Verdict), group.First().Notes)),
    ];

    private static string VerdictOf(FeedVerdict verdict) => verdict switch
    {
        FeedVerdict.AsExpected => AsExpected,
        FeedVerdict.Changed => "CHANGED",
        _ => "BROKEN",
    };

    private static string LinesOf(FeedGroup group) =>
        string.Join("\n  ", group.Notes.Prepend($"{string.Join(", ", group.Feeds)}: {group.Verdict}"));

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

    /// <summary>Feeds of which the doctor says the same.</summary>
    private sealed record FeedGroup(IReadOnlyList<string> Feeds, string Verdict, IReadOnlyList<string> Notes);
}
