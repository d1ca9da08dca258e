namespace GitOps.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void The_repository_has_the_folders_that_the_readme_names() =>
        Assert.All(["lib", "samples", "tests", "docs", "scripts"], folder => Assert.True(Directory.Exists(Repository.PathOf(folder)), folder));
}
