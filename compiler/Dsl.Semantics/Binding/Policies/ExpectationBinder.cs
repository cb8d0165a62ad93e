// What an example expects: 应得 and 其中.
using System.Collections.Immutable;
using Dsl.Values.Quantities;
using Dsl.Values.Text;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the expected results of an example.</summary>
/// <param name="context">The policy.</param>
/// <param name="block">The example.</param>
/// <param name="constants">Binds its values.</param>
/// <param name="target">The target that it is of; null for one of a clause.</param>
internal sealed class ExpectationBinder(PolicyContext context, ExampleBlock block, ExpressionBinder constants, BoundTarget? target)
{
    private readonly DiagnosticSink _sink = context.Sink;
    private readonly bool _isTarget = block.TargetKind.Value == "目标";

    /// <summary>应得: a status, an amount, or both; nothing where it could not be read (reported).</summary>
    public (string? Status, Bounds? Amount, ExpectLine? Line) Bind()
    {
        if (block.LinesOf<ExpectLine>("应得").FirstOrDefault() is not { } line)
        {
            if (!block.LinesOf("应得").Any())
                _sink.Report(ExampleDiagnostics.MissingExpectation, block.HeaderSpan());
            return default;
        }
        return TryBindStatus(line, out var status) ? (status, line.Value is { } value ? Expected(value) : null, line) : default;
    }

    /// <summary>The status word of a line; false where a number in words stands in its place (reported).</summary>
    private bool TryBindStatus(ExpectLine line, out string? status)
    {
        status = line.Status is { IsMissing: false } word ? word.Value : null;
        var known = _isTarget ? SyntaxFacts.TargetStates : SyntaxFacts.ClauseStates;
        if (status is null || known.Contains(status) || line.Status is not { } place)
            return true;
        if (NumeralWords.Rewrite(status) is { } figure)
        {
            _sink.Add(NameDiagnostics.NumeralWord.At(_sink.Source, place.Span, status, figure)
                .WithFix($"改为「{figure}」", new TextEdit(place.Span, figure)));
            return false;
        }
        var best = Spelling.Best(status, known);
        _sink.Add(Spelling.WithRename(
            ExampleDiagnostics.UnknownStatus.At(_sink.Source, place.Span, status, Spelling.Hint(best), string.Join('、', known)),
            place.Span, best));
        return true;
    }

    /// <summary>其中 lines, each with a part that the target has.</summary>
    public ImmutableArray<BoundExpectedPart> BindParts()
    {
        var expected = ImmutableArray.CreateBuilder<BoundExpectedPart>();
        foreach (var line in block.LinesOf<ExpectLine>("其中"))
        {
            if (line.Part is not { } named || !_isTarget)
                continue;
            var text = _sink.Source[named.Span].Trim();
            var part = target?.Parts.FirstOrDefault(candidate => Comparable(candidate.Text) == Comparable(text));
            if (part is not null)
                NoteNames(part, named);
            if (part is null)
                _sink.Report(ExampleDiagnostics.UnknownPart, named.Span, text, block.Number.Value,
                    Spelling.Listing([.. target?.Parts.Select(static known => known.Text) ?? []]));
            else if (expected.Any(other => other.Part == part.Text))
                _sink.Report(ExampleDiagnostics.FactTwice, named.Span, text);
            else if (TryBindStatus(line, out var status))
                expected.Add(new BoundExpectedPart(part.Text, status, line.Value is { } value ? Expected(value) : null));
        }
        return expected.ToImmutable();
    }

    /// <summary>A part is found by its words; what they stand for is what the same words of the target do.</summary>
    private void NoteNames(BoundTargetPart part, ExpressionSyntax words)
    {
        if (part.Indicator?.DescendantsAndSelf().OfType<BoundAggregate>().FirstOrDefault() is not { } aggregate)
            return;
        using (_sink.Mute())
            new ExpressionBinder(_sink,
                context.File.Frame with
                    { Row = aggregate.Detail, Subject = aggregate.Detail?.Subject ?? aggregate.Registry, InAggregate = true })
                .Bind(words);
    }

    /// <summary>Parts agree whatever their spaces and widths.</summary>
    private static string Comparable(string part) =>
        string.Concat(WidthFolding.Fold(part).Where(static character => !char.IsWhiteSpace(character)));

    /// <summary>The figure of a target, in its unit. A count of what no detail counts has none: there 99家 is read as well.</summary>
    private Rational? Reached(ExpressionSyntax value, DslType type)
    {
        if (type is QuantityType { Dimension: var dimension } && dimension == Dimension.None
            && constants.Bind(value) is { Type: QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] } } counted)
            return ConstantFolder.Number(counted);
        return FieldDeclarations.Number(constants, _sink, value, type);
    }

    private Bounds? Expected(ExpressionSyntax value)
    {
        if (_isTarget)
            return target is not null && Reached(value, target.Type) is { } figure ? Bounds.Exactly(figure) : null;
        if (value is not RangeExpression range)
            return FieldDeclarations.Number(constants, _sink, value, DslType.Money) is { } amount ? Bounds.Exactly(amount) : null;
        if (range.Operator.Kind == SyntaxKind.RangeExclusive)
            _sink.Report(TypeDiagnostics.ClosedRangeExpected, range.Span, _sink.Source[range.Span]);
        var isOpen = range.High is null or NameExpression { Name.Value: "不封顶" };
        var low = range.Low is { } from ? FieldDeclarations.Number(constants, _sink, from, DslType.Money) : Rational.Zero;
        var high = isOpen || range.High is not { } to ? null : FieldDeclarations.Number(constants, _sink, to, DslType.Money);
        if (low is { } a && high is { } b && a > b)
            _sink.Report(TypeDiagnostics.ReversedRange, range.Span, _sink.Source[range.Span], QuantityFormat.Typeable(a, DslType.Money),
                QuantityFormat.Typeable(b, DslType.Money));
        return low is null || (!isOpen && high is null) ? null : new Bounds(low, high);
    }
}
