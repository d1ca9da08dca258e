using System.Reflection;
using Xunit.Sdk;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>Runs a test on a PostgreSQL database; it is skipped, with the reason, where the server is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnPostgreSqlAttribute : DataAttribute
{
    public OnPostgreSqlAttribute() => Skip = PostgreSqlServer.WhyNotHere!;

    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ArchiveProvider.PostgreSql]];
}
