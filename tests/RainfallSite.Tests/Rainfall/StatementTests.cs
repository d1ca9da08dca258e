using System.Text;
using Lcra.Hydromet;
using Lcra.Hydromet.Replay;
using RainfallSite.Crossings;
using RainfallSite.Widgets;

namespace RainfallSite.Tests.Rainfall;

/// <summary>Text, badge and Atom feed of every total of the recording: each says what the library found, and nothing else.</summary>
public class StatementTests
{
    private static readonly Uri Address = new("http://localhost/");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Text_badge_and_atom_say_of_each_total_what_it_must_be_and_until_when_it_was_measured(bool someAreSilent)
    {
        HydrometRecording storm = HydrometRecording.StormOfOctober2026();
        HydrometRecording recording = someAreSilent ? new(storm.Name, storm.RecordedAt, storm.Responses.Select(Silenced)) : storm;
        using HttpClient http = new(new ReplayHandler(recording));
        RainfallReport report = await new HydrometClient(http, timeProvider: new ReplayClock(recording.RecordedAt)).GetRainfallAsync();
        RainfallTotal[] totals = [.. report.Gauges.SelectMany(gauge => gauge.Totals)];

        foreach (RainfallTotal total in totals)
        {
            string atom = AtomFeed.Write(total, over: 1, [], Address, Address, isRecording: false);
            foreach (string said in new[] { TextLine.Write(total, recording.RecordedAt, isRecording: false), Badge.Draw(total, recording.RecordedAt, isRecording: false), atom })
            {
                Assert.Equal(total.LowerBoundInches is not null, said.Contains("at least", StringComparison.Ordinal));
                Assert.Contains(total.LowerBoundInches is { } least ? $", at least {TotalFormatter.Inches(least)} in" : "", said, StringComparison.Ordinal);
                Assert.Equal(total.MeasuredUntil is not null, said.Contains(", measured until ", StringComparison.Ordinal));
            }

            Assert.Equal(total.Conflicts.Count > 0, atom.Contains("; contradicted by ", StringComparison.Ordinal));
            Assert.All(total.Conflicts, conflict => Assert.Contains($"{conflict} {TotalFormatter.Inches(conflict.Inches)} in", atom, StringComparison.Ordinal));
        }

        Assert.True(totals.Count(total => total.LowerBoundInches is not null) > 27);
        Assert.Equal(someAreSilent, totals.Count(total => total.MeasuredUntil is not null) > 50);
    }

    // Every fifth gauge was last read on the evening before.
    private static RecordedResponse Silenced(RecordedResponse answer) => answer.Path != HydrometFeed.Rainfall.Path ? answer : new RecordedResponse
    {
        Path = answer.Path,
        Body = Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(answer.Body.Span).Split('\n').Select((line, row) =>
            row % 5 == 1 ? line.Replace(",2026-10-02 06:", ",2026-10-01 18:", StringComparison.Ordinal) : line))),
    };
}
