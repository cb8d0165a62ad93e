// Expressions, from 若 to literals, as 语言参考 has them.
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using ExpressionParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.ExpressionSyntax>;
using ExpressionTail = Dsl.Syntax.Parsing.Tail<Dsl.Syntax.Tree.ExpressionSyntax, Dsl.Syntax.Tree.ExpressionSyntax>;
using TokenParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.SyntaxToken>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>
/// <code>
/// expression = 若 expression 则 expression 否则 expression | phrase | logic [每增加 sum : sum]
/// logic      = comparison { (或 | 且) comparison }, each with any number of 非 before it
/// comparison = sum [ (= | 超过 | …) sum [以上 | 以下] | (属于 | 不属于) set | 满 sum | literal (以上 | 以下) ]
/// sum        = operand { (+ | - | * | /) operand }, each with any number of - before it
/// operand    = literal | name [. name] [( items )] | ( expression ) | [ ranges [等] ]
/// range      = expression [.. [sum]] | .. sum
/// </code>
/// </summary>
internal sealed partial class ExpressionGrammar : Primitives
{
    /// <summary>How deep brackets, 若, 非 and signs may stand within one another.</summary>
    public const int NestingLimit = 200;

    // Enough for all levels of nesting several times over.
    private const int OwnStack = 1 << 24;

    private static readonly ImmutableArray<SyntaxKind> Comparisons = [.. Enum.GetValues<SyntaxKind>().Where(SyntaxFacts.IsComparison)];
    private static readonly ImmutableArray<SyntaxKind> Literals = [.. Enum.GetValues<SyntaxKind>().Where(SyntaxFacts.IsLiteral)];

    private readonly ExpressionParser _logic;
    private readonly ExpressionParser _conditional;
    private readonly ExpressionParser _tooDeep;
    private readonly ExpressionParser _milestone, _like;
    private readonly ExpressionTail _perIncrease;

    public ExpressionGrammar(StatementContext context)
        : base(context)
    {
        var tooDeep = AllWrong(static place => SyntaxDiagnostics.TooDeep(place.Source, place.Here, NestingLimit));
        (_tooDeep, Expression) = (tooDeep, ReadExpression);
        Name = Choose(
            When(IsWordAsName, Report(static place => SyntaxDiagnostics.WordAsName(place.Source, place.Current), Any),
                Report(static place => SyntaxDiagnostics.MissingName(place.Source, place.Here), Missing(SyntaxKind.Name))),
            On(Any, SyntaxKind.Name));
        Range = RangeOf();
        Set = SetOf(static set => set);
        Sum = new OperatorChain(context, [[SyntaxKind.Plus, SyntaxKind.Minus], [SyntaxKind.Star, SyntaxKind.Slash]], SyntaxKind.Minus,
            Operand(), tooDeep).Parse;
        Comparison = Optional(static place => SyntaxFacts.IsComparison(place.Current.Kind), Any);
        Suffix = Optional(static place => SyntaxFacts.IsSuffix(place.Current.Kind), Any);
        _logic =
            new OperatorChain(context, [[SyntaxKind.OrKeyword], [SyntaxKind.AndKeyword]], SyntaxKind.NotKeyword, Compared(), tooDeep).Parse;
        _conditional = Conditional();
        (_milestone, _perIncrease, _like) = (Milestone(), PerIncrease(), Like());
    }

    /// <summary>Any expression.</summary>
    public ExpressionParser Expression { get; }

    /// <summary>Without comparisons.</summary>
    public ExpressionParser Sum { get; }

    /// <summary>a, a..b, a..&lt;b, a.., ..b.</summary>
    public ExpressionParser Range { get; }

    /// <summary>[a, b, 等].</summary>
    public TokenListParser<SyntaxToken, SetExpression> Set { get; }

    public TokenParser Name { get; }

    /// <summary>A sign or word that compares, or nothing.</summary>
    public TokenListParser<SyntaxToken, SyntaxToken?> Comparison { get; }

    /// <summary>以上, 以下, or nothing.</summary>
    public TokenListParser<SyntaxToken, SyntaxToken?> Suffix { get; }

