// Caps with a word after the amount, and 合计上限, which names clauses.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower.Model;
using LineParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.LineSyntax>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class LineGrammar
{
    // 累计上限 300万元 每行, 单位上限 100万元 按比例; which word goes with which line is the binder's to say.
    private static bool IsMannerOfCap(Place place) =>
        place.Context.Statement.Keyword?.Word is "单位上限" or "累计上限"
        && (place.IsWord(CapWords.EachRow) || place.IsWord(CapWords.InProportion));

    // 合计上限 (条款 number、number | 全部) 不超过 expression [按比例 | 先 条款 number、number].
    private LineParser JointCap()
    {
        var sign = When(static place => place.Current.Kind == SyntaxKind.LessOrEqual, Any,
            Report(static place => SyntaxDiagnostics.JointCapWithoutSign(place.Source, place.Here), Missing(SyntaxKind.LessOrEqual)));
        var limit = Sequence(sign, _expressions.Expression, static (sign, limit) => (Sign: sign, Limit: limit));
        var manner = Optional(static place => place.IsWord(CapWords.InProportion), Any);
        return Sequence(Any, Clauses, Sequence(limit, manner, ValueTuple.Create), Sequence(First, Rest, ValueTuple.Create),
            static (keyword, clauses, amount, tail) => (LineSyntax)new JointCapLine(clauses, amount.Item1.Sign, amount.Item1.Limit)
            {
                Keyword = keyword, Manner = amount.Item2, First = tail.Item1, Skipped = tail.Item2,
            });
    }

    // Elsewhere it is said that the line stands in the wrong place.
    private static bool IsOfPolicy(Place place) => place.Context.Block == BlockKinds.Policy;

    /// <summary>条款 2、3, or 全部: the words before the sign.</summary>
    private TokenListParserResult<SyntaxToken, SeparatedList<SyntaxToken>> Clauses(Tokens input)
    {
        Context.IsSilent |= !IsOfPolicy(Context.PlaceOf(input));
        if (Context.PlaceOf(input) is { Current.Kind: not SyntaxKind.Word })
            Context.Report(Context.PlaceOf(input),
                static place => SyntaxDiagnostics.JointCapWithoutClauses(place.Source, place.Context.At(0)));
        return Words(input);
    }

    /// <summary>先 条款 2: the words after the amount.</summary>
    private TokenListParserResult<SyntaxToken, SeparatedList<SyntaxToken>> First(Tokens input) =>
        Context.PlaceOf(input) is { AtEnd: false, Current: { Kind: SyntaxKind.Word, Value: CapWords.PaidFirst } }
            ? Words(input) : Result(SeparatedList<SyntaxToken>.Empty, input, input);

    private TokenListParserResult<SyntaxToken, SeparatedList<SyntaxToken>> Words(Tokens input)
    {
        var words = ImmutableArray.CreateBuilder<SyntaxToken>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = input;
        while (Context.PlaceOf(rest) is { AtEnd: false, Current.Kind: SyntaxKind.Word or SyntaxKind.Comma or SyntaxKind.Semicolon } place)
        {
            var follows = elements is [.., SyntaxToken { Kind: SyntaxKind.Word }];
            if (place.Current.Kind != SyntaxKind.Word && (!follows || place.Peek(1).Kind != SyntaxKind.Word))
                Context.Report(place, static place => SyntaxDiagnostics.LooseSeparator(place.Source, place.Current));
            var token = Take(rest);
            elements.Add(token.Value);
            if (token.Value.Kind == SyntaxKind.Word)
                words.Add(token.Value);
            rest = token.Remainder;
        }
        return Result(new SeparatedList<SyntaxToken>(words.ToImmutable(), elements.ToImmutable()), input, rest);
    }
}
