// Header lines of blocks: a table of the kind of a block and its parser.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using HeaderParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Parsing.BlockHeader>;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>A header that was read: given the lines under it, it is a block.</summary>
internal delegate BlockSyntax BlockHeader(ImmutableArray<LineSyntax> lines);

/// <summary>The parsers of headers.</summary>
internal sealed class HeaderGrammar : Primitives
{
    private readonly Dictionary<BlockKinds, HeaderParser> _byKind;
    private readonly ExpressionGrammar _expressions;
    private readonly LineGrammar _lines;

    public HeaderGrammar(StatementContext context, ExpressionGrammar expressions, LineGrammar lines)
        : base(context)
    {
        (_expressions, _lines) = (expressions, lines);
        var (name, word, title) =
            (expressions.Name, Expect(SyntaxKind.Word, static place => SyntaxDiagnostics.MissingNumber(place.Source, place.Previous)),
                OrMissing(SyntaxKind.FreeText));
        var policyTitle = Expect(SyntaxKind.FreeText, static place => SyntaxDiagnostics.MissingTitle(place.Source, place.Previous.Span));
        var numbered = Sequence(Any, word, title, Rest,
            static (keyword, number, title, rest) =>
                (BlockHeader)(lines => new NumberedBlock(number, title) { Keyword = keyword, Skipped = rest, Lines = lines }));
        _byKind = new()
        {
            [BlockKinds.Policy] = Sequence(Any, policyTitle, Rest,
                static (keyword, title, rest) =>
                    (BlockHeader)(lines => new PolicyBlock(title) { Keyword = keyword, Skipped = rest, Lines = lines })),
            [BlockKinds.List] = List(),
            [BlockKinds.Data] = Sequence(Any, name, Rest,
                static (keyword, name, rest) =>
                    (BlockHeader)(lines => new DataBlock(name) { Keyword = keyword, Skipped = rest, Lines = lines })),
            [BlockKinds.Detail] = Detail(),
            [BlockKinds.Parameter] = Parameter(),
            [BlockKinds.Scope] = Sequence(Any, Maybe(SyntaxKind.Name),
                Report(BesideScope, (TokenListParser<SyntaxToken, ImmutableArray<SyntaxToken>>)Rest),
                static (keyword, subject, rest) =>
                    (BlockHeader)(lines => new ScopeBlock(subject) { Keyword = keyword, Skipped = rest, Lines = lines })),
            [BlockKinds.Example] = Sequence(Any, Target, title, Rest,
                static (keyword, target, title, rest) =>
                    (BlockHeader)(lines =>
                        new ExampleBlock(target.Kind, target.Number, title) { Keyword = keyword, Skipped = rest, Lines = lines })),
            [BlockKinds.Invariant] = Sequence(Any, Target, expressions.Expression, Rest,
                static (keyword, target, condition, rest) =>
                    (BlockHeader)(lines =>
                        new InvariantBlock(target.Kind, target.Number, condition) { Keyword = keyword, Skipped = rest, Lines = lines })),
            [BlockKinds.Clause] = numbered, [BlockKinds.Target] = numbered, [BlockKinds.Pool] = numbered, [BlockKinds.Duty] = numbered,
            [BlockKinds.Procedure] = numbered,
        };
    }

    /// <summary>Reads the header of a block of a kind.</summary>
    public BlockHeader Read(BlockKinds kind, Tokens tokens) => _byKind[kind](tokens).Value;

    // 名录 name = [a, b].
    private HeaderParser List()
    {
        var equals = When(static place => place.IsNameBefore(SyntaxKind.Comma), Missing(SyntaxKind.Equals),
            _expressions.Sign(SyntaxKind.Equals, "="));
        // 名录 区县 = 渝中区、江津区.
        var bare = AllWrong(static place =>
            SyntaxDiagnostics.BareList(place.Source, place.Current, place.End, place.Previous.Kind == SyntaxKind.Equals ? "=" : null));
        var members = When(static place => place.IsNameBefore(SyntaxKind.Comma) || place.IsNameBefore(SyntaxKind.Name), bare,
            _expressions.Members(static _ => "名录"));
        return Sequence(Any, _expressions.Name, equals, members, Rest,
            static (keyword, name, equals, members, rest) =>
                (BlockHeader)(lines => new ListBlock(name, equals, members) { Keyword = keyword, Skipped = rest, Lines = lines }));
    }

    // 明细 name 属于 name [计量 unit | 按年度].
    private HeaderParser Detail()
    {
        var (name, of) = (_expressions.Name, _expressions.Sign(SyntaxKind.InKeyword, "属于"));
        var measure = When(static place => place.IsWord("计量"),
            Sequence(Any, name, static (word, unit) => (Word: (SyntaxToken?)word, Unit: (SyntaxToken?)unit)),
            Parse.Return<SyntaxToken, (SyntaxToken? Word, SyntaxToken? Unit)>(default));
        var kind = When(static place => place.IsWord(SyntaxFacts.ByYear), Any.Select(static word => (Measure: default((SyntaxToken?,
            SyntaxToken?)), ByYear: (SyntaxToken?)word)), measure.Select(static measure => (Measure: measure, ByYear: (SyntaxToken?)null)));
        return Sequence(Any, name, of, name, kind, Rest,
            static (keyword, name, of, owner, kind, rest) =>
                (BlockHeader)(lines => new DetailBlock(name, of, owner, kind.Measure.Item1, kind.Measure.Item2, kind.ByYear)
                    { Keyword = keyword, Skipped = rest, Lines = lines }));
    }

