// Sentences are found wherever they come from, and facts are left alone.
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class DiagnosticProseTests
{
    private const string Head = """
        using Dsl.Syntax.Diagnostics;
        static class ADiagnostics
        {
            public static readonly DiagnosticRule Rule = new("DSL5999", Severity.Error, "{0}不对，{1}。", "请改正。");
            public static readonly DiagnosticPhrase Phrase = new("要写成另一个样子，{0}");
        }
        class BrokenException(string reason) : Exception(reason);

        """;

    [Theory]
    [InlineData("void M() => ADiagnostics.Rule.Say(\"改为别的名称。\");")]
    [InlineData("void M() => ADiagnostics.Rule.Say(1, B ? $\"写成 {2}。\" : \"\");")]
    [InlineData("void M() { var hint = 1 switch { 1 => \"没有这样一个条款号\", _ => \"\" }; ADiagnostics.Rule.Say(hint); }")]
    [InlineData("void M() { string hint; hint = \"因为没有，所以\"; ADiagnostics.Rule.Say(hint); }")]
    [InlineData("void M() { var (what, remedy) = (1, \"请写上，再试\"); ADiagnostics.Rule.Say(remedy); }")]
    [InlineData("void M() => ADiagnostics.Rule.Say(string.Create(null, $\"；像是第 {1} 个\"));")]
    [InlineData("void M() => ADiagnostics.Rule.Say(Hint()); string Hint() { return \"请写上，再试\"; }")]
    [InlineData("void M() => ADiagnostics.Rule.Say(Hint); string Hint => B ? \"请写上，再试\" : \"\";")]
    [InlineData("void M() { Fail(\"请写上，再试\"); void Fail(string why) => ADiagnostics.Rule.Say(why); }")]
    [InlineData("const string Why = \"请写上，再试\"; void M() => ADiagnostics.Rule.Say(Why);")]
    [InlineData("void M() { if (Hint() is { } why) ADiagnostics.Rule.Say(why); } string? Hint() => \"请写上，再试\";")]
    [InlineData("void M() => ADiagnostics.Rule.Say(ADiagnostics.Phrase.With(\"请写上，再试\"));")]
    [InlineData("void M() => throw new BrokenException($\"第 {1} 行写了两次，或者次序不对\");")]
    public void 句子不作诊断的参数(string member)
    {
        var breach = Assert.Single(Find(member));
        Assert.Matches("[，；。]|没有这样", breach.What);
    }

    [Theory]
    [InlineData("void M() => ADiagnostics.Rule.Say(\"奖补\", 3, $\"第 {4} 行“{5}”\");")]
    [InlineData("void M() => ADiagnostics.Rule.Say(ADiagnostics.Phrase.With(\"奖补\"));")]
    [InlineData("void M() => Console.WriteLine(\"写完了，共 3 行。\");")]
    [InlineData("void M() => throw new BrokenException(ADiagnostics.Phrase.With(1));")]
    public void 词和别处的句子可以(string member) => Assert.Empty(Find(member));

    private static IEnumerable<Breach> Find(string member)
    {
        var tree = CodeRules.Parse($"{Head}class A {{ bool B; {member} }}").SyntaxTree;
        return new DiagnosticProse(DiagnosticProse.Compile([tree])).Find(one => one == tree, one => one == tree)
            .Select(static found => found.Breach);
    }
}
