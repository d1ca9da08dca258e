using System.Reflection;
using Xunit.Sdk;

namespace Lcra.Hydromet.Archive.Tests.Support;

/// <summary>Runs a test on an SQLite file.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OnSqliteAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [[ArchiveProvider.Sqlite]];
}
