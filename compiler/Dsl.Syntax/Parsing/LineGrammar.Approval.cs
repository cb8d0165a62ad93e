// 奖补 = 核定 and 一事一议: what an authority decides, with a floor, a ceiling, or a range.
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using DecisionParser = Superpower.TokenListParser<Dsl.Syntax.Tree.SyntaxToken, Dsl.Syntax.Parsing.LineGrammar.Decision>;

namespace Dsl.Syntax.Parsing;

internal sealed partial class LineGrammar
{
    // (核定 | 一事一议) [最低 expression] [最高 expression | table], or 核定 expression..expression.
    private DecisionParser Decided()
    {
        DecisionParser alone = Any.Select(static mode => new Decision { Mode = mode });
        var range = Sequence(Any, ReportAfter(_expressions.Range, AfterRange), static (mode, value) => new Decision
        {
            Mode = mode, Value = value,
        });
        var atLeast = Sequence(Any, Any, _expressions.Expression, static (mode, atLeast, floor) => new Decision
        {
            Mode = mode, AtLeast = atLeast, Floor = floor,
        });
        var opened = When(static place => place.Peek(1) is { Kind: SyntaxKind.Name, Value: SyntaxFacts.AtLeast }, atLeast, alone);
        var ceiling = Sequence(Any, _expressionOrTable, static (atMost, value) => (AtMost: atMost, Value: value));
        var ended = ReportAfter<Decision>(
            input =>
            {
                var first = opened(input);
                if (!Context.PlaceOf(first.Remainder).IsWord(SyntaxFacts.AtMost) || first.Value.Mode?.Value == CaseByCase)
                    return first;
                var last = ceiling(first.Remainder);
                return Result(first.Value with { AtMost = last.Value.AtMost, Value = last.Value.Value }, input, last.Remainder);
            },
            AfterMode);
        return When(static place => place.IsWord(SyntaxFacts.Approval) && IsRangeAhead(place), range, ended);
    }

    /// <summary>核定 5万元..10万元: two dots before a word of the line, outside of brackets.</summary>
    private static bool IsRangeAhead(Place place)
    {
        if (place.Peek(1) is not { Kind: not SyntaxKind.Pipe } first
            || first is { Kind: SyntaxKind.Name, Value: SyntaxFacts.AtLeast or SyntaxFacts.AtMost })
            return false;
        for (var (ahead, depth) = (1, 0); place.Peek(ahead).Kind != SyntaxKind.EndOfFile; ahead++)
        {
            depth += place.Peek(ahead).Kind switch
            {
                SyntaxKind.OpenParenthesis or SyntaxKind.OpenBracket => 1,
                SyntaxKind.CloseParenthesis or SyntaxKind.CloseBracket => -1,
                _ => 0,
            };
            if (depth == 0 && place.Peek(ahead).Kind is SyntaxKind.Range or SyntaxKind.RangeExclusive)
                return true;
        }
        return false;
    }

    private static Diagnostic? AfterRange(ExpressionSyntax value, Place place) => value is not RangeExpression range ? null
        : range.Operator.Kind == SyntaxKind.RangeExclusive ? SyntaxDiagnostics.OpenApproval(place.Source, range.Operator)
        : range is { Low: null } or { High: null } ? SyntaxDiagnostics.HalfRange(place.Source, range)
        : null;

    private static Diagnostic? AfterMode(Decision decision, Place place)
    {
        if (place.AtEnd)
            return null;
        var isApproval = decision.Mode?.Value == SyntaxFacts.Approval;
        if (place.IsWord(SyntaxFacts.AtLeast) && decision.AtMost is { } atMost)
            return SyntaxDiagnostics.FloorAfterCeiling(place.Source, atMost, place.Current, place.End);
        if (place.IsWord(SyntaxFacts.AtMost) && !isApproval)
            return SyntaxDiagnostics.CeilingOfCaseByCase(place.Source, decision.Mode, place.Current, place.End);
        // What follows an amount is the amount's, and reported as such.
        if (decision.Value is not null || decision.Floor is not null)
            return null;
        return !isApproval || decision.Mode is not { } mode
            ? SyntaxDiagnostics.ExtraText(place.Source, place.Current, place.End)
            : Mistakes.IsCeiling(place, 0) ? SyntaxDiagnostics.GluedCeiling(place.Source, place.Current, place.End)
            : SyntaxDiagnostics.UnknownMode(place.Source, place.Current.Span, mode.Value, SyntaxDiagnostics.ApprovalChoices,
                "核定 最高 100万元");
    }

    /// <summary>What stands after 奖补 =.</summary>
    internal readonly record struct Decision
    {
        public SyntaxToken? Mode { get; init; }

        public SyntaxToken? AtLeast { get; init; }

        public ExpressionSyntax? Floor { get; init; }

        public SyntaxToken? AtMost { get; init; }

        public ExpressionSyntax? Value { get; init; }
    }
}