    /// <summary>A sign that a line or an expression must have.</summary>
    public TokenParser Sign(SyntaxKind kind, string sign)
    {
        // 令 额度：…, 研发费用 = 金额: the other sign stands in its place.
        var instead = kind is SyntaxKind.Equals or SyntaxKind.Colon
            ? Choose(Missing(kind), On(Any, SyntaxKind.Equals, SyntaxKind.Colon))
            : Missing(kind);
        // 补助 10万元: the other word for the keyword was reported with the sign.
        return Choose(
            Report(place => kind == SyntaxKind.Equals && place.Context.Statement.ImpliesEquals ? null : MissingSign(place, sign), instead),
            On(Any, kind));
    }

    private static Diagnostic MissingSign(Place place, string sign) =>
        place.Context.Statement.Keyword?.Word == "指标" && place.Current.Kind == SyntaxKind.Name
        && place.Peek(1).Kind != SyntaxKind.OpenParenthesis
            ? SyntaxDiagnostics.BareIndicator(place.Source, place.Current)
            : SyntaxDiagnostics.MissingSign(place.Source, place.Here, sign, place.PreviousEnd, place.Current);

    /// <summary>What 属于 and 名录 want: a list, or the name of one.</summary>
    public ExpressionParser Members(Func<Place, string> before)
    {
        var round = Report(place => SyntaxDiagnostics.RoundSet(place.Source, before(place), place.Current, FirstClose(place)), RoundSet);
        var wrong = Report(place => SyntaxDiagnostics.MissingSet(place.Source, place.Here, before(place)), Parse.Ref(() => Sum));
        return Choose(wrong, On(Parse.Ref(() => Sum), SyntaxKind.OpenBracket, SyntaxKind.Name, SyntaxKind.Bad),
            On(round, SyntaxKind.OpenParenthesis));
    }

    /// <summary>超过 50人以上: two words that do not say the same.</summary>
    public static Diagnostic? Contradiction(Place place, SyntaxToken? comparison, SyntaxElement bound, SyntaxToken? suffix) =>
        comparison is not null && suffix is not null
        && comparison.Kind != (suffix.Kind == SyntaxKind.OrMoreSuffix ? SyntaxKind.GreaterOrEqual : SyntaxKind.LessOrEqual)
            ? SyntaxDiagnostics.Contradiction(place.Source, comparison, suffix, bound.Span) : null;

    private ExpressionParser Conditional() => Sequence(
        Any, BeforeWord(SyntaxKind.ThenKeyword), Sign(SyntaxKind.ThenKeyword, "则"), BeforeWord(SyntaxKind.ElseKeyword),
        Sign(SyntaxKind.ElseKeyword, "否则"), Expression,
        static (ifKeyword, condition, thenKeyword, whenTrue, elseKeyword, whenFalse) =>
            (ExpressionSyntax)new ConditionalExpression(ifKeyword, condition, thenKeyword, whenTrue, elseKeyword, whenFalse));

    // 若 甲，则 乙，否则 丙: the commas that speech has.
    private ExpressionParser BeforeWord(SyntaxKind word) => Followed(Expression, static part => part, On(
        If((_, place) => place.Peek(1).Kind == word,
            Tail(Report(Mistakes.CommaInConditional, Any),
                static (ExpressionSyntax part, SyntaxToken comma) => (ExpressionSyntax)new ErrorExpression([.. part.Tokens, comma]))),
        SyntaxKind.Comma));

    // A method, for expressions stand within expressions; the outermost is no nesting. Few frames of the stack lie between two brackets.
    private TokenListParserResult<SyntaxToken, ExpressionSyntax> ReadExpression(Tokens input)
    {
        if (Context.Nesting > NestingLimit)
            return _tooDeep(input);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return ReadOnOwnStack(input);
        Context.Nesting++;
        var expression = (Context.At(input.Position).Kind == SyntaxKind.IfKeyword ? _conditional
            : PhraseAt(Context.PlaceOf(input)) ?? _logic)(input);
        if (Context.PlaceOf(expression.Remainder).IsWord(SyntaxFacts.PerIncrease))
            expression = _perIncrease(expression.Value, expression.Remainder);
        Context.Nesting--;
        return expression;
    }

    // The stack was small, or code is not optimised yet and takes more of it: the inner expression is read on a thread of its own.
    private TokenListParserResult<SyntaxToken, ExpressionSyntax> ReadOnOwnStack(Tokens input)
    {
        var expression = TokenListParserResult.Empty<SyntaxToken, ExpressionSyntax>(input);
        var thread = new Thread(() => expression = ReadExpression(input), OwnStack);
        thread.Start();
        thread.Join();
        return expression;
    }

