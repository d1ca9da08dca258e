using System.Runtime.CompilerServices;

namespace Lcra.Hydromet.Tests.Conventions;

public class FolderGraphTests
{
    [Theory]
    [InlineData("lib/Lcra.Hydromet")]
    [InlineData("lib/Lcra.Hydromet.Archive")]
    [InlineData("lib/Lcra.Hydromet.Parquet")]
    [InlineData("lib/Lcra.Hydromet.Replay")]
    [InlineData("lib/Lcra.Hydromet.Tool")]
    [InlineData("samples/RainfallSite")]
    public void Folders_form_layers_without_circles(string project)
    {
        FolderGraph graph = FolderGraph.Of(Path.Combine(Root(), project));

        string[] circles = [.. graph.CirclesOfFolders(), .. graph.CirclesOfFiles()];
        Assert.True(circles.Length == 0, string.Join(Environment.NewLine, circles));
    }

    [Fact]
    public void A_circle_of_folders_names_the_uses_that_close_it()
    {
        FolderGraph graph = FolderGraph.Of(
        [
            ("Low/Gauge.cs", "namespace P; class Gauge { Report? Last; }"),
            ("Low/Other.cs", "namespace P; class Other;"),
            ("High/Report.cs", "namespace P; class Report { Other? Part; }"),
        ]);

        Assert.Equal(["High/Report.cs uses Other of Low/Other.cs", "Low/Gauge.cs uses Report of High/Report.cs"], graph.CirclesOfFolders());
        Assert.Empty(graph.CirclesOfFiles());
    }

    [Fact]
    public void A_circle_of_files_is_seen_through_an_extension_method()
    {
        FolderGraph graph = FolderGraph.Of(
        [
            ("Low/Gauge.cs", "namespace P; class Gauge { void M(int x) => x.Twice(); }"),
            ("High/Extensions.cs", "namespace P; static class Extensions { public static void Twice(this int x) => new Gauge(); }"),
        ]);

        Assert.Equal(["High/Extensions.cs uses Gauge of Low/Gauge.cs", "Low/Gauge.cs uses Extensions of High/Extensions.cs"], graph.CirclesOfFiles());
    }

    [Fact]
    public void A_folder_and_its_internal_folder_are_one_and_comments_do_not_count()
    {
        FolderGraph graph = FolderGraph.Of(
        [
            ("Low/Gauge.cs", "namespace P; /// <summary><see cref=\"Report\"/></summary>\nclass Gauge { Reader? Reader; string S = \"Report\"; }"),
            ("Low/Internal/Reader.cs", "namespace P; class Reader { Gauge? Gauge; }"),
            ("High/Report.cs", "namespace P; class Report { Gauge? Gauge; }"),
        ]);

        Assert.Empty(graph.CirclesOfFolders());
        Assert.Empty(graph.CirclesOfFiles());
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));
}
