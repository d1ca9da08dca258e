using Lcra.Hydromet.Feeds.Internal;

namespace Lcra.Hydromet.Tests.Feeds;

public class FindingListTests
{
    private readonly FindingList _findings = new(HydrometFeed.Rainfall);

    [Theory]
    [InlineData("header", 0, 0)]
    [InlineData("feed", 0, 0)]
    [InlineData("skipped", 150, 0)]
    [InlineData("row", 0, 300)]
    [InlineData("value", 0, 150)]
    public void A_hundred_findings_are_reported_and_the_rest_only_counted(string kind, int skippedRows, int unreadableValues)
    {
        for (int line = 1; line <= 150; line++)
        {
            Add(kind, line);
        }

        Assert.Equal((100, skippedRows, unreadableValues), (_findings.Findings.Count, _findings.SkippedRows, _findings.UnreadableValues));
    }

    [Theory]
    [InlineData(64, 64)]
    [InlineData(65, 64)]
    [InlineData(1000, 64)]
    public void A_long_value_is_reported_by_its_beginning(int length, int told)
    {
        _findings.UnreadableValue(2, "3018", "24 Hour", Long(length), "amount of rain");

        Assert.Equal(told, Assert.Single(_findings.Findings).Value!.Length);
    }

    private static byte[] Long(int length) => [.. Enumerable.Repeat((byte)'7', length)];

    private void Add(string kind, int line)
    {
        switch (kind)
        {
            case "header":
                _findings.AboutHeader(FindingKind.UnexpectedColumn, "New.");
                break;
            case "feed":
                _findings.AboutFeed(FindingKind.TruncatedFeed, "Cut.");
                break;
            case "skipped":
                _findings.Skipped(line, "x"u8, "Left out.");
                break;
            case "row":
                _findings.UnreadableRow(line, "3018", 2, "Shifted.");
                break;
            default:
                _findings.UnreadableValue(line, "3018", "24 Hour", "x"u8, "amount of rain");
                break;
        }
    }
}
