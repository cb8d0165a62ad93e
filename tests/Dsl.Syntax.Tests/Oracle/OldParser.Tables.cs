// Decision tables drawn with pipes.
using System.Collections.Immutable;
using Dsl.Syntax.Text;
using Dsl.Syntax.Parsing;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Tests.Oracle;

internal sealed partial class OldParser
{
    // Whether the content of a cell is read: what stands for the rest of the cases there is 「-」.
    private bool _inCell;

    private bool AtRowEnd => AtEnd || Current.StartsLine;

    private TableExpression ParseTable()
    {
        var rows = ImmutableArray.CreateBuilder<TableRowSyntax>();
        while (Current.Kind == SyntaxKind.Pipe && (rows.Count == 0 || Current.StartsLine))
            rows.Add(IsRule() ? ParseRule() : ParseRow());
        var table = new TableExpression(rows.ToImmutable());
        if (rows.Count == 1)
            Report(SyntaxDiagnostics.HeaderOnly(source, table.Span));
        foreach (var row in table.Rows)
        {
            if (row.Cells.Length != table.Rows[0].Cells.Length && !_silent && !(row.Cells is [{ Content: ErrorExpression { Tokens: var only } }] && only.Any(static token => token.Kind == SyntaxKind.Minus)))
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

    /// <summary>|---|---|: a line drawn under the header, as other notations have it.</summary>
    private bool IsRule()
    {
        var (ahead, dashes) = (0, 0);
        for (; _index + ahead < _statement.Tokens.Count && (ahead == 0 || !PeekToken(ahead).StartsLine); ahead++)
        {
            if (PeekToken(ahead).Kind is not (SyntaxKind.Pipe or SyntaxKind.Minus or SyntaxKind.Colon or SyntaxKind.Range))
                return false;
            dashes += PeekToken(ahead).Kind is SyntaxKind.Minus or SyntaxKind.Range ? 1 : 0;
        }
        return dashes > 0 && Enumerable.Range(0, ahead - 1).Any(at => PeekToken(at).Kind == SyntaxKind.Minus && PeekToken(at + 1).Kind == SyntaxKind.Minus);
    }

    private TableRowSyntax ParseRule()
    {
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        var pipe = Take();
        while (!AtRowEnd)
            tokens.Add(Take());
        _found.Add(SyntaxDiagnostics.RuleInTable(source, TextSpan.FromBounds(pipe.Span.Start, PreviousEnd)));
        var cell = new TableCellSyntax(null, new ErrorExpression(tokens.ToImmutable()), null, null);
        return new([cell], [pipe, cell]);
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
        _inCell = true;
        var content = ParseRange();
        _inCell = false;
        var suffix = IsSuffix(Current.Kind) ? Take() : null;
        if (comparison is not null && suffix is not null)
            ReportContradiction(comparison, content, suffix);
        return AtCellEnd ? new(null, content, suffix, comparison) : SkipCell(content, suffix, comparison);
    }

    private TableCellSyntax SkipCell(ExpressionSyntax content, SyntaxToken? suffix, SyntaxToken? comparison)
    {
        _inCell = true;
        ReportRest();
        _inCell = false;
        var tokens = ImmutableArray.CreateBuilder<SyntaxToken>();
        tokens.AddRange(content.Tokens);
        if (suffix is not null)
            tokens.Add(suffix);
        while (!AtCellEnd)
            tokens.Add(Take());
        return new(null, new ErrorExpression(tokens.ToImmutable()), null, comparison);
    }
}
