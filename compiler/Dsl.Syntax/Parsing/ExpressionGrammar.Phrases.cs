// Phrases that are an expression by themselves: 首次 … 超过 … : …, … 每增加 … : …, 条款 26 的金额, 比照 条款 7 (…).
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using ExpressionParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.ExpressionSyntax>;
using ExpressionTail = Dsl.Syntax.Parsing.Tail<Dsl.Syntax.Tree.ExpressionSyntax, Dsl.Syntax.Tree.ExpressionSyntax>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class ExpressionGrammar
{
    private ExpressionParser? PhraseAt(Place place) => IsMilestone(place) ? _milestone
        : place.IsWord(ReferenceWords.Like) && place.Peek(1).Kind is SyntaxKind.Name or SyntaxKind.NumberLiteral ? _like : null;

    // 条款 26: no name can stand before a word.
    private static bool IsClause(Place place) => place.IsWord(SyntaxFacts.ClauseKind) && place.Peek(1).Kind == SyntaxKind.Word;

    // 已得(条款 26)
    private static bool IsOfHistory(Place place) => IsClause(place) && place.Previous.Kind == SyntaxKind.OpenParenthesis
        && place.Peek(-2) is { Kind: SyntaxKind.Name, Value: var name } && SyntaxFacts.HistoryFunctions.Contains(name);

    // 条款 number 的金额.
    private ExpressionParser ClauseAmount()
    {
        var of = When(static place => place.IsWord(ReferenceWords.Amount), Any,
            Report(static place => SyntaxDiagnostics.ClauseWithoutAmount(place.Source, place.Here, place.Previous.Text),
                Missing(SyntaxKind.Name)));
        return Sequence(Any, Any, of, static (kind, number, of) => (ExpressionSyntax)new ClauseAmountExpression(kind, number, of));
    }

    // 比照 条款 number [( sum = sum {, sum = sum} )].
    private ExpressionParser Like()
    {
        var pair = Sequence(Sum, Sign(SyntaxKind.Equals, "="), Sum,
            static (fact, sign, value) => new ReplacementSyntax(fact, sign, value));
        var replaced = When(static place => place.Current.Kind == SyntaxKind.OpenParenthesis,
            Enclosed(SyntaxKind.CloseParenthesis, ")", input => List(pair, input),
                static (open, pairs, close) => (Open: (SyntaxToken?)open, Pairs: pairs, Close: (SyntaxToken?)close)),
            Parse.Return<SyntaxToken, (SyntaxToken? Open, SeparatedList<ReplacementSyntax> Pairs, SyntaxToken? Close)>(
                (null, SeparatedList<ReplacementSyntax>.Empty, null)));
        var like = Sequence(Any, Any, Any, replaced, static (word, kind, number, replaced) =>
            (ExpressionSyntax)new LikeExpression(word, kind, number, replaced.Open, replaced.Pairs, replaced.Close));
        return When(static place => place.Peek(1).Value == SyntaxFacts.ClauseKind && place.Peek(2).Kind == SyntaxKind.Word, like,
            AllWrong(static place => SyntaxDiagnostics.LikeNothing(place.Source, place.Current.Span)));
    }

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

    private TokenListParserResult<SyntaxToken, SeparatedList<ExpressionSyntax>> Steps(Tokens input) => List(Sum, input);

    // item {, item}, to whatever ends the list.
    private TokenListParserResult<SyntaxToken, SeparatedList<T>> List<T>(TokenListParser<SyntaxToken, T> parser, Tokens input)
        where T : SyntaxElement
    {
        var items = ImmutableArray.CreateBuilder<T>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = input;
        while (true)
        {
            var item = parser(rest);
            items.Add(item.Value);
            elements.Add(item.Value);
            rest = item.Remainder;
            if (Context.At(rest.Position).Kind != SyntaxKind.Comma)
                return Result(new SeparatedList<T>(items.ToImmutable(), elements.ToImmutable()), input, rest);
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