    // 参数 name : type (外部 | = values).
    private HeaderParser Parameter()
    {
        var none = SeparatedList<ParameterValueSyntax>.Empty;
        var written = Sequence(_expressions.Sign(SyntaxKind.Equals, "="), Values(),
            static (equals, values) => (External: (SyntaxToken?)null, EqualsToken: (SyntaxToken?)equals, Values: values));
        var external = Any.Select(external => (External: (SyntaxToken?)external, EqualsToken: (SyntaxToken?)null, Values: none));
        var typed =
            Sequence(_expressions.Sign(SyntaxKind.Colon, ":"), _lines.Type, When(static place => place.IsWord("外部"), external, written),
                static (colon, type, value) => new ParameterParts(colon, type, value.External, value.EqualsToken, value.Values));
        // 参数 上限额 = 100万元: the type is left out.
        var untyped = Report(
            static place => SyntaxDiagnostics.UntypedParameter(place.Source, place.Previous, place.Current, place.Peek(1), place.Last),
            Sequence(Missing(SyntaxKind.Colon), _lines.MissingType(), (colon, type) => new ParameterParts(colon, type, null, null, none)));
        var parts = When(
            static place =>
                place.Index > 1 && place.Current.Kind is SyntaxKind.Equals or SyntaxKind.NumberLiteral or SyntaxKind.DateLiteral,
            untyped, typed);
        return Sequence(Any, _expressions.Name, parts, Rest,
            static (keyword, name, parts, rest) =>
                (BlockHeader)(lines => new ParameterBlock(name, parts.Colon, parts.Type, parts.External, parts.EqualsToken, parts.Values)
                    { Keyword = keyword, Skipped = rest, Lines = lines }));
    }

    // [|] value {| value}, each with 起 and a date before it.
    private TokenListParser<SyntaxToken, SeparatedList<ParameterValueSyntax>> Values()
    {
        var value = Followed(_expressions.Expression, static first => new ParameterValueSyntax(null, null, first),
            On<ExpressionSyntax, ParameterValueSyntax>(
                (first, input) => Context.PlaceOf(input).IsWord("起")
                    ? Since(first, input)
                    : TokenListParserResult.Empty<SyntaxToken, ParameterValueSyntax>(input),
                SyntaxKind.Name));
        var pipe = Maybe(SyntaxKind.Pipe);
        return input =>
        {
            var items = ImmutableArray.CreateBuilder<ParameterValueSyntax>();
            var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
            var sign = pipe(input);
            do
            {
                if (sign.Value is { } written)
                    elements.Add(written);
                var item = value(sign.Remainder);
                items.Add(item.Value);
                elements.Add(item.Value);
                sign = pipe(item.Remainder);
            }
            while (sign.Value is not null);
            return Result(new SeparatedList<ParameterValueSyntax>(items.ToImmutable(), elements.ToImmutable()), input, sign.Remainder);
        };
    }

    private TokenListParserResult<SyntaxToken, ParameterValueSyntax> Since(ExpressionSyntax first, Tokens input)
    {
        var from = Take(input);
        var value = _expressions.Expression(from.Remainder);
        return Result(new ParameterValueSyntax(first, from.Value, value.Value), input, value.Remainder);
    }

    private static Diagnostic? BesideScope(Place place) =>
        place.AtEnd ? null : SyntaxDiagnostics.ConditionBesideScope(place.Source,
            place.Index > 1 ? place.Previous.Span.Start : place.Current.Span.Start, place.End);

    // 条款 20 after 算例 and 恒有.
    private TokenListParserResult<SyntaxToken, (SyntaxToken Kind, SyntaxToken Number)> Target(Tokens input)
    {
        var kind = OrMissing(SyntaxKind.Word)(input);
        var number = OrMissing(SyntaxKind.Word)(kind.Remainder);
        if (kind.Value.IsMissing || number.Value.IsMissing || !SyntaxFacts.TargetKinds.Contains(kind.Value.Value))
        {
            Context.Report(Context.PlaceOf(number.Remainder),
                static place => SyntaxDiagnostics.MissingTarget(place.Source, place.Context.At(0)));
            Context.IsSilent = true;
        }
        return Result((kind.Value, number.Value), input, number.Remainder);
    }

    private readonly record struct ParameterParts(SyntaxToken Colon, TypeSyntax Type, SyntaxToken? External, SyntaxToken? EqualsToken,
        SeparatedList<ParameterValueSyntax> Values);
}
