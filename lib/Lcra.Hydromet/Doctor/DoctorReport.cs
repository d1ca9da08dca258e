using System.Text;
using System.Text.Json.Serialization;

namespace Lcra.Hydromet;

/// <summary>The result of checking every feed.</summary>
public sealed class DoctorReport
{
    [JsonConstructor]
    internal DoctorReport(IReadOnlyList<FeedCheck> checks) => Checks = checks;

    /// <summary>Gets one check for each feed.</summary>
    public IReadOnlyList<FeedCheck> Checks { get; }

    /// <summary>Gets a value indicating whether every feed is as expected.</summary>
    public bool IsHealthy => Checks.All(check => check.Verdict == FeedVerdict.AsExpected);

    /// <summary>Formats the report as text: a line for each feed, followed by its notes.</summary>
    /// <returns>The text, with several lines. It may quote the feeds.</returns>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (FeedCheck check in Checks)
        {
            string verdict = check.Verdict switch
            {
                FeedVerdict.AsExpected => "as expected",
                FeedVerdict.Changed => "CHANGED",
                _ => "BROKEN",
            };
            text.Append(check.Feed.Name).Append(": ").Append(verdict).Append('\n');
            foreach (string note in check.Notes)
            {
                text.Append("  ").Append(note).Append('\n');
            }
        }

        return text.ToString();
    }
}
