using System.Reflection;
using Xunit.Sdk;

namespace GitOps.Tests.Rendering;

/// <summary>Runs a test for each tree, by its name.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EachTreeAttribute : DataAttribute
{
    public override IEnumerable<object[]> GetData(MethodInfo testMethod) => [["checkout"], ["lived-in"]];
}
