// policies/README.md is what the policies and the inventory say.
using Dsl.Testing;
using Xunit;

namespace Dsl.Policies.Tests.Inventory;

public sealed class PolicyPageTests
{
    [Fact]
    public void 对照页与政策和清单一致() => GeneratedFile.Check("policies/README.md", PolicyPage.Write(PolicyFolder.Repository));
}
