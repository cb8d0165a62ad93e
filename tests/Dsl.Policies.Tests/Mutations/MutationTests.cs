// A typing mistake in a declaration does not go unnoticed: each changed figure, operator, unit or list, and a changed character in each
// quotation, makes a check, a 算例 or a 恒有 complain.
using Dsl.Ir.Interpreting;
using Dsl.Library.Values;
using Dsl.Syntax.Diagnostics;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Policies.Tests.Mutations;

public sealed class MutationTests(ITestOutputHelper output)
{
    /// <summary>Files whose every declaration is changed; a document is added when it is written.</summary>
    public static TheoryData<string> Files() => new(PolicyFolder.Repository.Policies.Keys.Where(path => !path.Contains("/schema/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public void 改动一处数字运算单位或列举都会被发现(string path)
    {
        var mutations = Mutator.Meaning(PolicyFolder.Repository.Policies[path]).ToList();
        Assert.True(mutations.Count > 100, $"{mutations.Count} mutations");
        AssertNoticed(path, mutations);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 引文改动一字都会被发现(string path)
    {
        // Which character is changed differs from run to run; the seed repeats a run.
        var seed = Environment.GetEnvironmentVariable("POLICY_SEED") is { } given ? int.Parse(given) : Environment.TickCount;
        output.WriteLine($"POLICY_SEED={seed}");
        var mutations = Mutator.Quotations(PolicyFolder.Repository.Policies[path], new Random(seed)).ToList();
        Assert.True(mutations.Count > 40, $"{mutations.Count} mutations");
        AssertNoticed(path, mutations);
    }

    [Fact]
    public void 改动按行列写出且只改一处()
    {
        const string Text = "条款 1 甲\n  条件 总投资额 300万元以上\n算例 条款 1\n  已知 总投资额 = 300万元\n";
        var mutations = Mutator.Meaning(Text).ToList();
        Assert.Contains(mutations, mutation => mutation.ToString() == "2 数字 300 → 301");
        Assert.Contains(mutations, mutation => mutation.ToString() == "2 运算 以上 → 以下");
        Assert.All(mutations, mutation => Assert.Equal(2, mutation.Line));
        Assert.Equal(Text.Replace("300万元以上", "301万元以上", StringComparison.Ordinal), mutations[0].Apply(Text));
    }

    /// <summary>Fails with the mutations that neither add a finding nor break an example.</summary>
    private static void AssertNoticed(string path, IReadOnlyList<Mutation> mutations)
    {
        var original = PolicyFolder.Repository;
        var known = Findings(original).ToHashSet();
        var unnoticed = mutations.AsParallel().Where(mutation => !IsNoticed(original.With(path, mutation.Apply(original.Policies[path])), mutation.Clause, known));
        var list = unnoticed.OrderBy(mutation => mutation.Start).ToList();
        Assert.True(list.Count == 0, string.Join('\n', list.Prepend<object>($"{list.Count} of {mutations.Count} changes go unnoticed:")));
    }

    /// <summary>Whether a changed folder has a new finding, or an example of the changed clause (of any, outside clauses) or a 恒有 fails.</summary>
    private static bool IsNoticed(PolicyFolder changed, string? clause, HashSet<string> known)
    {
        var compilation = changed.Compile();
        if (compilation.Diagnostics.Any(diagnostic => diagnostic.Severity != Severity.Remark && !known.Contains(diagnostic.Message)))
            return true;
        var runner = new ExampleRunner(compilation.Program);
        return compilation.Program.Policies.Any(policy =>
            policy.Examples.Where(example => clause is null || example.Number == clause).Any(example => !runner.Run(policy, example).Passed)
            || runner.CheckInvariants(policy).Any(result => result.Truth == Truth.No));
    }

    private static IEnumerable<string> Findings(PolicyFolder folder) => folder.Compile().Diagnostics.Select(diagnostic => diagnostic.Message);
}
