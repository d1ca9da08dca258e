namespace Lcra.Hydromet.Tests.Package;

public class DocumentationFileTests
{
    // Without them, docfx skips every other member.
    [Fact]
    public void Line_breaks_part_the_members()
    {
        string documentation = File.ReadAllText(Path.ChangeExtension(typeof(HydrometClient).Assembly.Location, ".xml"));

        Assert.Contains("</member>\n<member", documentation.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("</member><member", documentation, StringComparison.Ordinal);
    }
}
