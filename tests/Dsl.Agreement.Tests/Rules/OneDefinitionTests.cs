// The law of money is written once: each rule has one definition, which the interpreter and the columns both call, and none is generated.
using Dsl.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Dsl.Agreement.Tests.Rules;

public class OneDefinitionTests
{
    private const string Rules = "compiler/Dsl.Evaluation/Rules", Interpreter = "compiler/Dsl.Evaluation/Interpreting",
        Columns = "compiler/Dsl.Columns/Running", Kernels = "compiler/Dsl.Columns/Kernels", Emitting = "compiler/Dsl.Columns/Emitting";

    /// <summary>A method of each rule whose name says what it decides.</summary>
    private static readonly string[] Methods =
    [
        "IsInForce", "Allows", "Follows", "IsOfEarlierYear", "IsPaidYear", "CountsForCap", "TakenOff",
            "CountsApproval", "IsOverCeiling", "IsUnderFloor", "WhereDue", "OfUnknown", "LeftOf",
        "AnyNumberOf", "Apportion", "RoundTo", "AllOfKnown", "InCommon", "AreCompleted",
    ];

    /// <summary>What decides how an award is limited or refused: nothing that code is generated from.</summary>
    private static readonly string[] OfRulesOnly =
    [
        "FrequencyKind", "YearsToFirst", "PaidYears", "paidYears", "ExpiryDate",
            "Approved", "AtLeastZero", "Qualifies", "qualifies", "inForce", "AreCompleted", "ProcedureRule", "FailedSet",
    ];

    private static readonly List<(string Path, SyntaxNode Root)> Sources =
    [
        .. new[] { "compiler", "runtime" }
            .SelectMany(static top => Directory.EnumerateFiles(RepositoryRoot.Combine(top), "*.cs", SearchOption.AllDirectories))
            .Where(static path => !path.Contains("/obj/", StringComparison.Ordinal)
                && !path.Contains("/node_modules/", StringComparison.Ordinal))
            .Select(static path => (path.Replace('\\', '/'), CSharpSyntaxTree.ParseText(File.ReadAllText(path)).GetRoot())),
    ];

    [Fact]
    public void 每条规则只有一个定义()
    {
        List<string> types = [.. In(Rules).SelectMany(Types).Select(static type => type.Identifier.Text)];
        Assert.True(types.Count > 10, "no rules found");
        var wrong = types.Select(name => (name, Places: Sources.SelectMany(source => Types(source.Root)
            .Where(type => type.Identifier.Text == name)).Count()))
            .Concat(Methods.Select(static name => (name, Places: DefinedBy(name).Count())))
            .Where(static rule => rule.Places != 1).Select(static rule => $"{rule.name}: {rule.Places}");
        Assert.Equal([], wrong);
    }

    [Fact]
    public void 取整方向只有一个枚举() => Assert.Equal(
        1, Sources.SelectMany(static source => source.Root.DescendantNodes().OfType<EnumDeclarationSyntax>())
        .Count(static type => type.Members.Any(static member => member.Identifier.Text == "HalfAwayFromZero")));

    [Theory]
    [InlineData("UnitSequence")]
    [InlineData("ClauseSequence")]
    [InlineData("TableRule")]
    [InlineData("ConditionRule")]
    [InlineData("FailedSet")]
    [InlineData("ProcedureRule")]
    [InlineData("HistoryRule")]
    [InlineData("StatusRule")]
    [InlineData("SharingRule")]
    public void 解释器和按列计算用同一条规则(string rule)
    {
        Assert.Contains(In(Interpreter), root => Names(root).Contains(rule));
        Assert.Contains(In(Columns).Concat(In(Kernels)), root => Names(root).Contains(rule));
    }