    private ExpressionParser Compared()
    {
        var binary = Tail<ExpressionSyntax, SyntaxToken, ExpressionSyntax, BinaryExpression>(Any, Sum,
            static (left, sign, right) => new(left, sign, right));
        return Followed(Sum, static sum => sum,
            On((ExpressionTail)Compare, Comparisons),
            On(
                Tail(Any, Members(static place => place.Previous.Text),
                    static (ExpressionSyntax left, SyntaxToken sign, ExpressionSyntax set) =>
                        (ExpressionSyntax)new MembershipExpression(left, sign, set)),
                SyntaxKind.InKeyword, SyntaxKind.NotInKeyword),
            On(
                Tail(Any, Sum,
                    static (ExpressionSyntax left, SyntaxToken sign, ExpressionSyntax right) =>
                        (ExpressionSyntax)new BinaryExpression(left, sign, right)),
                SyntaxKind.ReachedKeyword),
            On(
                If(static (_, place) => SyntaxFacts.IsSuffix(place.Peek(1).Kind),
                    Tail(Any, Any,
                        static (ExpressionSyntax left, SyntaxToken bound, SyntaxToken suffix) =>
                            (ExpressionSyntax)new SuffixComparisonExpression(left, null, new LiteralExpression(bound), suffix))),
                Literals));

        TokenListParserResult<SyntaxToken, ExpressionSyntax> Compare(ExpressionSyntax left, Tokens input)
        {
            if (left is not ErrorExpression)
                Context.Compared = left.Span;
            var comparison = binary(left, input);
            var next = Context.At(comparison.Remainder.Position).Kind;
            if (SyntaxFacts.IsSuffix(next) && comparison.Value.Right is LiteralExpression)
                return WithSuffix(comparison.Value, comparison.Remainder);
            return SyntaxFacts.IsComparison(next)
                ? Chained(comparison.Value, comparison.Remainder)
                : Result<ExpressionSyntax>(comparison.Value, input, comparison.Remainder);
        }
    }

    // 超过 50人以上, 达到 50人以上.
    private TokenListParserResult<SyntaxToken, ExpressionSyntax> WithSuffix(BinaryExpression comparison, Tokens input)
    {
        var suffix = Take(input);
        var whole = new SuffixComparisonExpression(comparison.Left, comparison.Operator, comparison.Right, suffix.Value);
        Context.Report(Context.PlaceOf(suffix.Remainder), whole,
            static (whole, place) => Contradiction(place, whole.Operator, whole.Bound, whole.Suffix));
        return Result<ExpressionSyntax>(whole, input, suffix.Remainder);
    }

    // a < b < c …: reported, and kept as tokens only.
    private TokenListParserResult<SyntaxToken, ExpressionSyntax> Chained(BinaryExpression first, Tokens input)
    {
        Context.Report(Context.PlaceOf(input), place => SyntaxDiagnostics.ChainedComparison(place.Source, place.Current, first.Right.Span));
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        tokens.AddRange(first.Tokens);
        var rest = input;
        while (SyntaxFacts.IsComparison(Context.At(rest.Position).Kind))
        {
            var sign = Take(rest);
            var right = Sum(sign.Remainder);
            tokens.Add(sign.Value);
            tokens.AddRange(right.Value.Tokens);
            rest = right.Remainder;
        }
        return Result<ExpressionSyntax>(new ErrorExpression(tokens.ToImmutable()), input, rest);
    }

