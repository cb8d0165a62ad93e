// Lines inside blocks: a table of the form of a line and its parser.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using ExpressionParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.ExpressionSyntax>;
using LineParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.LineSyntax>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>The parsers of lines. Each line is its keyword, its parts, and what is left: reported, and kept in the tree.</summary>
internal sealed partial class LineGrammar : Primitives
{
    private readonly ExpressionGrammar _expressions;
    private readonly ExpressionParser _expressionOrTable;
    private readonly Dictionary<LineForm, LineParser> _byShape;
    private readonly LineParser _expectedPart;
    private readonly LineParser _bareCondition;
    private readonly LineParser _bareField;
    private readonly LineParser _unreadable;

    public LineGrammar(StatementContext context, ExpressionGrammar expressions)
        : base(context)
    {
        (_expressions, _expressionOrTable) = (expressions, new TableGrammar(context, expressions).ExpressionOrTable);
        Type = TypeOf();
        var (expression, name, equals, colon) =
            (expressions.Expression, expressions.Name, expressions.Sign(SyntaxKind.Equals, "="), expressions.Sign(SyntaxKind.Colon, ":"));
        var let = Line(name, equals, _expressionOrTable,
            static (keyword, name, equals, value, rest) => new LetLine(name, equals, value) { Keyword = keyword, Skipped = rest });
        var bound = Bound();
        _byShape = new()
        {
            [LineForm.Text] = Text(),
            [LineForm.Words] = new WordsGrammar(context).Line,
            [LineForm.Quotes] = Sequence(Any, TakeWhile(static place => place.Current.Kind == SyntaxKind.Quote),
                Report(NoQuote, (TokenListParser<SyntaxToken, ImmutableArray<SyntaxToken>>)TakeAll),
                static (keyword, quotes, rest) => (LineSyntax)new QuoteLine(quotes) { Keyword = keyword, Skipped = rest }),
            [LineForm.Expression] = Line(When(IsGlued, AllWrong(Glued), When(IsNeedless, AllWrong(Needless), expression)),
                Optional(IsMannerOfCap, Any),
                static (keyword, content, manner, rest) =>
                    new ExpressionLine(content) { Keyword = keyword, Manner = manner, Skipped = rest }),
            [LineForm.JointCap] = JointCap(),
            [LineForm.Let] = let,
            [LineForm.Award] = Award(equals),
            [LineForm.Frequency] = Frequency(),
            [LineForm.Quota] = Quota(),
            [LineForm.Budget] = Budget(),
            [LineForm.Share] = Share,
            [LineForm.Payout] = Payout,
            [LineForm.Field] = Field(Any.Select(static token => (SyntaxToken?)token)),
            [LineForm.Indicator] = When(static place => place.Peek(1) is { Kind: SyntaxKind.Name, Value: "外部" },
                Line(Any, colon, Type,
                    static (keyword, external, colon, type, rest) =>
                        new IndicatorLine(null, null, external, colon, type) { Keyword = keyword, Skipped = rest }),
                Line(equals, expression,
                    static (keyword, equals, value, rest) =>
                        new IndicatorLine(equals, value, null, null, null) { Keyword = keyword, Skipped = rest })),
            [LineForm.TargetValue] = Line(bound,
                static (keyword, bound, rest) =>
                    new TargetValueLine(null, null, bound.Comparison, bound.Value, bound.Suffix) { Keyword = keyword, Skipped = rest }),
            [LineForm.TargetPart] = Line(expression, colon, bound,
                static (keyword, part, colon, bound, rest) =>
                    new TargetValueLine(part, colon, bound.Comparison, bound.Value, bound.Suffix) { Keyword = keyword, Skipped = rest }),
            [LineForm.Given] = Given(),
            [LineForm.Record] = Record(),
            [LineForm.Expect] = Line(
                When(static place => place.Current.Kind is SyntaxKind.Equals or SyntaxKind.Colon
                    && place.Peek(1).Kind != SyntaxKind.EndOfFile,
                        AllWrong(NeedlessWord).Select(static wrong => new Outcome(null, wrong)), ExpectedOutcome()),
                static (keyword, outcome, rest) =>
                    new ExpectLine(null, null, outcome.Status, outcome.Value) { Keyword = keyword, Skipped = rest }),
        };
        _expectedPart = Line(expression, colon, ExpectedOutcome(),
            static (keyword, part, colon, outcome, rest) =>
                new ExpectLine(part, colon, outcome.Status, outcome.Value) { Keyword = keyword, Skipped = rest });
        _bareCondition =
            Sequence(expression, Rest, static (condition, rest) => (LineSyntax)new ExpressionLine(condition) { Skipped = rest });
        _bareField = Field(Parse.Return<SyntaxToken, SyntaxToken?>(null));
        _unreadable = ((TokenListParser<SyntaxToken, ImmutableArray<SyntaxToken>>)TakeAll)
            .Select(static tokens => (LineSyntax)new ErrorLine { Skipped = tokens });
    }

