// Phrases that are an expression by themselves: 首次 … 超过 … : …, … 每增加 … : ….
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower.Model;
using ExpressionParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.ExpressionSyntax>;
using ExpressionTail = Dsl.Syntax.Parsing.Tail<Dsl.Syntax.Tree.ExpressionSyntax, Dsl.Syntax.Tree.ExpressionSyntax>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class ExpressionGrammar
{
    // 首次 营业收入: a name alone may be called so.
    private static bool IsMilestone(Place place) => place.IsWord(SyntaxFacts.ForTheFirstTime) && place.Peek(1).Kind == SyntaxKind.Name;

    // 首次 sum (超过 | 达到) sum {, sum} : sum {, sum}.
    private ExpressionParser Milestone()
    {
        var rising = When(static place => place.Current.Kind is SyntaxKind.Greater or SyntaxKind.GreaterOrEqual, Any, input =>
        {
            Context.Report(Context.PlaceOf(input), static place => SyntaxDiagnostics.MilestoneForm(place.Source, place.Here));
            Context.IsSilent = true;
            return Missing(SyntaxKind.Greater)(input);
        });
        return Sequence(Any, Sum, rising, Steps, Sign(SyntaxKind.Colon, ":"), Steps,
            static (first, fact, comparison, levels, colon, amounts) =>
                (ExpressionSyntax)new MilestoneExpression(first, fact, comparison, levels, colon, amounts));
    }

    // fact 每增加 sum : sum.
    private ExpressionTail PerIncrease()
    {
        var step = Sequence(Sum, Sign(SyntaxKind.Colon, ":"), Sum, static (step, colon, amount) => (step, colon, amount));
        return Tail(Any, step,
            static (ExpressionSyntax fact, SyntaxToken word, (ExpressionSyntax Step, SyntaxToken Colon, ExpressionSyntax Amount) rest) =>
                (ExpressionSyntax)new PerIncreaseExpression(fact, word, rest.Step, rest.Colon, rest.Amount));
    }

    // sum {, sum}, to whatever ends the list.
    private TokenListParserResult<SyntaxToken, SeparatedList<ExpressionSyntax>> Steps(Tokens input)
    {
        var items = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = input;
        while (true)
        {
            var item = Sum(rest);
            items.Add(item.Value);
            elements.Add(item.Value);
            rest = item.Remainder;
            if (Context.At(rest.Position).Kind != SyntaxKind.Comma)
                return Result(new SeparatedList<ExpressionSyntax>(items.ToImmutable(), elements.ToImmutable()), input, rest);
            var comma = Take(rest);
            elements.Add(comma.Value);
            rest = comma.Remainder;
        }
    }

    /// <summary>What follows the dot after the name of a table.</summary>
    private readonly record struct QualifiedName(SyntaxToken Name, Enclosed<SeparatedList<ExpressionSyntax>>? Call)
    {
        public ExpressionSyntax Under(SyntaxToken table, SyntaxToken dot)
        {
            var name = new QualifiedNameExpression(table, dot, Name);
            return Call is { } call ? new QualifiedCallExpression(name, call.Open, call.Content, call.Close) : name;
        }
    }
}
