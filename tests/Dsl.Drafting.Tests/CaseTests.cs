// Folders of cases: an official text and the policy that is drafted from it.
using Dsl.Testing;
using Xunit;

namespace Dsl.Drafting.Tests;

public class CaseTests
{
    private static readonly string Cases = RepositoryRoot.Combine("tests", "Dsl.Drafting.Tests", "cases");

    public static TheoryData<string> Names =>
        [.. Directory.EnumerateDirectories(Cases).Select(static folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void 起草的政策(string name)
    {
        var draft = Texts.Draft(File.ReadAllText(Path.Combine(Cases, name, "原文.txt")));
        Assert.NotNull(draft);
        Assert.Empty(Texts.Errors(draft));
        Snapshot.Verify(Path.Combine(Cases, name, "起草.verified.policy"), draft.Policy);
    }
}
