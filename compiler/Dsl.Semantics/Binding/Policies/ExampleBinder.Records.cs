// 核定, 兑现, 连同, dates and 应得 of an example.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Text;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

internal sealed partial class ExampleBinder
{
    private ImmutableArray<BoundRecord> Records(string keyword)
    {
        var records = ImmutableArray.CreateBuilder<BoundRecord>();
        foreach (var line in block.LinesOf(keyword).OfType<RecordLine>())
        {
            if (line.Year is null && keyword == "兑现")
                _sink.Report(ExampleDiagnostics.MissingYear, line.Span);
            var year = line.Year is { } written ? YearOf(written) : null;
            var key = line.Row switch
            {
                LiteralExpression { Token: { Kind: SyntaxKind.TextLiteral } text } => text.Value,
                { } other => _sink.Source[other.Span],
                _ => null,
            };
            var of = OwnerOf(line);
            if (Folded(line.Amount, DslType.Money) is { } amount && of is { } owner)
                records.Add(new BoundRecord(owner, year, amount, key));
        }
        return records.ToImmutable();
    }

    /// <summary>The clause whose record a line is: that of the example unless it names another; null where there is none of that name (reported).</summary>
    private (string PolicyNumber, string ClauseNumber)? OwnerOf(RecordLine line)
    {
        if (line.Clause is not { } clause)
            return (context.Policy.Number, BlockLines.HalfWidth(block.Number.Value));
        var policy = line.Policy is { } named ? context.Directory.Canonical(named.Text) : context.Policy.Number;
        if (line.Policy is { } written)
            context.Directory.Note(_sink.Names, written, clause);
        return IsClause(policy, clause) ? (policy, BlockLines.HalfWidth(clause.Value)) : null;
    }

    private bool IsClause(string policy, SyntaxToken word)
    {
        if (policy == context.Policy.Number)
            return context.CheckClause(word, "条款");
        var number = BlockLines.HalfWidth(word.Value);
        if (context.Directory.Has(policy, number))
            return true;
        _sink.Report(DeclarationDiagnostics.UnknownClause, word.Span, $"政策 {policy} 的条款", number, "", ExpressionBinder.Listing([.. context.Directory.Numbers]));
        return false;
    }

    private Rational? Number(string keyword, DslType type) => block.Expression(keyword) is { } syntax ? Folded(syntax, type) : null;

    /// <summary>A written year of the calendar; null for another (reported).</summary>
    private int? YearOf(ExpressionSyntax syntax)
    {
        if (Folded(syntax, DslType.Year) is not { } year)
            return null;
        if (year.IsInteger && year >= 1 && year <= 9999)
            return (int)year.Numerator;
        _sink.Report(ExampleDiagnostics.YearBeyond, syntax.Span, _sink.Source[syntax.Span]);
        return null;
    }

    private Rational? Folded(ExpressionSyntax syntax, DslType type) =>
        (FieldDeclarations.Constant(_constants, _sink, syntax, type) as NumberValue)?.Bounds.Low;

