namespace Lcra.Hydromet.TestSupport;

public class TestClassTests
{
    private static readonly Type[] Fixtures = [typeof(IClassFixture<>), typeof(ICollectionFixture<>)];

    private static Type[] Types => typeof(TestClassTests).Assembly.GetTypes();

    /// <summary>This xunit knows <see cref="IDisposable"/> and <see cref="IAsyncLifetime"/> only: a server or a process behind another interface would stay.</summary>
    [Fact]
    public void What_a_test_class_or_fixture_opens_is_closed() =>
        Assert.DoesNotContain(
            Types.Where(HasTests).Concat(Types.SelectMany(FixturesOf)),
            type => type.IsAssignableTo(typeof(IAsyncDisposable)) && !type.IsAssignableTo(typeof(IAsyncLifetime)) && !type.IsAssignableTo(typeof(IDisposable)));

    private static bool HasTests(Type type) => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true));

    private static IEnumerable<Type> FixturesOf(Type type) =>
        type.GetInterfaces().Where(known => known.IsGenericType && Fixtures.Contains(known.GetGenericTypeDefinition())).Select(known => known.GetGenericArguments()[0]);
}
