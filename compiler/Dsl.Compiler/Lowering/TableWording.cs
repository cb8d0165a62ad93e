// The condition of a row of a decision table in the users' words: 入选级别 = 国家 且 建设投入 1000万元以上.
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Compiler.Lowering;

/// <summary>Words for the rows of decision tables.</summary>
internal static class TableWording
{
    /// <summary>The conditions of a row; 其余情形 where every cell is -.</summary>
    public static string Of(SourceText source, BoundTable table, BoundTableRow row)
    {
        var asked = table.Columns.Select((column, index) => Of(source, column, row.Syntax.Cells[index])).OfType<string>().ToList();
        return asked.Count == 0 ? "其余情形" : string.Join(" 且 ", asked);
    }

    // A value needs an equals sign; a comparison or a range has its own sign.
    private static string? Of(SourceText source, BoundExpression column, TableCellSyntax cell)
    {
        if (cell.Content is not { } content)
            return null;
        var sign = cell.Comparison is not null || cell.Suffix is not null || content is RangeExpression ? ""
            : content is SetExpression ? "属于 "
            : "= ";
        return $"{Locations.Fold(source, column.Span)} {sign}{Locations.Fold(source, cell.Span)}";
    }
}