    private LineParser Text() => Line(
        Expect(SyntaxKind.FreeText, static place => SyntaxDiagnostics.MissingContent(place.Source, place.Previous)),
        static (keyword, text, rest) => new TextLine(text) { Keyword = keyword, Skipped = rest });

    /// <summary>金额, 元/件, [甲, 乙].</summary>
    public TokenListParser<SyntaxToken, TypeSyntax> Type { get; }

    /// <summary>Reads a line that begins with a keyword.</summary>
    public LineSyntax Read(LineKeyword keyword, Tokens tokens)
    {
        var parser = keyword.Shape == LineForm.TargetPart && Context.Block == BlockKinds.Example ? _expectedPart : _byShape[keyword.Shape];
        return parser(tokens).Value;
    }

    /// <summary>Reads a line without a keyword: a condition of 范围, a field; nothing else in other blocks.</summary>
    public LineSyntax ReadBare(Tokens tokens)
    {
        if ((Context.Block & (BlockKinds.Scope | BlockKinds.Data | BlockKinds.Detail)) == 0)
            return _unreadable(tokens).Value;
        var (first, second, lexical) = (Context.At(0), Context.At(1), Context.Found.Count);
        var line = (Context.Block == BlockKinds.Scope ? _bareCondition : _bareField)(tokens).Value;
        if (Context.Found.Count > lexical && first.Kind == SyntaxKind.Name && second.Kind is SyntaxKind.Name or SyntaxKind.NumberLiteral)
            ReportMisspeltKeyword(first, lexical);
        return line;
    }

    // 明西 项目 属于 企业 among fields: the line makes no sense as one, and its first word is nearly a keyword.
    private void ReportMisspeltKeyword(SyntaxToken first, int lexical)
    {
        var nearest = Context.Statement.Before.NearestKeywords(first.Value);
        if (nearest.Count == 0)
            return;
        Context.Found.RemoveRange(lexical, Context.Found.Count - lexical);
        Context.Found.Add(SyntaxDiagnostics.UnknownKeyword(Context.Source, first.Span, nearest));
    }

    // Keyword, parts, what is left.

    private LineParser Line<T>(TokenListParser<SyntaxToken, T> part, Func<SyntaxToken, T, ImmutableArray<SyntaxToken>, LineSyntax> make) =>
        Sequence(Any, part, Rest, make);

    private LineParser Line<T1, T2>(TokenListParser<SyntaxToken, T1> first, TokenListParser<SyntaxToken, T2> second,
        Func<SyntaxToken, T1, T2, ImmutableArray<SyntaxToken>, LineSyntax> make) =>
        Sequence(Any, first, second, Rest, make);

    private LineParser Line<T1, T2, T3>(
        TokenListParser<SyntaxToken, T1> first, TokenListParser<SyntaxToken, T2> second, TokenListParser<SyntaxToken, T3> third,
        Func<SyntaxToken, T1, T2, T3, ImmutableArray<SyntaxToken>, LineSyntax> make) =>
        Sequence(Any, first, second, third, Rest, make);

    private static Diagnostic? NoQuote(Place place) =>
        place.Current.Kind == SyntaxKind.FreeText ? SyntaxDiagnostics.TextOutsideQuote(place.Source, place.Current)
            : place.Index == 1 ? SyntaxDiagnostics.MissingQuote(place.Source, place.Previous) : null;

