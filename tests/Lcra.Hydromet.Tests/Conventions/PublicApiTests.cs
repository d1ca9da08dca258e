namespace Lcra.Hydromet.Tests.Conventions;

public class PublicApiTests
{
    [Fact]
    public void The_library_shows_what_was_agreed() => Snapshot.Match(PublicApi.Print(PublicSurface.Library));

    [Fact]
    public void The_replay_package_shows_what_was_agreed() => Snapshot.Match(PublicApi.Print(PublicSurface.Replay));
}
