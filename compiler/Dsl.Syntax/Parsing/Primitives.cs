// The parsers that the grammar is made of: one token, one after another, a choice by the next token, lists, chains of operators,
// what is wrong.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using TokenParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Tree.SyntaxToken>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>What follows a part that was read; declines (no value, nothing taken) where it does not fit.</summary>
internal delegate TokenListParserResult<SyntaxToken, TWhole> Tail<in TPart, TWhole>(TPart part, Tokens input);

/// <summary>A row of a choice: the kinds of the next token, and the parser for them.</summary>
internal readonly record struct Row<T>(ImmutableArray<SyntaxKind> Kinds, T Parser);

/// <summary>
/// Building blocks on Superpower. Superpower's combinators stop at the first mistake and take ten times as long (they compare kinds as
/// objects and collect expectations). These always succeed: missing tokens are inserted and reported, so that the tree is complete and
/// parsing continues. They decide by the next token without backtracking. Each is built once, with the grammar.
/// </summary>
internal abstract class Primitives(StatementContext context)
{
    private static readonly int Kinds = Enum.GetValues<SyntaxKind>().Length;

    /// <summary>The state of the statement.</summary>
    protected StatementContext Context { get; } = context;

    // One token.

    /// <summary>The next token, of whatever kind: for use where it was looked at.</summary>
    protected TokenParser Any => Take;

    /// <summary>The next token; a parser itself, for use inside others.</summary>
    protected TokenListParserResult<SyntaxToken, SyntaxToken> Take(Tokens input)
    {
        Context.Taken++;
        var taken = input.ConsumeToken();
        return TokenListParserResult.Value(taken.Value.Kind, input, taken.Remainder);
    }

    /// <summary>The next token if it is of a kind, or nothing.</summary>
    protected TokenListParser<SyntaxToken, SyntaxToken?> Maybe(SyntaxKind kind) =>
        Optional(place => place.Current.Kind == kind && !place.AtEnd, Any);

    /// <summary>A word of the language that is a name elsewhere, or nothing.</summary>
    protected TokenListParser<SyntaxToken, SyntaxToken?> Word(string word) => Optional(place => place.IsWord(word), Any);

    /// <summary>An empty token where one is missing.</summary>
    protected TokenParser Missing(SyntaxKind kind) =>
        input => Result(new SyntaxToken(kind, Context.PlaceOf(input).PreviousEnd, "", "") { IsMissing = true }, input, input);

    /// <summary>The token of a kind, or a missing one and a report.</summary>
    protected TokenParser Expect(SyntaxKind kind, Func<Place, Diagnostic?> finding) =>
        Choose(Report(finding, Missing(kind)), On(Any, kind));

    /// <summary>The token of a kind, or a missing one.</summary>
    protected TokenParser OrMissing(SyntaxKind kind) => Choose(Missing(kind), On(Any, kind));

    /// <summary>All that is left.</summary>
    protected TokenListParserResult<SyntaxToken, ImmutableArray<SyntaxToken>> TakeAll(Tokens input) =>
        TakeWhile(static place => !place.AtEnd)(input);

    /// <summary>What is left of the statement, reported unless a mistake before it explains it.</summary>
    protected TokenListParserResult<SyntaxToken, ImmutableArray<SyntaxToken>> Rest(Tokens input)
    {
        if (input.IsAtEnd)
            return Result(ImmutableArray<SyntaxToken>.Empty, input, input);
        var (place, habits) = (Context.PlaceOf(input), Context.Found.Count);
        // 研发费用的15%，最高100万元: one mistake with one fix; this diagnostic replaces those of the habitual words before it
        // and includes their fixes.
        if (habits == 0 || Mistakes.IsCeilingAfterHabits(place))
        {
            Context.Report(place, Mistakes.At);
            if (Context.Found.Count > habits)
                Context.Found.RemoveRange(0, habits);
        }
        return TakeAll(input);
    }

    /// <summary>All tokens as long as a condition holds.</summary>
    protected TokenListParser<SyntaxToken, ImmutableArray<SyntaxToken>> TakeWhile(Func<Place, bool> condition) => input =>
    {
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        var rest = input;
        while (condition(Context.PlaceOf(rest)))
        {
            var taken = Take(rest);
            tokens.Add(taken.Value);
            rest = taken.Remainder;
        }
        return Result(tokens.ToImmutable(), input, rest);
    };