    private ExpressionParser Operand()
    {
        ExpressionParser literal = Any.Select(static token => (ExpressionSyntax)new LiteralExpression(token));
        ExpressionParser one = Any.Select(static token => (ExpressionSyntax)new ErrorExpression([token])),
            two = Sequence(Any, Any, static (first, second) => (ExpressionSyntax)new ErrorExpression([first, second]));
        var missing = Report(Mistakes.MissingOperand,
            Missing(SyntaxKind.Name).Select(static token => (ExpressionSyntax)new ErrorExpression([token])));
        var arguments = Enclosed(SyntaxKind.CloseParenthesis, ")", Items(Expression),
            static (open, items, close) => new Enclosed<SeparatedList<ExpressionSyntax>>(open, items, close));
        var name = Followed(Any, static name => (ExpressionSyntax)new NameExpression(name),
            On(
                Tail(Any, Followed(Name, static name => new QualifiedName(name, null),
                        On(Tail(arguments, static (SyntaxToken name, Enclosed<SeparatedList<ExpressionSyntax>> call) =>
                            new QualifiedName(name, call)), SyntaxKind.OpenParenthesis)),
                    static (SyntaxToken table, SyntaxToken dot, QualifiedName name) => name.Under(table, dot)),
                SyntaxKind.Dot),
            On(
                Tail(arguments,
                    static (SyntaxToken name, Enclosed<SeparatedList<ExpressionSyntax>> call) =>
                        (ExpressionSyntax)new CallExpression(name, call.Open, call.Content, call.Close)),
                SyntaxKind.OpenParenthesis));
        // 已得(条款 2)
        var clause = Sequence(Any, Any,
            static (keyword, number) => (ExpressionSyntax)new ClauseReferenceExpression(keyword, number));
        return Choose(missing,
            On(literal, Literals),
            On(
                When(Mistakes.IsSpacedUnit,
                    Report(static place => SyntaxDiagnostics.SpacedUnit(place.Source, place.Current, place.Peek(1)), two), literal),
                SyntaxKind.NumberLiteral),
            On(
                When(Mistakes.IsPriceInWords,
                    Report(static place => SyntaxDiagnostics.PriceInWords(place.Source, place.Current, place.Peek(1)), two),
                    When(IsOfHistory, clause, When(IsClause, ClauseAmount(), name))),
                SyntaxKind.Name),
            On(
                Enclosed(SyntaxKind.CloseParenthesis, ")", Expression,
                    static (open, inner, close) => (ExpressionSyntax)new ParenthesizedExpression(open, inner, close)),
                SyntaxKind.OpenParenthesis),
            On(SetOf(static set => (ExpressionSyntax)set), SyntaxKind.OpenBracket),
            On(Expression, SyntaxKind.IfKeyword, SyntaxKind.NotKeyword),
            On(one, SyntaxKind.Bad),
            On(Report(static place => SyntaxDiagnostics.QuoteInExpression(place.Source, place.Current), one), SyntaxKind.Quote));
    }

    private TokenListParser<SyntaxToken, T> SetOf<T>(Func<SetExpression, T> make) => Enclosed(
        SyntaxKind.CloseBracket, "]", Sequence(Items(Range), Maybe(SyntaxKind.EtcKeyword), static (items, etc) => (Items: items, Etc: etc)),
        (open, content, close) => make(new SetExpression(open, content.Items, content.Etc, close)));

    private ExpressionParser RangeOf()
    {
        var high = Optional(
            static place =>
                (SyntaxFacts.StartsOperand(place.Current.Kind) && !IsFieldModifier(place)) || place.Current.Kind == SyntaxKind.Minus,
            Parse.Ref(ReadSum));
        var fromLow = Followed(Expression, static low => low,
            On(
                Tail(Any, high,
                    static (ExpressionSyntax low, SyntaxToken sign, ExpressionSyntax? high) =>
                        (ExpressionSyntax)new RangeExpression(low, sign, high)),
                SyntaxKind.Range, SyntaxKind.RangeExclusive));
        return Choose(fromLow,
            On(Sequence(Any, high, static (sign, high) => (ExpressionSyntax)new RangeExpression(null, sign, high)), SyntaxKind.Range,
                SyntaxKind.RangeExclusive));
    }

    private ExpressionParser ReadSum() => Sum;

    // 范围 0元.. 认定: the word after an open range is the next modifier.
    private static bool IsFieldModifier(Place place) =>
        place.Context.Block is BlockKinds.Data or BlockKinds.Detail && SyntaxFacts.FieldModifiers.Contains(place.Current.Value);

    private static bool IsWordAsName(Place place) =>
        !place.AtEnd && SyntaxFacts.ExpressionWords.ContainsKey(place.Current.Text)
        && place.Peek(1).Kind is SyntaxKind.Colon or SyntaxKind.Equals or SyntaxKind.InKeyword;

    // Brackets and lists.

