namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>The test classes that share stores.</summary>
[CollectionDefinition(Name)]
public sealed class SharedStores : ICollectionFixture<ArchiveStores>
{
    public const string Name = "archive";
}