    // 单位上限最高 100万元 and the like, said by the keyword already. Alone it may be the name of a fact.
    private static bool IsGlued(Place place) =>
        place.Current.Kind == SyntaxKind.Name && place.Index + 1 == place.Context.Count
        && place.Previous.Value is "单位上限" or "累计上限" or "规模" && Glued(place) is not null;

    private static Diagnostic? Glued(Place place) => SyntaxDiagnostics.GluedNeedlessWord(place.Source, place.Previous, place.Current);

    // 累计上限 = 300万元, 单位上限 不超过 300万元.
    private static bool IsNeedless(Place place) =>
        place.Index + 1 < place.Context.Count
        && (place.Current.Kind is SyntaxKind.Equals or SyntaxKind.Colon or SyntaxKind.LessOrEqual
            || (place.Current is { Kind: SyntaxKind.Name, Value: "最高" } && place.Peek(1).Kind == SyntaxKind.NumberLiteral));

    private static Diagnostic Needless(Place place)
    {
        // 单位上限 不超过100万元: one word too many, not one space too few.
        place.Context.Found.RemoveAll(found => found.Span == place.Current.Span);
        return NeedlessWord(place);
    }

    private static Diagnostic NeedlessWord(Place place) =>
        SyntaxDiagnostics.NeedlessWord(place.Source, place.Previous, place.Current, place.Peek(1).Span.Start);

    private TokenListParser<SyntaxToken, TypeSyntax> TypeOf()
    {
        var named = Sequence(Any, Below, static (name, below) => new TypeSyntax(name, below, null));
        var missing = Report(static place => SyntaxDiagnostics.MissingType(place.Source, place.Here, place.Current), MissingType());
        return Choose(missing, On(named, SyntaxKind.Name),
            On(_expressions.Set.Select(static set => new TypeSyntax(null, [], set)), SyntaxKind.OpenBracket));
    }

    /// <summary>A type that is not there.</summary>
    public TokenListParser<SyntaxToken, TypeSyntax> MissingType() =>
        Missing(SyntaxKind.Name).Select(static token => new TypeSyntax(token, [], null));

    /// <summary>/平方米/月: the units below the line, with their strokes.</summary>
    private TokenListParserResult<SyntaxToken, ImmutableArray<SyntaxToken>> Below(Tokens input)
    {
        var below = ImmutableArray.CreateBuilder<SyntaxToken>();
        var rest = input;
        while (Context.PlaceOf(rest) is { AtEnd: false, Current.Kind: SyntaxKind.Slash })
        {
            var stroke = Take(rest);
            var unit = _expressions.Name(stroke.Remainder);
            below.Add(stroke.Value);
            below.Add(unit.Value);
            rest = unit.Remainder;
        }
        return Result(below.ToImmutable(), input, rest);
    }

    /// <summary>超过 1.28万家, 100所以上, 100所.</summary>
    private TokenListParser<SyntaxToken, TargetBound> Bound() => ReportAfter(
        Sequence(_expressions.Comparison, _expressions.Sum, _expressions.Suffix,
            static (comparison, value, suffix) => new TargetBound(comparison, value, suffix)),
        static (bound, place) => ExpressionGrammar.Contradiction(place, bound.Comparison, bound.Value, bound.Suffix));

    private TokenListParser<SyntaxToken, Outcome> ExpectedOutcome() =>
        When(static place => place.Current.Kind == SyntaxKind.Name && !StartsTerm(place.Peek(1).Kind),
            Sequence(Any, Optional(static place => !place.AtEnd, _expressions.Range), static (status, value) => new Outcome(status, value)),
            _expressions.Range.Select(static value => new Outcome(null, value)));

    // 应得 待核定 0元: a status. 应得 甲 + 1元, 应得 min(…): an expression.
    private static bool StartsTerm(SyntaxKind next) =>
        next is SyntaxKind.OpenParenthesis or SyntaxKind.Dot or SyntaxKind.Range or SyntaxKind.RangeExclusive
            or (>= SyntaxKind.Equals and <= SyntaxKind.Slash);

    private readonly record struct TargetBound(SyntaxToken? Comparison, ExpressionSyntax Value, SyntaxToken? Suffix);

    private readonly record struct Outcome(SyntaxToken? Status, ExpressionSyntax? Value);
}
