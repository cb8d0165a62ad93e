// Decision tables drawn with pipes.
using System.Collections.Immutable;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Superpower;
using Superpower.Model;
using TextSpan = Dsl.Syntax.Text.TextSpan;
using Tokens = Superpower.Model.TokenList<Dsl.Syntax.Tree.SyntaxToken>;

namespace Dsl.Syntax.Parsing;

/// <summary>
/// <code>
/// table = row { row }
/// row   = | cell | cell … |
/// cell  = - | [comparison] range [以上 | 以下]
/// </code>
/// </summary>
internal sealed class TableGrammar : Primitives
{
    private readonly TokenListParser<SyntaxToken, TableCellSyntax> _cell;

    public TableGrammar(StatementContext context, ExpressionGrammar expressions)
        : base(context)
    {
        var empty = Report(static place => SyntaxDiagnostics.EmptyCell(place.Source, place.Previous.Span),
            Missing(SyntaxKind.Name).Select(static token => new TableCellSyntax(null, new ErrorExpression([token]), null, null)));
        var any = Any.Select(static dash => new TableCellSyntax(dash, null, null, null));
        var bound = ReportAfter(
            Sequence(expressions.Comparison, InCell(expressions.Range), expressions.Suffix,
                static (comparison, content, suffix) => (Comparison: comparison, Content: content, Suffix: suffix)),
            static (cell, place) => ExpressionGrammar.Contradiction(place, cell.Comparison, cell.Content, cell.Suffix));
        var left = InCell(Report(static place => place.EndsCell ? null : Mistakes.At(place), TakeWhile(static place => !place.EndsCell)));
        var content = Sequence(bound, left,
            static (cell, left) => left.IsEmpty ? new TableCellSyntax(null, cell.Content, cell.Suffix, cell.Comparison)
                : new TableCellSyntax(null,
                    new ErrorExpression([.. cell.Content.Tokens,
                        .. cell.Suffix is { } suffix ? [suffix] : ImmutableArray<SyntaxToken>.Empty, .. left]),
                    null, cell.Comparison));
        _cell = Choose(content, On(empty, SyntaxKind.Pipe),
            On(When(static place => place.Peek(1).Kind is SyntaxKind.Pipe or SyntaxKind.EndOfFile, any, content), SyntaxKind.Minus));
        ExpressionOrTable =
            Choose(WithBands(expressions.Expression), On<ExpressionSyntax>(Table, SyntaxKind.Pipe));
    }

    // 超额累进(净投资额), and its bands below it.
    private TokenListParser<SyntaxToken, ExpressionSyntax> WithBands(TokenListParser<SyntaxToken, ExpressionSyntax> expression) => input =>
    {
        var whole = expression(input);
        if (whole.Value is not CallExpression { Name.Value: SyntaxFacts.Progressive } call)
            return whole;
        var rows = Rows(whole.Remainder);
        if (rows.Value.IsEmpty)
            Context.Report(Context.PlaceOf(whole.Remainder), call,
                static (call, place) => SyntaxDiagnostics.NoBands(place.Source, call.Span));
        var bands = new ProgressiveExpression(call, rows.Value);
        if (!Context.IsSilent)
        {
            foreach (var row in bands.Rows.Where(static row => row.Cells.Length != 2))
                Context.Found.Add(SyntaxDiagnostics.BandCells(Context.Source, row.Span, row.Cells.Length));
        }
        return Result<ExpressionSyntax>(bands, input, rows.Remainder);
    };

    /// <summary>What 令 and 奖补 take.</summary>
    public TokenListParser<SyntaxToken, ExpressionSyntax> ExpressionOrTable { get; }

    private TokenListParser<SyntaxToken, T> InCell<T>(TokenListParser<SyntaxToken, T> parser) => input =>
    {
        Context.IsInCell = true;
        var content = parser(input);
        Context.IsInCell = false;
        return content;
    };

