// A test that needs a PostgreSQL server; where none can be started it counts as skipped, with the reason.
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Dsl.Testing;

/// <summary>Marks a test that needs <see cref="PostgresServer"/>.</summary>
[XunitTestCaseDiscoverer("Dsl.Testing.PostgresFactDiscoverer", "Dsl.Testing")]
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute;

/// <summary>Makes the test cases.</summary>
public sealed class PostgresFactDiscoverer(IMessageSink messages) : IXunitTestCaseDiscoverer
{
    /// <inheritdoc/>
    public IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod,
        IAttributeInfo factAttribute) =>
        [new PostgresTestCase(messages, discoveryOptions.MethodDisplayOrDefault(), discoveryOptions.MethodDisplayOptionsOrDefault(),
            testMethod)];
}

/// <summary>A test case that is skipped where there is no server.</summary>
public sealed class PostgresTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills it in.</summary>
    [Obsolete("Called by xunit only")]
    public PostgresTestCase()
    {
    }

    /// <summary>Makes a test case.</summary>
    public PostgresTestCase(IMessageSink messages, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(messages, display, options, method)
    {
    }

    /// <inheritdoc/>
    protected override string? GetSkipReason(IAttributeInfo factAttribute) =>
        PostgresServer.Unavailable ?? base.GetSkipReason(factAttribute);
}
