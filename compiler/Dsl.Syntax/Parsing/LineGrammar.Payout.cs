// 兑付: an award paid in parts, year by year or as stages are reached.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower.Model;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class LineGrammar
{
    // 兑付 [次年起 | 当年起] (分 expression | share {、 share}), 兑付 按 阶段: expression share {、 expression share}.
    private TokenListParserResult<SyntaxToken, LineSyntax> Payout(Tokens input)
    {
        var keyword = Take(input);
        var rest = keyword.Remainder;
        SyntaxToken? first = null;
        if (Context.At(rest.Position) is { Kind: SyntaxKind.Name, Value: var word } && SyntaxFacts.PayoutYears.Contains(word))
        {
            var taken = Take(rest);
            (first, rest) = (taken.Value, taken.Remainder);
        }
        var form = ImmutableArray.CreateBuilder<SyntaxElement>();
        var parts = ImmutableArray.CreateBuilder<PayoutPartSyntax>();
        var isByStage = Context.PlaceOf(rest).IsWord("按") && first is null;
        if (Context.PlaceOf(rest).IsWord("分"))
        {
            var divide = Take(rest);
            var years = _expressions.Expression(divide.Remainder);
            form.AddRange(divide.Value, years.Value);
            rest = years.Remainder;
        }
        else
        {
            if (isByStage)
                rest = StageWords(rest, form);
            rest = Parts(rest, isByStage, form, parts);
        }
        var skipped = Rest(rest);
        var line = new PayoutLine(first, form.ToImmutable(), parts.ToImmutable())
        {
            Keyword = keyword.Value, IsByStage = isByStage, Skipped = skipped.Value,
        };
        return Result<LineSyntax>(line, input, skipped.Remainder);
    }

    private Tokens StageWords(Tokens input, ImmutableArray<SyntaxElement>.Builder form)
    {
        var by = Take(input);
        var stage = ExpectedWord("阶段")(by.Remainder);
        var colon = _expressions.Sign(SyntaxKind.Colon, ":")(stage.Remainder);
        form.AddRange(by.Value, stage.Value, colon.Value);
        return colon.Remainder;
    }

    private Tokens Parts(Tokens input, bool isByStage, ImmutableArray<SyntaxElement>.Builder form,
        ImmutableArray<PayoutPartSyntax>.Builder parts)
    {
        var rest = input;
        while (true)
        {
            var stage = isByStage && !IsPayoutShare(Context.At(rest.Position)) ? _expressions.Expression(rest) : default;
            if (stage.HasValue)
                rest = stage.Remainder;
            if (!IsPayoutShare(Context.At(rest.Position)) || (isByStage && !stage.HasValue))
            {
                Context.Report(Context.PlaceOf(rest), static place => SyntaxDiagnostics.PayoutForm(place.Source, place.Here));
                Context.IsSilent = true;
            }
            var share = IsPayoutShare(Context.At(rest.Position)) ? Take(rest) : Missing(SyntaxKind.NumberLiteral)(rest);
            var part = new PayoutPartSyntax(stage.HasValue ? stage.Value : null, share.Value);
            form.Add(part);
            parts.Add(part);
            rest = share.Remainder;
            if (Context.At(rest.Position).Kind is not (SyntaxKind.Comma or SyntaxKind.Semicolon) || Context.IsSilent)
                return rest;
            var separator = Take(rest);
            form.Add(separator.Value);
            rest = separator.Remainder;
        }
    }

    private static bool IsPayoutShare(SyntaxToken token) =>
        token is { Kind: SyntaxKind.NumberLiteral, Number: { Unit: "%" or "‰", PerUnit.Length: 0 } }
        || token is { Kind: SyntaxKind.Name, Value: SyntaxFacts.PayoutRest };
}
