// 核定, 兑现, 连同 and dates of an example.
using System.Collections.Immutable;
using Dsl.Values.Types;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Declarations;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the records and dates of an example.</summary>
internal sealed class RecordBinder(PolicyContext context, ExampleBlock block, ExpressionBinder constants)
{
    // No clause of another policy has more.
    private const int MostParts = 999;

    private readonly DiagnosticSink _sink = context.Sink;

    /// <summary>The lines of 核定 or 兑现.</summary>
    public ImmutableArray<BoundRecord> Records(string keyword)
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
                records.Add(new BoundRecord(owner, year, amount, key)
                {
                    Quantity = Quantity(line, owner, keyword), Part = Part(line, owner, keyword),
                });
        }
        return records.ToImmutable();
    }

    /// <summary>期次; null where it is not said, or was reported.</summary>
    private (int Year, int Number)? Part(RecordLine line, (string PolicyNumber, string ClauseNumber) owner, string keyword)
    {
        if (line.Part is not { } part)
            return null;
        var place = part.Keyword.Span.Cover(part.Number.Span);
        if (keyword != "兑现")
            _sink.Report(PayoutDiagnostics.PartOfApproval, place);
        else if (YearOf(part.Year) is { } year && Folded(part.Number, DslType.In(Units.Find("期") ?? Units.Months)) is { } number)
        {
            var most = owner.PolicyNumber == context.Policy.Number ? context.PartsOf(owner.ClauseNumber) : MostParts;
            if (most == 0)
                _sink.Report(PayoutDiagnostics.PartUseless, place, owner.ClauseNumber);
            else if (number is { IsInteger: true, Sign: > 0 } && number <= most)
                return (year, (int)number.Numerator);
            else
                _sink.Report(PayoutDiagnostics.NoSuchPart, place, _sink.Source[place]);
        }
        return null;
    }

    /// <summary>数量; null where it is not said, or was reported. What a clause of another policy counts is its own affair.</summary>
    private Rational? Quantity(RecordLine line, (string PolicyNumber, string ClauseNumber) owner, string keyword)
    {
        var isOwn = owner.PolicyNumber == context.Policy.Number;
        var type = isOwn ? context.HistoryOf(owner.ClauseNumber).Counted : null;
        if (line.Quantity is not { } quantity)
        {
            if (type is not null && keyword == "兑现")
                _sink.Report(HistoryDiagnostics.QuantityMissing, line.Amount.Span, owner.ClauseNumber,
                    QuantityFormat.Typeable(Rational.One, type));
            return null;
        }
        var place = quantity.Keyword.Span.Cover(quantity.Value.Span);
        if (keyword != "兑现")
            _sink.Report(HistoryDiagnostics.QuantityOfApproval, place);
        else if (isOwn && type is null)
            _sink.Report(HistoryDiagnostics.QuantityUseless, place, owner.ClauseNumber);
        else if (type is not null)
            return Folded(quantity.Value, type);
        else
            return ConstantFolder.Number(constants.Bind(quantity.Value));
        return null;
    }

    /// <summary>
    /// The clause whose record a line is: that of the example unless it names another; null where there is none of that name (reported).
    /// </summary>
    private (string PolicyNumber, string ClauseNumber)? OwnerOf(RecordLine line)
    {
        if (line.Clause is not { } clause)
            return (context.Policy.Number, block.Number.Value);
        var policy = line.Policy is { } named ? context.Canonical(named.Text) : context.Policy.Number;
        if (line.Policy is { } written)
            context.Note(written, clause);
        return IsClause(policy, clause) ? (policy, clause.Value) : null;
    }

    private bool IsClause(string policy, SyntaxToken word)
    {
        if (policy == context.Policy.Number)
            return context.CheckClause(word, "条款");
        var number = word.Value;
        if (context.IsInSet(policy, number))
            return true;
        _sink.Report(DeclarationDiagnostics.UnknownClause, word.Span, $"政策 {policy} 的条款", number, "",
            Spelling.Listing(context.PolicyNumbers));
        return false;
    }

    /// <summary>The number of a line; null where there is none.</summary>
    public Rational? Number(string keyword, DslType type) => block.Expression(keyword) is { } syntax ? Folded(syntax, type) : null;

    /// <summary>A written year of the calendar; null for another (reported).</summary>
    public int? YearOf(ExpressionSyntax syntax)
    {
        if (Folded(syntax, DslType.Year) is not { } year)
            return null;
        if (year.IsInteger && year >= 1 && year <= 9999)
            return (int)year.Numerator;
        _sink.Report(ExampleDiagnostics.YearBeyond, syntax.Span, _sink.Source[syntax.Span]);
        return null;
    }

    private Rational? Folded(ExpressionSyntax syntax, DslType type) => FieldDeclarations.Number(constants, _sink, syntax, type);

    /// <summary>The clauses of 连同.</summary>
    public ImmutableArray<(string PolicyNumber, string ClauseNumber)> CompetingClauses()
    {
        var together = ImmutableArray.CreateBuilder<(string, string)>();
        foreach (var line in block.LinesOf<WordsLine>("连同"))
        {
            var words = line.Words.Items.Where(static word => !word.IsMissing).ToList();
            var mark = words.FindIndex(static word => word.Value == "条款");
            var separator = line.Words.Elements.OfType<SyntaxToken>()
                .FirstOrDefault(token =>
                    token.Kind != SyntaxKind.Word && token.Span.Start < words.ElementAtOrDefault(mark + 1)?.Span.Start);
            if (mark > 1 || separator is not null || (mark >= 0 && mark == words.Count - 1))
            {
                var wrong = mark > 1 ? words[1].Span.Cover(words[mark - 1].Span) : separator?.Span ?? words[mark].Span;
                _sink.Report(DeclarationDiagnostics.UnknownWord, wrong, _sink.Source[wrong], "连同", "",
                    DeclarationDiagnostics.TogetherForms);
            }
            var policy = mark > 0 ? context.Canonical(words[0].Text) : context.Policy.Number;
            foreach (var word in words.Skip(mark + 1))
            {
                if (mark > 0)
                    context.Note(words[0], word);
                var number = word.Value;
                if (together.Contains((policy, number)))
                    _sink.Report(TailDiagnostics.Twice, word.Span, word.Text, "连同");
                if (IsClause(policy, word))
                    together.Add((policy, number));
            }
        }
        return together.ToImmutable();
    }

}