    /// <summary>Something within brackets; a wrong bracket at the end is taken unless it closes one further out.</summary>
    private TokenListParser<SyntaxToken, TWhole> Enclosed<T, TWhole>(SyntaxKind close, string sign, TokenListParser<SyntaxToken, T> content,
        Func<SyntaxToken, T, SyntaxToken, TWhole> make) =>
        input =>
        {
            var open = Take(input);
            var (round, square) = close == SyntaxKind.CloseParenthesis ? (1, 0) : (0, 1);
            Context.OpenParentheses += round;
            Context.OpenBrackets += square;
            var inner = content(open.Remainder);
            Context.OpenParentheses -= round;
            Context.OpenBrackets -= square;
            var end = Context.At(inner.Remainder.Position).Kind == close
                ? Take(inner.Remainder)
                : WrongClose(inner.Remainder, open.Value, close, sign);
            return Result(make(open.Value, inner.Value, end.Value), input, end.Remainder);
        };

    private TokenListParserResult<SyntaxToken, SyntaxToken> WrongClose(Tokens input, SyntaxToken open, SyntaxKind close, string sign)
    {
        var kind = Context.At(input.Position).Kind;
        var closesOuter = kind == SyntaxKind.CloseBracket ? Context.OpenBrackets > 0 : Context.OpenParentheses > 0;
        if (kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis && !closesOuter)
        {
            Context.Report(Context.PlaceOf(input), place => SyntaxDiagnostics.WrongBracket(place.Source, open, place.Current, sign));
            return Take(input);
        }
        Context.Report(Context.PlaceOf(input), place => SyntaxDiagnostics.UnclosedBracket(place.Source, open, sign, place.PreviousEnd));
        return Missing(close)(input);
    }

    /// <summary>Items between commas up to a closing bracket, 等 or the end.</summary>
    private TokenListParser<SyntaxToken, SeparatedList<ExpressionSyntax>> Items(ExpressionParser parseItem) => input =>
    {
        var items = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var rest = input;
        while (!Context.PlaceOf(rest).EndsItems)
        {
            var item = parseItem(rest);
            items.Add(item.Value);
            elements.Add(item.Value);
            rest = AfterItem(item.Remainder, tookSome: item.Remainder.Position > rest.Position, elements);
        }
        return Result(new SeparatedList<ExpressionSyntax>(items.ToImmutable(), elements.ToImmutable()), input, rest);
    };

    private Tokens AfterItem(Tokens input, bool tookSome, ImmutableArray<SyntaxElement>.Builder elements)
    {
        var place = Context.PlaceOf(input);
        if (place.Current.Kind == SyntaxKind.Comma)
        {
            var comma = Take(input);
            elements.Add(comma.Value);
            var next = Context.PlaceOf(comma.Remainder);
            if (next.Current.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis || next.AtEnd)
                Context.Report(next, static place => SyntaxDiagnostics.MissingExpression(place.Source, place.Here, place.Previous));
            return comma.Remainder;
        }
        if (place.EndsItems)
            return input;
        if (SyntaxFacts.StartsOperand(place.Current.Kind) && tookSome)
        {
            Context.Report(place, static place => SyntaxDiagnostics.MissingComma(place.Source, place.Previous, place.Current));
            return input;
        }
        Context.Report(place, Mistakes.At);
        var first = place.Index;
        var skipped = TakeWhile(next => next.Index == first || (!next.EndsItems && next.Previous.Kind != SyntaxKind.Comma))(input);
        elements.Add(new ErrorExpression(skipped.Value));
        return skipped.Remainder;
    }

    // 属于 （甲，乙）: the other kind of bracket.
    private TokenListParserResult<SyntaxToken, ExpressionSyntax> RoundSet(Tokens input)
    {
        var close = FirstClose(Context.PlaceOf(input));
        var tokens = TakeWhile(place => !place.AtEnd && (close is null || place.Index == input.Position || place.Previous != close))(input);
        return Result<ExpressionSyntax>(new ErrorExpression(tokens.Value), input, tokens.Remainder);
    }

    private static SyntaxToken? FirstClose(Place place)
    {
        var ahead = 0;
        while (place.Index + ahead < place.Context.Count && place.Peek(ahead).Kind != SyntaxKind.CloseParenthesis)
            ahead++;
        return place.Index + ahead < place.Context.Count ? place.Peek(ahead) : null;
    }

    private Tail<TPart, TWhole> If<TPart, TWhole>(Func<TPart, Place, bool> condition, Tail<TPart, TWhole> tail) =>
        (part, input) =>
            condition(part, Context.PlaceOf(input)) ? tail(part, input) : TokenListParserResult.Empty<SyntaxToken, TWhole>(input);
}

/// <summary>Something within brackets.</summary>
internal readonly record struct Enclosed<T>(SyntaxToken Open, T Content, SyntaxToken Close);
