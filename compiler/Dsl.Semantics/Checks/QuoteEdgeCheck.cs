// A quotation begins and ends beside figures, not within one: 「给予5」 of 给予50万元, 「给予10万元」 of 给予10万元至20万元.
using System.Collections.Immutable;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks;

/// <summary>Quotations that cut a number or a range of numbers.</summary>
public sealed class QuoteEdgeCheck : ICheck
{
    private static readonly DiagnosticRule CutNumber = new("DSL3100", Severity.Error,
        "依据在数的中间断开：原文是「{0}」。", "引到整个数；一段数（10万元至20万元）两头都要引，不能只引一头。");

    private static readonly DiagnosticRule CutRange = CutNumber.Worded("依据只引了一段数的一头：原文是「{0}」。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [CutNumber];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, document) in context.Documents)
        {
            foreach (var quotation in policy.Tree.Root.Blocks.SelectMany(Quotation.TokensOf).Select(static token => new Quotation(token)))
            {
                foreach (var piece in quotation.Pieces)
                {
                    // The words may stand in the document twice, once of them beside the figures.
                    var cuts = document.PlacesOf(piece).Select(place => CutAt(document.Source, place)).ToList();
                    if (cuts.Count > 0 && cuts.TrueForAll(static cut => cut is not null) && cuts[0] is var (rule, words))
                        context.Report(rule.At(policy.Source, quotation.Inside, words));
                }
            }
        }
    }

    private static (DiagnosticRule Rule, string Words)? CutAt(SourceText source, TextSpan place)
    {
        var first = source.LineSpan(source.PositionOf(place.Start).Line);
        var (start, end) = (first.Start, source.LineSpan(source.PositionOf(place.End - 1).Line).End);
        var text = source.Content[start..end];
        var figures = OfficialFigures.Read(text);
        for (var i = 0; i < figures.Length; i++)
        {
            var figure = figures[i];
            if (IsWithin(place, start + figure.Start, start + figure.End))
                return (CutNumber, text.Substring(figure.Start, figure.Length));
            if (i + 1 < figures.Length && figures[i + 1] is var next && OfficialFigures.IsRange(text[figure.End..next.Start])
                && IsWithin(place, start + figure.Start, start + next.End))
                return (CutRange, text[figure.Start..next.End]);
        }
        return null;
    }

    /// <summary>Whether a place begins or ends between two others.</summary>
    private static bool IsWithin(TextSpan place, int start, int end) =>
        (place.Start > start && place.Start < end) || (place.End > start && place.End < end);
}
