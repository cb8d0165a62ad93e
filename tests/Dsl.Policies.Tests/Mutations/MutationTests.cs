// A typing mistake in a declaration does not go unnoticed: each changed figure, operator, unit, list or line,
// and a changed character in each quotation, makes a check, a 算例 or a 恒有 complain.
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Xunit;
using Xunit.Abstractions;

namespace Dsl.Policies.Tests.Mutations;

public sealed class MutationTests(ITestOutputHelper output)
{
    /// <summary>Files whose every declaration is changed.</summary>
    public static TheoryData<string> Files() =>
        new(PolicyFolder.Repository.Policies.Keys.Where(path => !path.Contains("/schema/", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    public void 改动一处数字运算单位列举或删去一行都会被发现(string path)
    {
        var mutations = Read(PolicyFolder.Repository.Policies[path]).Meaning().ToList();
        output.WriteLine($"{mutations.Count} changes");
        Assert.True(mutations.Count > 50, $"{mutations.Count} mutations");
        AssertNoticed(path, mutations);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void 引文改动一字都会被发现(string path)
    {
        // Which character is changed differs from run to run; the seed repeats a run.
        var seed = Environment.GetEnvironmentVariable("POLICY_SEED") is { } given ? int.Parse(given) : Environment.TickCount;
        output.WriteLine($"POLICY_SEED={seed}");
        var mutations = Read(PolicyFolder.Repository.Policies[path]).Quotations(new Random(seed)).ToList();
        Assert.True(mutations.Count > 40, $"{mutations.Count} mutations");
        AssertNoticed(path, mutations, withAccepted: false);
    }

    [Fact]
    public void 改动写明所在的块和行且只改一处()
    {
        const string Text =
            "条款 1 甲\n  频次 每年 最多 3年\n  条件 总投资额 300万元以上 且 级别 属于 [甲, 乙]\n算例 条款 1\n  已知 总投资额 = 300万元\n";
        var mutations = Read(Text).Meaning().ToList();
        string[] expected =
        [
            "2 条款 1 数字 3年 → 4年", "2 条款 1 单位 3年 → 3个月", "2 条款 1 频次 每年 → 一次性", "2 条款 1 频次 最多 3年 → ∅",
            "3 条款 1 数字 300万元 → 3000万元", "3 条款 1 数字 300万元 → 30万元", "3 条款 1 数字 300万元 → 301万元",
            "3 条款 1 数字 300万元 → 300亿元",
            "3 条款 1 单位 300万元 → 300元", "3 条款 1 运算 以上 → 以下", "3 条款 1 运算 且 → 或", "3 条款 1 列举 [甲, 乙] → [乙]",
            "3 条款 1 列举 [甲, 乙] → [甲, 乙, 等]",
            "3 条款 1 删行 条件 总投资额 300万元以上 且 级别 属于 [甲, 乙] → ∅",
        ];
        Assert.Empty(expected.Except(mutations.Select(static mutation => mutation.ToString())));
        Assert.All(mutations, static mutation => Assert.InRange(mutation.Line, 2, 3));
        Assert.Equal(Text.Replace("300万元以上", "30万元以上", StringComparison.Ordinal),
            mutations.First(static mutation => mutation.New == "30万元").Apply(Text));
    }

    private static Mutator Read(string text) => new(SyntaxTree.Parse(new SourceText("改动.policy", text)));

    /// <summary>
    /// Fails with the mutations that neither add a finding nor break an example and are not accepted, and with accepted ones that are
    /// noticed.
    /// </summary>
    private static void AssertNoticed(string path, IReadOnlyList<Mutation> mutations, bool withAccepted = true)
    {
        // No 算例 of the repository asks for another policy: each is judged without the others, which would only be compiled again and
        // again.
        var original = PolicyFolder.Repository.Only(path);
        var survivors = new MutationRun(original.Policies[path], text => original.With(path, text).Compile()).Survivors(mutations);
        var accepted = withAccepted ? AcceptedMutations.Of(path) : [];
        Assert.All(accepted.Values, Assert.NotEmpty);
        var unnoticed = survivors.Where(mutation => !accepted.ContainsKey(mutation.Name)).ToList();
        Assert.True(unnoticed.Count == 0,
            string.Join('\n', unnoticed.Prepend<object>($"{unnoticed.Count} of {mutations.Count} changes go unnoticed:")));
        Assert.Empty(accepted.Keys.Except(survivors.Select(static mutation => mutation.Name)));
    }
}