    // The order of the rules stands in the sequences: an engine that called a rule by itself would write the order again.
    [Theory]
    [InlineData("ForceRule", "UnitSequence.cs")]
    [InlineData("FrequencyRule", "UnitSequence.cs")]
    [InlineData("AwardRule", "UnitSequence.cs")]
    [InlineData("UnitsRule", "ClauseSequence.cs")]
    [InlineData("CapRule", "ClauseSequence.cs")]
    public void 规则的次序只写一遍(string rule, string sequence)
    {
        List<string> expected = [$"{Rules}/{sequence}"];
        // Support under other policies and parts of an award are no units of a clause: an amount that may be due, and nothing before it.
        if (rule == "AwardRule")
            expected.AddRange([$"{Interpreter}/OutsideSupport.cs", $"{Rules}/PayoutRule.cs"]);
        // Caps stand in the sequence of a row, in that of a clause, and over several clauses.
        if (rule == "CapRule")
            expected.AddRange([$"{Rules}/UnitSequence.cs", $"{Rules}/JointCapRule.cs"]);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Callers(rule).Order(StringComparer.Ordinal));
    }

    // An engine answers for one step that it is asked for; only the rule, and what lists expressions, goes through them.
    [Fact]
    public void 程序的步骤只有规则逐个看()
    {
        var loops = Engines.SelectMany(static source => source.Root.DescendantNodes())
            .Select(static node => node is CommonForEachStatementSyntax each ? each.Expression : (node as ForStatementSyntax)?.Condition)
            .OfType<ExpressionSyntax>().ToList();
        Assert.NotEmpty(loops);
        Assert.DoesNotContain(loops, static loop => Names(loop).Contains("Steps"));
    }

    // Which conditions refuse a clause is a set that only its rule makes: an engine passes it on, and looks at no condition for it.
    [Fact]
    public void 不满足的条件只有规则合起来()
    {
        var changes = Engines.SelectMany(static source => source.Root.DescendantNodes().OfType<AssignmentExpressionSyntax>()).ToList();
        Assert.DoesNotContain(changes, static change => !change.IsKind(SyntaxKind.SimpleAssignmentExpression)
            && Names(change.Left).Any(static name => name.TrimStart('_') is "failed" or "Failed"));
        var results = changes.Where(static change => Names(change.Left).Contains("FailedConditions")).ToList();
        Assert.NotEmpty(results);
        Assert.All(results, static result => Assert.Contains(Names(result.Right), static name => name is "FailedSet" or "Refused"));
        Assert.DoesNotContain(Engines.SelectMany(static source => source.Root.DescendantNodes().OfType<ElementAccessExpressionSyntax>()),
            static one => Names(one.Expression).Contains("Conditions"));
    }

    private static IEnumerable<(string Path, SyntaxNode Root)> Engines => Sources.Where(static source =>
        new[] { Interpreter, Columns, Kernels }.Any(folder => source.Path.Contains($"/{folder}/", StringComparison.Ordinal)));

    private static IEnumerable<string> Callers(string rule) => Sources
        .Where(source => source.Root.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            .Any(access => access.Expression is SimpleNameSyntax name && name.Identifier.Text == rule)
            && !source.Path.EndsWith($"/{rule}.cs", StringComparison.Ordinal))
        .Select(static source => Path.GetRelativePath(RepositoryRoot.Path, source.Path).Replace('\\', '/'));

    [Fact]
    public void 生成代码的一侧没有规则()
    {
        var words = In(Emitting).SelectMany(static root => Names(root).Concat(WordsOfTexts(root))).ToHashSet(StringComparer.Ordinal);
        Assert.True(words.Count > 100, "no emitter found");
        Assert.Equal([], OfRulesOnly.Where(words.Contains));
    }

    private static IEnumerable<SyntaxNode> In(string folder) =>
        Sources.Where(source => source.Path.Contains($"/{folder}/", StringComparison.Ordinal)).Select(static source => source.Root);

    private static IEnumerable<TypeDeclarationSyntax> Types(SyntaxNode root) => root.DescendantNodes().OfType<TypeDeclarationSyntax>();

    private static IEnumerable<string> DefinedBy(string method) => Sources
        .SelectMany(source => source.Root.DescendantNodes().OfType<MethodDeclarationSyntax>()
            .Where(declared => declared.Identifier.Text == method)
            .Select(declared => $"{source.Path} {declared.Ancestors().OfType<TypeDeclarationSyntax>().First().Identifier.Text}"))
        .Distinct();

    private static IEnumerable<string> Names(SyntaxNode root) =>
        root.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText);

    private static IEnumerable<string> WordsOfTexts(SyntaxNode root) => root.DescendantTokens()
        .Where(static token => token.IsKind(SyntaxKind.StringLiteralToken) || token.IsKind(SyntaxKind.InterpolatedStringTextToken))
        .SelectMany(static token => token.ValueText.Split([.. " .(),;&=<>[]!|{}"], StringSplitOptions.RemoveEmptyEntries));
}
