// What `policy emit --target ir` shows of the checked-in policy: nothing of a clause is left out, and it passes the verifier.
using Dsl.Compiler.Passes;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Syntax.Text;
using Dsl.Testing;
using Xunit;

namespace Dsl.Compiler.Tests.Compiling;

public class EmittedIrTests
{
    private static readonly string Root = RepositoryRoot.Combine("policies");

    [Fact]
    public void 政策的每一条款的每一项都印出()
    {
        var program = Compilation.Create(Texts("*.policy"), Texts("*.txt")).Program;
        Assert.NotEmpty(program.Policies);
        Assert.All(program.Policies, policy => AssertPrinted(policy, IrPrinter.Print(program with { Policies = [policy] })));
    }

    private static void AssertPrinted(IrPolicy policy, string text)
    {
        Assert.NotEmpty(policy.Clauses);
        foreach (var clause in policy.Clauses)
        {
            var start = text.IndexOf($"\n  clause {clause.Number} ", StringComparison.Ordinal);
            Assert.True(start >= 0, clause.Number);
            var end = text.IndexOf("\n  ", start + 1, StringComparison.Ordinal);
            while (end >= 0 && text[end + 3] == ' ')
                end = text.IndexOf("\n  ", end + 1, StringComparison.Ordinal);
            var block = end < 0 ? text[start..] : text[start..end];
            Assert.All(WordsOf(clause), word => Assert.Contains(word, block, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void 违反中间表示约定的程序不能往下走()
    {
        var program = Compilation.Create(Texts("*.policy"), Texts("*.txt")).Program;
        var twice = program with { Policies = [.. program.Policies, .. program.Policies] };
        Assert.Contains("policy numbers are unique", Assert.Throws<InvalidOperationException>(() => IrPasses.Run(twice)).Message,
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> WordsOf(IrClause clause) =>
        new[]
        {
            clause.LegalBasis.Title, clause.LegalBasis.Place, clause.LegalBasis.Note, clause.Subject.Name, clause.PerRow?.Name,
            clause.Beneficiary, clause.BenefitItem, clause.Form, clause.Entitlement,
            clause.PassThrough?.PolicyNumber, clause.Award is null ? null : "    award ",
            clause.Frequency == IrFrequency.Unlimited ? null : $"    frequency {clause.Frequency.Kind}",
            clause.SubjectCap is { } cap ? $"    subject-cap {IrExpressionPrinter.Print(cap)}" : null,
            clause.CumulativeCap is { } cumulative ? $"    cumulative-cap {IrExpressionPrinter.Print(cumulative)}" : null,
        }.OfType<string>().Concat(clause.LegalBasis.Quotes).Concat(clause.LegalBasis.Lead).Concat(clause.LegalBasis.Responsible)
            .Concat(clause.Shares.Select(static share => $"{share.Level} {share.Parts}/{share.TotalParts}"))
            .Concat(clause.Locals.Select(static local => $"    let {local.Name} = {IrExpressionPrinter.Print(local.Value)}"))
            .Concat(clause.Conditions.Select(static condition => IrExpressionPrinter.Print(condition.Expression)));

    private static IEnumerable<SourceText> Texts(string pattern) =>
        Directory.GetFiles(Root, pattern, SearchOption.AllDirectories)
            .Select(path => new SourceText(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)));
}