    private TokenListParserResult<SyntaxToken, ExpressionSyntax> Table(Tokens input)
    {
        var rows = Rows(input);
        var table = new TableExpression(rows.Value);
        if (table.Rows.Length == 1)
            Context.Report(Context.PlaceOf(rows.Remainder), table,
                static (table, place) => SyntaxDiagnostics.HeaderOnly(place.Source, table.Span));
        if (!Context.IsSilent)
            ReportUnevenRows(table);
        return Result<ExpressionSyntax>(table, input, rows.Remainder);
    }

    private TokenListParserResult<SyntaxToken, ImmutableArray<TableRowSyntax>> Rows(Tokens input)
    {
        var rows = ImmutableArray.CreateBuilder<TableRowSyntax>();
        var rest = input;
        while (Context.PlaceOf(rest) is { Current: { Kind: SyntaxKind.Pipe } pipe } place && (rows.Count == 0 || pipe.StartsLine))
        {
            var row = IsRule(place) ? Rule(rest) : Row(rest);
            rows.Add(row.Value);
            rest = row.Remainder;
        }
        return Result(rows.ToImmutable(), input, rest);
    }

    private void ReportUnevenRows(TableExpression table)
    {
        var header = table.Rows[0].Cells.Length;
        foreach (var row in table.Rows)
        {
            if (row.Cells.Length != header
                && !(row.Cells is [{ Content: ErrorExpression { Tokens: var only } }]
                    && only.Any(static token => token.Kind == SyntaxKind.Minus)))
                Context.Found.Add(SyntaxDiagnostics.RowCells(Context.Source, row.Span, row.Cells.Length, header));
        }
    }

    private TokenListParserResult<SyntaxToken, TableRowSyntax> Row(Tokens input)
    {
        var cells = ImmutableArray.CreateBuilder<TableCellSyntax>();
        var elements = ImmutableArray.CreateBuilder<SyntaxElement>();
        var pipe = Take(input);
        elements.Add(pipe.Value);
        var rest = pipe.Remainder;
        while (!Context.PlaceOf(rest).EndsRow)
        {
            var cell = _cell(rest);
            cells.Add(cell.Value);
            elements.Add(cell.Value);
            rest = cell.Remainder;
            if (Context.PlaceOf(rest) is { EndsRow: true } end)
            {
                Context.Report(end, cell.Value, static (cell, place) => SyntaxDiagnostics.OpenRow(place.Source, cell.Span));
                continue;
            }
            pipe = Take(rest);
            elements.Add(pipe.Value);
            rest = pipe.Remainder;
        }
        return Result(new TableRowSyntax(cells.ToImmutable(), elements.ToImmutable()), input, rest);
    }

    /// <summary>|---|---|: a line drawn under the header, as other notations have it.</summary>
    private static bool IsRule(Place place)
    {
        var (ahead, dashes) = (0, 0);
        for (; place.Index + ahead < place.Context.Count && (ahead == 0 || !place.Peek(ahead).StartsLine); ahead++)
        {
            if (place.Peek(ahead).Kind is not (SyntaxKind.Pipe or SyntaxKind.Minus or SyntaxKind.Colon or SyntaxKind.Range))
                return false;
            dashes += place.Peek(ahead).Kind is SyntaxKind.Minus or SyntaxKind.Range ? 1 : 0;
        }
        return dashes > 0
            && Enumerable.Range(0, ahead - 1)
                .Any(at => place.Peek(at).Kind == SyntaxKind.Minus && place.Peek(at + 1).Kind == SyntaxKind.Minus);
    }

    private TokenListParserResult<SyntaxToken, TableRowSyntax> Rule(Tokens input)
    {
        var pipe = Take(input);
        var tokens = TakeWhile(static place => !place.EndsRow)(pipe.Remainder);
        Context.Found.Add(SyntaxDiagnostics.RuleInTable(Context.Source,
            TextSpan.FromBounds(pipe.Value.Span.Start, Context.PlaceOf(tokens.Remainder).PreviousEnd)));
        var cell = new TableCellSyntax(null, new ErrorExpression(tokens.Value), null, null);
        return Result(new TableRowSyntax([cell], [pipe.Value, cell]), input, tokens.Remainder);
    }
}
