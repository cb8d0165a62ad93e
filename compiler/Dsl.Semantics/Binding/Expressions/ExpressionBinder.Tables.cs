// Decision tables: header facts, cells as truths over them, results of one type.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

internal sealed partial class ExpressionBinder
{
    private BoundExpression BindTable(TableExpression syntax)
    {
        var header = syntax.Rows[0].Cells;
        if (header.Length < 2 || syntax.Rows.Length < 2)
        {
            // A table without rows was reported by the parser.
            if (syntax.Rows.Length > 1)
                sink.Report(TypeDiagnostics.TableTooSmall, syntax.Rows[0].Span, "只有一列");
            return Error(syntax);
        }
        var columns = header.Take(header.Length - 1).Select(BindHeader).ToImmutableArray();
        var rows = syntax.Rows.Skip(1).Select(row => BindRow(row, columns)).ToImmutableArray();
        // 补助标准（万元）: a unit in the head of the results would be no unit of theirs.
        if (header[^1] is not { Content: NameExpression or ErrorExpression, Suffix: null, Comparison: null })
        {
            sink.Report(TypeDiagnostics.TableTooSmall, header[^1].Span, $"的最后一格表头「{sink.Source[header[^1].Span]}」不是一个名称，单位要写在下面的每一格里");
            return Error(syntax);
        }
        if (columns.Any(static column => column.IsError) || rows.Contains(null))
            return Error(syntax);
        var whole = rows.OfType<BoundTableRow>().ToImmutableArray();
        if (UnifyAll([.. whole.Select(static row => row.Result)], BranchesDiffer) is not { } results)
            return Error(syntax);
        var type = results.Select(static result => result.Type).Aggregate(Joined);
        return new BoundTable(syntax, syntax.Span, columns, [.. whole.Select((row, index) => row with { Result = results[index] })], type);
    }

    private BoundExpression BindHeader(TableCellSyntax cell)
    {
        if (cell is { Content: { } content, Suffix: null, Comparison: null })
            return Bind(content);
        var place = cell.Content ?? (ExpressionSyntax)new ErrorExpression([]);
        sink.Report(TypeDiagnostics.TableTooSmall, cell.Span, "的表头有一格不是事实的名称");
        return Error(place);
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
        var result = Bind(content);
        return result.IsError || cells.Any(static cell => cell is { IsError: true }) ? null : new BoundTableRow(row, cells, result);
    }

    /// <summary>A cell as a truth over the column's fact; null for any value.</summary>
    private BoundExpression? BindCell(TableCellSyntax cell, BoundExpression column)
    {
        if (cell.Any is not null || cell.Content is not { } content)
            return null;
        if (column.IsError)
            return Error(content);
        var op = cell.Comparison is { } written ? ComparisonOf(written.Kind)
            : cell.Suffix is { } suffix ? suffix.Kind == SyntaxKind.OrMoreSuffix ? ComparisonOperator.GreaterOrEqual : ComparisonOperator.LessOrEqual
            : null;
        // 超过 50人..100人: the lower end is not included.
        if (op == ComparisonOperator.Greater && content is RangeExpression { Low: not null, High: not null } above)
            return InCell(above, above, column, ComparisonOperator.Greater);
        if (op is { } comparison)
            return Compare(content, cell.Span, comparison, column, content);
        if (content is NameExpression { Name: { Value: "其他" or "其它" or "其余" or "其余情形" or "其他情形" or "任意" or "不限" or "全部" or "所有" } rest } && column.Type is not (TextType or EnumType) && !IsValueName(rest.Value))
        {
            sink.Add(Syntax.Parsing.SyntaxDiagnostics.InWords(sink.Source, rest.Span, $"写出其余情形的界限，如 {TypeSamples.Comparison(column.Type)}；不论什么情形的格写「-」。"));
            return Error(content);
        }
        if (content is not SetExpression set)
            return InCell(content, content, column);
        if (column.Type is not (EnumType or TextType))
            return CellOfNumbers(set, column);
        var values = set.Items.Items.Select(item => MemberOf(item, column.Type)).ToList();
        return values.Contains(null) ? Error(set) : new BoundMembership(set, set.Span, column, [.. values.OfType<string>()], set.Etc is not null);
    }

    private BoundExpression CellOfNumbers(SetExpression set, BoundExpression column)
    {
        if (set.Etc is { } etc)
        {
            sink.Add(TypeDiagnostics.OpenListOfNumbers.At(sink.Source, etc.Span));
            return Error(set);
        }
        var tests = set.Items.Items.Select(item => InCell(set, item, column)).ToImmutableArray();
        return tests.IsEmpty || tests.Any(static test => test.IsError) ? Error(set)
            : tests.Length == 1 ? tests[0] : new BoundLogical(set, set.Span, IsAnd: false, tests);
    }
}
