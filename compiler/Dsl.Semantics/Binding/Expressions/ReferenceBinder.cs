// 条款 26 的金额 and 比照 条款 7 (…): the number, and what stands for the facts of the other clause.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds references to other clauses. Whether those fit is asked by a check, once all clauses are bound.</summary>
internal sealed class ReferenceBinder(DiagnosticSink sink, BindingFrame frame)
{
    /// <summary>条款 26 的金额.</summary>
    public BoundExpression Bind(ClauseAmountExpression syntax)
    {
        if (frame.KnowsClause is not { } knows)
        {
            sink.Report(ReferenceDiagnostics.AmountOutsideClause, syntax.Span, syntax.Number.Value);
            return new BoundError(syntax);
        }
        if (!knows(syntax.Number))
            return new BoundError(syntax);
        if (frame is not { PerRow: not null, Row: not null })
            return new BoundClauseAmount(syntax, syntax.Span, syntax.Number.Value);
        sink.Report(ReferenceDiagnostics.AmountInRow, syntax.Span, syntax.Number.Value);
        return new BoundError(syntax);
    }

    /// <summary>比照 where it is no award.</summary>
    public BoundError BindInside(LikeExpression syntax)
    {
        sink.Report(ReferenceDiagnostics.LikeInside, syntax.Word.Span, syntax.Number.Value);
        return new BoundError(syntax);
    }

    /// <summary>奖补 = 比照 条款 7 (…); null where it was reported.</summary>
    /// <param name="expressions">Binds the values.</param>
    /// <param name="other">The other clause as it is written.</param>
    public BoundLikeness? Bind(LikeExpression syntax, ExpressionBinder expressions, NumberedBlock? other)
    {
        if (frame.KnowsClause?.Invoke(syntax.Number) != true || other is null)
            return null;
        var row = other.Words("每个") is [var word, ..] ? frame.Subject?.FindDetail(word.Value) : null;
        var replaced = ImmutableArray.CreateBuilder<BoundReplacement>();
        var isWhole = true;
        foreach (var pair in syntax.Replacements.Items)
        {
            if (Find(pair.Fact, row, syntax.Number.Value) is { } fact
                && expressions.BindAs(pair.Value, fact.Type) is { IsError: false } value)
            {
                if (replaced.Any(earlier => earlier.Fact == fact))
                    sink.Report(ReferenceDiagnostics.ReplacedTwice, pair.Fact.Span, fact.Name);
                replaced.Add(new(pair, fact, value));
            }
            else
            {
                isWhole = false;
            }
        }
        return isWhole ? new(syntax, syntax.Number.Value, replaced.ToImmutable()) : null;
    }

    private FieldSymbol? Find(ExpressionSyntax syntax, DetailSymbol? row, string number)
    {
        var (table, name) = syntax switch
        {
            NameExpression alone => ((SyntaxToken?)null, alone.Name),
            QualifiedNameExpression qualified => (qualified.Qualifier, qualified.Name),
            _ => (null, null),
        };
        if (syntax is ErrorExpression || name?.IsMissing == true)
            return null;
        var found = name is null ? null
            : table is null ? row?.FindField(name.Value) ?? frame.Subject?.FindField(name.Value)
            : table.Value == row?.Name ? row.FindField(name.Value)
            : table.Value == frame.Subject?.Name ? frame.Subject.FindField(name.Value) : null;
        if (found is null || name is null)
        {
            sink.Report(ReferenceDiagnostics.NoFact, syntax.Span, sink.Source[syntax.Span], number);
            return null;
        }
        if (table is not null)
            sink.Names.Add(table, found.Table);
        sink.Names.Add(name, found);
        return found;
    }
}
