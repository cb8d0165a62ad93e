// Decision tables: header facts, cells as truths over them, results of one type.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Binds decision tables.</summary>
internal sealed class TableBinder(DiagnosticSink sink, BindingFrame frame, ExpressionBinder expressions)
{
    public BoundExpression Bind(TableExpression syntax)
    {
        var header = syntax.Rows[0].Cells;
        if (header.Length < 2 || syntax.Rows.Length < 2)
        {
            // A table without rows was reported by the parser.
            if (syntax.Rows.Length > 1)
                sink.Report(TypeDiagnostics.TableTooSmall, syntax.Rows[0].Span);
            return new BoundError(syntax);
        }
        var columns = header.Take(header.Length - 1).Select(BindHeader).ToImmutableArray();
        var rows = syntax.Rows.Skip(1).Select(row => BindRow(row, columns)).ToImmutableArray();
        // 补助标准（万元）: a unit in the head of the results would be no unit of theirs.
        if (header[^1] is not { Content: NameExpression or ErrorExpression, Suffix: null, Comparison: null })
        {
            sink.Report(TypeDiagnostics.TableResultNotName, header[^1].Span, sink.Source[header[^1].Span]);
            return new BoundError(syntax);
        }
        if (columns.Any(static column => column.IsError) || rows.Contains(null))
            return new BoundError(syntax);
        var whole = rows.OfType<BoundTableRow>().ToImmutableArray();
        if (expressions.Unifier.UnifyAll([.. whole.Select(static row => row.Result)], expressions.BranchesDiffer) is not { } results)
            return new BoundError(syntax);
        var type = results.Select(static result => result.Type).Aggregate(UnitUnifier.Joined);
        return new BoundTable(syntax, syntax.Span, columns, [.. whole.Select((row, index) => row with { Result = results[index] })], type);
    }

    private BoundExpression BindHeader(TableCellSyntax cell)
    {
        if (cell is { Content: { } content, Suffix: null, Comparison: null })
            return expressions.Bind(content);
        var place = cell.Content ?? (ExpressionSyntax)new ErrorExpression([]);
        sink.Report(TypeDiagnostics.TableHeadNotName, cell.Span);
        return new BoundError(place);
    }

    private BoundTableRow? BindRow(TableRowSyntax row, ImmutableArray<BoundExpression> columns)
    {
        if (row.Cells.Length != columns.Length + 1)
            return null;
        var cells = columns.Select((column, index) => BindCell(row.Cells[index], column)).ToImmutableArray();
        var last = row.Cells[^1];
        if (last.Content is ErrorExpression)
            return null;
        if (last.Content is not { } content || last.Comparison is not null || last.Suffix is not null)
        {
            sink.Report(TypeDiagnostics.TableResultMissing, last.Span.Length > 0 ? last.Span : row.Span, sink.Source[last.Span]);
            return null;
        }
        var result = expressions.Bind(content);
        return result.IsError || cells.Any(static cell => cell is { IsError: true }) ? null : new BoundTableRow(row, cells, result);
    }

    /// <summary>A cell as a truth over the column's fact; null for any value.</summary>
    private BoundExpression? BindCell(TableCellSyntax cell, BoundExpression column)
    {
        if (cell.Any is not null || cell.Content is not { } content)
            return null;
        if (column.IsError)
            return new BoundError(content);
        var op = cell.Comparison is { } written ? ComparisonBinder.Of(written.Kind)
            : cell.Suffix is { } suffix
                ? suffix.Kind == SyntaxKind.OrMoreSuffix ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.LessOrEqual
            : null;
        // 超过 50人..100人: the lower end is not included.
        if (op == ComparisonOperator.Greater && content is RangeExpression { Low: not null, High: not null } above)
            return expressions.Members.Within(above, above, column, ComparisonOperator.Greater);
        if (op is { } comparison)
            return expressions.Comparisons.Compare(content, cell.Span, comparison, column, content);
        if (content is NameExpression {
            Name: { Value: "其他" or "其它" or "其余" or "其余情形" or "其他情形" or "任意" or "不限" or "全部" or "所有" } rest }
            && column.Type is not (TextType or EnumType) && !frame.IsValueName(rest.Value))
        {
            sink.Add(SyntaxDiagnostics.InWords(sink.Source, rest.Span, TypeRemedies.OtherCases(column.Type)));
            return new BoundError(content);
        }
        if (content is not SetExpression set)
            return expressions.Members.Within(content, content, column);
        return column.Type is EnumType or TextType
            ? expressions.Members.OneOfWords(set, set, column)
            : expressions.Members.OneOfNumbers(set, set, column);
    }
}