    // One after another.

    protected static TokenListParser<SyntaxToken, TWhole> Sequence<T1, T2, TWhole>(TokenListParser<SyntaxToken, T1> first,
        TokenListParser<SyntaxToken, T2> second, Func<T1, T2, TWhole> make) =>
        input =>
        {
            var one = first(input);
            var two = second(one.Remainder);
            return Result(make(one.Value, two.Value), input, two.Remainder);
        };

    protected static TokenListParser<SyntaxToken, TWhole> Sequence<T1, T2, T3, TWhole>(
        TokenListParser<SyntaxToken, T1> first, TokenListParser<SyntaxToken, T2> second, TokenListParser<SyntaxToken, T3> third,
        Func<T1, T2, T3, TWhole> make) =>
            input =>
        {
            var one = first(input);
            var two = second(one.Remainder);
            var three = third(two.Remainder);
            return Result(make(one.Value, two.Value, three.Value), input, three.Remainder);
        };

    protected static TokenListParser<SyntaxToken, TWhole> Sequence<T1, T2, T3, T4, TWhole>(
        TokenListParser<SyntaxToken, T1> first, TokenListParser<SyntaxToken, T2> second, TokenListParser<SyntaxToken, T3> third,
        TokenListParser<SyntaxToken, T4> fourth, Func<T1, T2, T3, T4, TWhole> make) =>
            input =>
        {
            var one = first(input);
            var two = second(one.Remainder);
            var three = third(two.Remainder);
            var four = fourth(three.Remainder);
            return Result(make(one.Value, two.Value, three.Value, four.Value), input, four.Remainder);
        };

    protected static TokenListParser<SyntaxToken, TWhole> Sequence<T1, T2, T3, T4, T5, TWhole>(
        TokenListParser<SyntaxToken, T1> first, TokenListParser<SyntaxToken, T2> second, TokenListParser<SyntaxToken, T3> third,
        TokenListParser<SyntaxToken, T4> fourth, TokenListParser<SyntaxToken, T5> fifth,
        Func<T1, T2, T3, T4, T5, TWhole> make) =>
            Sequence(Sequence(first, second, third, fourth, ValueTuple.Create), fifth,
                (four, five) => make(four.Item1, four.Item2, four.Item3, four.Item4, five));

    protected static TokenListParser<SyntaxToken, TWhole> Sequence<T1, T2, T3, T4, T5, T6, TWhole>(
        TokenListParser<SyntaxToken, T1> first, TokenListParser<SyntaxToken, T2> second, TokenListParser<SyntaxToken, T3> third,
        TokenListParser<SyntaxToken, T4> fourth, TokenListParser<SyntaxToken, T5> fifth,
        TokenListParser<SyntaxToken, T6> sixth, Func<T1, T2, T3, T4, T5, T6, TWhole> make) =>
        Sequence(Sequence(first, second, third, ValueTuple.Create), Sequence(fourth, fifth, sixth, ValueTuple.Create),
            (three, more) => make(three.Item1, three.Item2, three.Item3, more.Item1, more.Item2, more.Item3));

    // A choice by what follows.

    /// <summary>A row of <see cref="Choose"/>.</summary>
    protected static Row<TokenListParser<SyntaxToken, T>> On<T>(TokenListParser<SyntaxToken, T> parser,
        params ImmutableArray<SyntaxKind> kinds) =>
        new(kinds, parser);

    /// <summary>A row of <see cref="Followed"/>.</summary>
    protected static Row<Tail<TPart, TWhole>> On<TPart, TWhole>(Tail<TPart, TWhole> tail, params ImmutableArray<SyntaxKind> kinds) =>
        new(kinds, tail);

    /// <summary>The parser for the kind of the next token.</summary>
    protected TokenListParser<SyntaxToken, T> Choose<T>(TokenListParser<SyntaxToken, T> otherwise,
        params ReadOnlySpan<Row<TokenListParser<SyntaxToken, T>>> rows)
    {
        var table = new TokenListParser<SyntaxToken, T>[Kinds];
        Array.Fill(table, otherwise);
        Fill(table, rows);
        return input => table[(int)Context.At(input.Position).Kind](input);
    }

