// Every fix that a diagnostic offers is applied, and the amounts of the text are compared with those of the right text.
using System.Collections.Concurrent;
using Dsl.Compiler.Tests.DiagnosticPages;
using Dsl.Compiler.Tests.Support;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Xunit;
using Paid = System.Collections.Immutable.ImmutableDictionary<string, System.Collections.Immutable.ImmutableArray<string>>;

namespace Dsl.Compiler.Tests.Fixes;

public class FixAwardTests
{
    // Many near-misses are of one policy: its right text is compiled and computed once.
    private static readonly ConcurrentDictionary<string, Expected> RightPolicies = new(StringComparer.Ordinal);

    public static TheoryData<string> Codes => DiagnosticPageTests.Codes;

    public static TheoryData<string, string, string> NearMisses
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var miss in NearMiss.All)
                data.Add(miss.Policy, miss.Right, miss.Wrong);
            return data;
        }
    }

    /// <summary>
    /// The fixes for the wrong snippet of a page: none may pay another amount than the right snippet if the clause is in both.
    /// </summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void 诊断页上的改法与正确的写法给一样多的钱(string code)
    {
        var (wrong, right) =
            (Prelude.Files(DiagnosticPageTests.Block(code, "错误的写法")), Prelude.Files(DiagnosticPageTests.Block(code, "正确的写法")));
        if (wrong.Any(static file => file.Content.Length > 100_000))
            return;
        var sound = AwardProbe.Compile(right);
        if (!AwardProbe.HasErrors(sound))
            Compare(wrong, Expected.Of(right, sound));
    }

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void 近似错误的改法与正确的写法给一样多的钱(string policy, string right, string wrong)
    {
        var text = NearMiss.TextOf(policy);
        Assert.Contains(right, text, StringComparison.Ordinal);
        Compare(NearMiss.FilesOf(Replaced(text, right, wrong)), RightPolicies.GetOrAdd(policy, static (_, text) =>
        {
            var files = NearMiss.FilesOf(text);
            var sound = AwardProbe.Compile(files);
            Assert.DoesNotContain(sound.Diagnostics, static finding => finding.Severity != Severity.Remark);
            return Expected.Of(files, sound);
        }, text));
    }

    /// <summary>What is not a typing error gets no fix, even if the words are similar.</summary>
    [Theory]
    [InlineData("条件 天数(登记日期, 测算日) >= 180\n  奖补 = 1万元")]
    [InlineData("条件 依法纳税\n  合计上限 100万元\n  奖补 = 1万元")]
    [InlineData("奖补 = 上年营业收入 * 1%")]
    [InlineData("奖补 = 研发人员费用 * 1%")]
    [InlineData("每个 科技项目\n  奖补 = 合计(专利, 1万元, 专利号 = 项目编号)")]
    [InlineData("条件 (依法纳税 且 诚信经营 或 高新技术企业\n  奖补 = 1万元")]
    [InlineData("奖补 = 若 依法纳税 则 研发费用 * 1% 否则 研发费用 * 2% 最高 10万元")]
    public void 含义不同的不给改法(string snippet) =>
        Assert.Empty(
            Prelude.Compile(snippet).Diagnostics.SelectMany(static finding => finding.Fixes.Select(fix => $"{finding.Code} {fix.Title}")));

    /// <summary>A slip by characters is offered; only the same sound is made without a look.</summary>
    [Theory]
    [InlineData("奖补 = 研法费用 * 1%", true)]
    [InlineData("奖补 = 研究费用 * 1%", false)]
    [InlineData("奖补 = 研发费用额 * 1%", false)]
    [InlineData("奖朴 = 研发费用 * 1%", false)]
    [InlineData("将补 = 研发费用 * 1%", true)]
    [InlineData("条件 一法纳税\n  奖补 = 1万元", true)]
    public void 同音的才是首选(string snippet, bool isPreferred)
    {
        var finding = Assert.Single(Prelude.Compile(snippet).Diagnostics, static finding => !finding.Fixes.IsEmpty);
        Assert.Equal(isPreferred, finding.PreferredFix is not null);
    }

    private static void Compare(IReadOnlyList<SourceText> wrong, Expected right)
    {
        var (clauses, expected) = right;
        var compiled = AwardProbe.Compile(wrong);
        var before = AwardProbe.Of(wrong, compiled, clauses);
        foreach (var finding in compiled.Diagnostics.Where(static finding => !finding.Fixes.IsEmpty))
        {
            var results = finding.Fixes.Select(fix => (Fix: fix, Files: Apply(wrong, finding.Source.Path, fix)))
                .Select(made => (made.Fix, made.Files, Compiled: AwardProbe.Compile(made.Files)))
                .Select(made => (made.Fix, IsClean: IsClean(made.Compiled), Paid: AwardProbe.Of(made.Files, made.Compiled, clauses)))
                .ToList();
            foreach (var (fix, isClean, paid) in results)
            {
                var isRight = Agrees(paid, expected);
                var isFormatting = before is not null && Agrees(paid, before);
                // Of several fixes the user chooses one: then one of them must be right.
                var isChoice = results.Count > 1 && results.Exists(other => Agrees(other.Paid, expected));
                var isPreferred = fix == finding.PreferredFix;
                var isAllowed = isRight || isFormatting || isChoice || (!isPreferred && !isClean) || paid is null;
                Assert.True(isAllowed,
                    $"{finding.Code} {finding.Message}\n「{fix.Title}」{(isPreferred ? "（首选）" : "")}：{Difference(paid, expected)}");
            }
        }
    }

    private static bool Agrees(Paid? paid, Paid? expected) =>
        paid is not null && expected is not null
        && paid.All(clause => !expected.TryGetValue(clause.Key, out var other) || other.SequenceEqual(clause.Value));

    private static string Difference(Paid? paid, Paid? expected) =>
        paid is null || expected is null ? "没有算出" : string.Join("\n", paid.Where(clause => expected.ContainsKey(clause.Key))
            .Select(clause => $"条款 {clause.Key} 改后 {string.Join(' ', clause.Value)}\n应为 {string.Join(' ', expected[clause.Key])}"));

    private static bool IsClean(Compilation compilation) =>
        !compilation.Diagnostics.Any(static finding => finding.Severity != Severity.Remark && finding.Code != "DSL3016");

    private static List<SourceText> Apply(IReadOnlyList<SourceText> files, string path, TextFix fix) => [.. files.Select(file =>
    {
        if (file.Path != path)
            return file;
        var text = file.Content;
        foreach (var edit in fix.Edits.OrderByDescending(static edit => edit.Span.Start))
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        return new SourceText(path, text);
    })];

    private static string Replaced(string text, string right, string wrong)
    {
        var place = text.IndexOf(right, StringComparison.Ordinal);
        return text.Remove(place, right.Length).Insert(place, wrong);
    }

    /// <summary>What a right text pays.</summary>
    /// <param name="Clauses">The numbers of its clauses that pay.</param>
    /// <param name="Paid">What they pay in each case.</param>
    private sealed record Expected(IReadOnlySet<string> Clauses, Paid? Paid)
    {
        public static Expected Of(IReadOnlyList<SourceText> files, Compilation sound)
        {
            var clauses = AwardProbe.ClausesOf(sound);
            return new(clauses, AwardProbe.Of(files, sound, clauses));
        }
    }
}
