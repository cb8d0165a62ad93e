// Decision tables drawn with pipes.
using System.Collections.Immutable;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

internal sealed partial class Parser
{
    private bool AtRowEnd => AtEnd || Current.StartsLine;

    private TableExpression ParseTable()
    {
        var rows = ImmutableArray.CreateBuilder<TableRowSyntax>();
        while (Current.Kind == SyntaxKind.Pipe && (rows.Count == 0 || Current.StartsLine))
            rows.Add(ParseRow());
        var table = new TableExpression(rows.ToImmutable());
        if (rows.Count == 1)
            Report(SyntaxDiagnostics.HeaderOnly(source, table.Span));
        foreach (var row in table.Rows)
        {
            if (row.Cells.Length != table.Rows[0].Cells.Length && !_silent)
                _found.Add(SyntaxDiagnostics.RowCells(source, row.Span, row.Cells.Length, table.Rows[0].Cells.Length));
        }
        return table;
    }

    private TableRowSyntax ParseRow()
    {
        var cells = ImmutableArray.CreateBuilder<TableCellSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        elements.Add(Take());
        while (!AtRowEnd)
        {
            var cell = ParseCell();
            cells.Add(cell);
            elements.Add(cell);
            if (AtRowEnd)
                Report(SyntaxDiagnostics.OpenRow(source, cell.Span));
            else
                elements.Add(Take());
        }
        return new(cells.ToImmutable(), elements.ToImmutable());
    }

    private bool AtCellEnd => AtRowEnd || Current.Kind == SyntaxKind.Pipe;

    private TableCellSyntax ParseCell()
    {
        if (Current.Kind == SyntaxKind.Pipe)
        {
            Report(SyntaxDiagnostics.EmptyCell(source, Previous.Span));
            return new(null, new ErrorExpression([Missing(SyntaxKind.Name)]), null, null);
        }
        if (Current.Kind == SyntaxKind.Minus && PeekToken(1) is { Kind: SyntaxKind.Pipe or SyntaxKind.EndOfFile })
            return new(Take(), null, null, null);
        var comparison = IsComparison(Current.Kind) ? Take() : null;
        var content = ParseRange();
        var suffix = IsSuffix(Current.Kind) ? Take() : null;
        if (comparison is not null && suffix is not null)
            ReportContradiction(comparison, content, suffix);
        return AtCellEnd ? new(null, content, suffix, comparison) : SkipCell(content, suffix, comparison);
    }

    private TableCellSyntax SkipCell(ExpressionSyntax content, SyntaxToken? suffix, SyntaxToken? comparison)
    {
        ReportRest();
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        tokens.AddRange(content.Tokens);
        if (suffix is not null)
            tokens.Add(suffix);
        while (!AtCellEnd)
            tokens.Add(Take());
        return new(null, new ErrorExpression(tokens.ToImmutable()), null, comparison);
    }
}