    /// <summary>One parser or another, by a look at the place.</summary>
    protected TokenListParser<SyntaxToken, T> When<T>(Func<Place, bool> condition, TokenListParser<SyntaxToken, T> parser,
        TokenListParser<SyntaxToken, T> otherwise) =>
        input => condition(Context.PlaceOf(input)) ? parser(input) : otherwise(input);

    /// <summary>A part that is there under a condition; null elsewhere.</summary>
    protected TokenListParser<SyntaxToken, T?> Optional<T>(Func<Place, bool> condition, TokenListParser<SyntaxToken, T> parser)
        where T : class => input =>
    {
        if (!condition(Context.PlaceOf(input)))
            return Result<T?>(null, input, input);
        var part = parser(input);
        return Result<T?>(part.Value, input, part.Remainder);
    };

    /// <summary>A part and its continuation, which is chosen by the kind of the next token.</summary>
    protected TokenListParser<SyntaxToken, TWhole> Followed<TPart, TWhole>(TokenListParser<SyntaxToken, TPart> first,
        Func<TPart, TWhole> alone, params ReadOnlySpan<Row<Tail<TPart, TWhole>>> rows)
    {
        var table = new Tail<TPart, TWhole>?[Kinds];
        Fill(table, rows);
        return input =>
        {
            var part = first(input);
            if (table[(int)Context.At(part.Remainder.Position).Kind] is { } tail
                && tail(part.Value, part.Remainder) is { HasValue: true } whole)
                return whole;
            return Result(alone(part.Value), input, part.Remainder);
        };
    }

    protected static Tail<TPart, TWhole> Tail<TPart, T1, TWhole>(TokenListParser<SyntaxToken, T1> first, Func<TPart, T1, TWhole> make) =>
        (part, input) =>
        {
            var one = first(input);
            return Result(make(part, one.Value), input, one.Remainder);
        };

    protected static Tail<TPart, TWhole> Tail<TPart, T1, T2, TWhole>(TokenListParser<SyntaxToken, T1> first,
        TokenListParser<SyntaxToken, T2> second, Func<TPart, T1, T2, TWhole> make) =>
        (part, input) =>
        {
            var one = first(input);
            var two = second(one.Remainder);
            return Result(make(part, one.Value, two.Value), input, two.Remainder);
        };

    // What is wrong.

    /// <summary>A parser before which something may be found wrong.</summary>
    protected TokenListParser<SyntaxToken, T> Report<T>(Func<Place, Diagnostic?> finding, TokenListParser<SyntaxToken, T> parser) =>
        input =>
        {
            Context.Report(Context.PlaceOf(input), finding);
            return parser(input);
        };

    /// <summary>A parser whose result is inspected afterwards and may be reported.</summary>
    protected TokenListParser<SyntaxToken, T> ReportAfter<T>(TokenListParser<SyntaxToken, T> parser,
        Func<T, Place, Diagnostic?> finding) =>
        input =>
        {
            var part = parser(input);
            Context.Report(Context.PlaceOf(part.Remainder), part.Value, finding);
            return part;
        };

    /// <summary>All that is left is wrong: one report, and nothing more of this statement.</summary>
    protected TokenListParser<SyntaxToken, ExpressionSyntax> AllWrong(Func<Place, Diagnostic?> finding) => input =>
    {
        Context.Report(Context.PlaceOf(input), finding);
        Context.IsSilent = true;
        if (input.IsAtEnd)
            return Result<ExpressionSyntax>(new ErrorExpression([Missing(SyntaxKind.Name)(input).Value]), input, input);
        var rest = TakeAll(input);
        return Result<ExpressionSyntax>(new ErrorExpression(rest.Value), input, rest.Remainder);
    };

    /// <summary>A result that is there.</summary>
    protected static TokenListParserResult<SyntaxToken, T> Result<T>(T value, Tokens from, Tokens to) =>
        TokenListParserResult.Value(value, from, to);

    private static void Fill<T>(T?[] table, ReadOnlySpan<Row<T>> rows)
        where T : class
    {
        foreach (var row in rows)
        {
            foreach (var kind in row.Kinds)
                table[(int)kind] = row.Parser;
        }
    }
}