    private ImmutableArray<(string PolicyNumber, string ClauseNumber)> Together()
    {
        var together = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var line in block.LinesOf("连同").OfType<WordsLine>())
        {
            var words = line.Words.Items.Where(static word => !word.IsMissing).ToList();
            var mark = words.FindIndex(static word => word.Value == "条款");
            var separator = line.Words.Elements.OfType<SyntaxToken>().FirstOrDefault(token => token.Kind != SyntaxKind.Word && token.Span.Start < words.ElementAtOrDefault(mark + 1)?.Span.Start);
            if (mark > 1 || separator is not null || (mark >= 0 && mark == words.Count - 1))
            {
                var wrong = mark > 1 ? words[1].Span.Cover(words[mark - 1].Span) : separator?.Span ?? words[mark].Span;
                _sink.Report(DeclarationDiagnostics.UnknownWord, wrong, _sink.Source[wrong], "连同", "", "条款 编号，或 文号 条款 编号；几个编号用顿号分开，几份文件各写一行");
            }
            var policy = mark > 0 ? context.Directory.Canonical(words[0].Text) : context.Policy.Number;
            foreach (var word in words.Skip(mark + 1))
            {
                if (mark > 0)
                    context.Directory.Note(_sink.Names, words[0], word);
                var number = BlockLines.HalfWidth(word.Value);
                if (together.Contains((policy, number)))
                    _sink.Report(TailDiagnostics.Twice, word.Span, word.Text, "连同");
                if (IsClause(policy, word))
                    together.Add((policy, number));
            }
        }
        return together.ToImmutable();
    }

    private (string? Status, Bounds? Amount, ExpectLine? Line) BindExpectation(bool isTarget, BoundTarget? target)
    {
        if (block.First("应得") is not ExpectLine line)
        {
            if (!block.LinesOf("应得").Any())
                _sink.Report(ExampleDiagnostics.MissingExpectation, block.HeaderSpan());
            return default;
        }
        return TryBindStatus(line, isTarget, out var status) ? (status, line.Value is { } value ? Expected(value, isTarget, target) : null, line) : default;
    }

    /// <summary>The status word of a line; false where a number in words stands in its place (reported).</summary>
    private bool TryBindStatus(ExpectLine line, bool isTarget, out string? status)
    {
        status = line.Status is { IsMissing: false } word ? word.Value : null;
        var known = isTarget ? SyntaxFacts.TargetStates : SyntaxFacts.ClauseStates;
        if (status is null || known.Contains(status) || line.Status is not { } place)
            return true;
        if (NumeralWords.Rewrite(status) is { } figure)
        {
            _sink.Add(NameDiagnostics.NumeralWord.At(_sink.Source, place.Span, status, figure).WithFix($"改为「{figure}」", new TextEdit(place.Span, figure)));
            return false;
        }
        var best = Spelling.Best(status, known);
        _sink.Add(ExpressionBinder.WithRename(ExampleDiagnostics.UnknownStatus.At(_sink.Source, place.Span, status, Spelling.Hint(best), string.Join('、', known)), place.Span, best));
        return true;
    }

    /// <summary>其中 lines, each with a part that the target has.</summary>
    private ImmutableArray<BoundExpectedPart> ExpectedParts(BoundTarget? target)
    {
        var expected = ImmutableArray.CreateBuilder<BoundExpectedPart>();
        foreach (var line in block.LinesOf("其中").OfType<ExpectLine>())
        {
            if (line.Part is not { } named || block.TargetKind.Value != "目标")
                continue;
            var text = _sink.Source[named.Span].Trim();
            var part = target?.Parts.FirstOrDefault(candidate => Comparable(candidate.Text) == Comparable(text));
            if (part is not null)
                NoteNames(part, named);
            if (part is null)
                _sink.Report(ExampleDiagnostics.UnknownPart, named.Span, text, BlockLines.HalfWidth(block.Number.Value), ExpressionBinder.Listing([.. target?.Parts.Select(static known => known.Text) ?? []]));
            else if (expected.Any(other => other.Part == part.Text))
                _sink.Report(ExampleDiagnostics.FactTwice, named.Span, text);
            else if (TryBindStatus(line, isTarget: true, out var status))
                expected.Add(new BoundExpectedPart(part.Text, status, line.Value is { } value ? Expected(value, isTarget: true, target) : null));
        }
        return expected.ToImmutable();
    }

    /// <summary>A part is found by its words; what they stand for is what the same words of the target do.</summary>
    private void NoteNames(BoundTargetPart part, ExpressionSyntax words)
    {
        if (part.Indicator?.DescendantsAndSelf().OfType<BoundAggregate>().FirstOrDefault() is not { } aggregate)
            return;
        using (_sink.Mute())
            new ExpressionBinder(_sink, context.File.Frame with { Row = aggregate.Detail, Subject = aggregate.Detail?.Subject ?? aggregate.Registry, InAggregate = true }).Bind(words);
    }

    /// <summary>Parts agree whatever their spaces and widths.</summary>
    private static string Comparable(string part) => string.Concat(WidthFolding.Fold(part).Where(static character => !char.IsWhiteSpace(character)));

    /// <summary>What a target comes to, in its unit. A count of what no detail counts has none: there 99家 is read as well.</summary>
    private Rational? Reached(ExpressionSyntax value, DslType type)
    {
        if (type is QuantityType { Dimension: var dimension } && dimension == Dimension.None && _constants.Bind(value) is { Type: QuantityType { Dimension.Factors: [{ Unit.Kind: UnitKind.Counting, Power: 1 }] } } counted)
            return ConstantFolder.Number(counted);
        return Folded(value, type);
    }

    private Bounds? Expected(ExpressionSyntax value, bool isTarget, BoundTarget? target)
    {
        if (isTarget)
            return target is not null && Reached(value, target.Type) is { } figure ? Bounds.Exactly(figure) : null;
        if (value is not RangeExpression range)
            return Folded(value, DslType.Money) is { } amount ? Bounds.Exactly(amount) : null;
        if (range.Operator.Kind == SyntaxKind.RangeExclusive)
            _sink.Report(TypeDiagnostics.TypeExpected, range.Span, "含两端的区间", _sink.Source[range.Span], "不含上端的区间", "0元..100万元");
        var isOpen = range.High is null or NameExpression { Name.Value: "不封顶" };
        var low = range.Low is { } from ? Folded(from, DslType.Money) : Rational.Zero;
        var high = isOpen || range.High is not { } to ? null : Folded(to, DslType.Money);
        if (low is { } a && high is { } b && a > b)
            _sink.Report(TypeDiagnostics.ReversedRange, range.Span, _sink.Source[range.Span], ValueText.Of(a, DslType.Money), ValueText.Of(b, DslType.Money));
        return low is null || (!isOpen && high is null) ? null : new Bounds(low, high);
    }
}
