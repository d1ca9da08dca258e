using System.CommandLine;
using System.Text.Json;
using Lcra.Hydromet.Exports.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace Lcra.Hydromet.CommandLine;

/// <summary><c>hydromet doctor</c>.</summary>
internal static class DoctorCommand
{
    private static readonly TableColumn<FeedGroup>[] Columns =
    [
        new("Feed", group => string.Join('\n', group.Feeds)) { IsWhole = true },
        new("Verdict", group => TextOf(group.Verdict)) { IsWhole = true, IsAlert = group => group.Verdict != FeedVerdict.AsExpected },
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

    // When the network is down, every feed has the same note but for its address.
    private static FeedGroup[] GroupsOf(DoctorReport report) =>
    [
        .. report.Checks
            .GroupBy(check => check.Failure is null ? check.Feed.Name : string.Join('\n', NotesOf(check)), StringComparer.Ordinal)
            .Select(group => new FeedGroup([.. group.Select(check => check.Feed.Name)], group.First().Verdict, NotesOf(group.First()))),
    ];

    private static string[] NotesOf(FeedCheck check) => check.Failure?.RequestUri is { } address
        ? [.. check.Notes.Select(note => note.Replace(address.ToString(), address.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))]
        : [.. check.Notes];

    private static string TextOf(FeedVerdict verdict) => verdict switch
    {
        FeedVerdict.AsExpected => "as expected",
        FeedVerdict.Changed => "CHANGED",
        _ => "BROKEN",
    };

    private static string LinesOf(FeedGroup group) =>
        string.Join("\n  ", group.Notes.Prepend($"{string.Join(", ", group.Feeds)}: {TextOf(group.Verdict)}"));

    private static void Write(Utf8JsonWriter json, FeedCheck check)
    {
        json.WriteString("feed", check.Feed.Name);
        json.WriteString("verdict", ExportNames<FeedVerdict>.Of(check.Verdict));
        json.WriteStartArray("notes");
        foreach (string note in check.Notes)
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
    }

    /// <summary>Feeds of which the doctor says the same.</summary>
    private sealed record FeedGroup(IReadOnlyList<string> Feeds, FeedVerdict Verdict, IReadOnlyList<string> Notes);
}
