using GitOps.Tests.Rendering;

namespace GitOps.Tests.Scripts;

/// <summary>Which repository on GitHub a checkout is of.</summary>
public sealed class RepositoryNameTests
{
    [ToolTheory("bash")]
    [InlineData("https://github.com/Me/Site.git", "Me/Site")]
    [InlineData("https://token@github.com/Me/Site", "Me/Site")]
    [InlineData("git@github.com:me/my.site.git", "me/my.site")]
    [InlineData("ssh://git@github.com/me/site", "me/site")]
    [InlineData("https://github.com/me/site/", "me/site")]
    [InlineData("https://github.com/me/site.git/", "me/site")]
    [InlineData("https://example.org/me/site", "")]
    public void The_repository_is_that_of_the_remote(string remote, string repository)
    {
        CommandResult result = Command.Run(Repository.Root, "bash", "-c", "unset GITHUB_REPOSITORY; git() { echo \"$remote\"; }; remote=$0; . scripts/gitops/repository.sh; repository_name", remote);

        Assert.Equal(repository.Length > 0, result.ExitCode == 0);
        Assert.Equal(repository, result.Output.Trim());
    }
}
