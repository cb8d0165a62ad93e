// The layout of one statement: the canonical text of each token and what stands between two of them.
using System.Collections.Immutable;
using Dsl.Values.Text;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;

namespace Dsl.Syntax.Formatting;

/// <summary>Texts and spaces of one statement.</summary>
internal sealed class StatementLayout
{
    private const int KeywordColumn = 4;

    // Lines whose words are a list: separated by 、 even where only a space was written.
    private static readonly string[] ListKeywords = ["牵头", "责任", "适用条款"];

    private readonly HashSet<SyntaxToken> _gluedAfter = [];
    private readonly HashSet<SyntaxToken> _gluedBefore = [];
    private readonly HashSet<SyntaxToken> _breaks = [];
    private readonly Dictionary<SyntaxToken, int> _padding = [];
    private readonly Dictionary<SyntaxToken, string> _texts = [];
    private bool _isWords;
    private bool _isList;
    private int _keywordWidth;

    private StatementLayout() { }

    /// <summary>The layout of a line, or of a block's header.</summary>
    public static StatementLayout Of(SyntaxNode node, BlockLayout block)
    {
        var layout = new StatementLayout();
        var parts = node is BlockSyntax
            ? node.Children.Where(static child => child is not LineSyntax).OfType<SyntaxNode>()
                .SelectMany(static part => part.DescendantsAndSelf())
            : node.DescendantsAndSelf();
        foreach (var part in parts)
            layout.Note(part);
        if (node is LineSyntax line)
            layout.NoteLine(line, block);
        if (node is NumberedBlock { Number: var number })
            layout._texts[number] = number.Value;
        return layout;
    }

    /// <summary>The indentation of further lines of the statement.</summary>
    public int Continuation(int indent) => _keywordWidth > 0 ? indent + _keywordWidth + 1 : indent + 2;

    /// <summary>The indentation of a line that begins with a token: a bracket that closes stands below the statement's begin.</summary>
    public int Continuation(int indent, SyntaxToken first) =>
        first.Kind is SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis ? indent : Continuation(indent);

    /// <summary>Whether a token goes to a line of its own although it was not written so: the first row of a table.</summary>
    public bool BreaksBefore(SyntaxToken token) => _breaks.Contains(token);

    /// <summary>What stands between two tokens on one line.</summary>
    public string Between(SyntaxToken left, SyntaxToken right)
    {
        if (_isWords)
            return BetweenWords(left, right);
        var glued = right.Kind is SyntaxKind.Comma or SyntaxKind.Semicolon or SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis
                or SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix or SyntaxKind.Dot
            || left.Kind is SyntaxKind.OpenBracket or SyntaxKind.OpenParenthesis or SyntaxKind.Dot
            || _gluedAfter.Contains(left) || _gluedBefore.Contains(right);
        return new string(' ', (glued ? 0 : 1) + _padding.GetValueOrDefault(right));
    }

    private string BetweenWords(SyntaxToken left, SyntaxToken right)
    {
        if (left.Kind == SyntaxKind.Word && right.Kind == SyntaxKind.Word)
            return _isList ? "、" : " ";
        return left.Kind == SyntaxKind.LineKeyword ? new string(' ', 1 + _padding.GetValueOrDefault(right)) : "";
    }

    /// <summary>The canonical text of a token.</summary>
    public string Text(SyntaxToken token)
    {
        if (_texts.TryGetValue(token, out var text))
            return text;
        return token.Kind switch
        {
            SyntaxKind.LineKeyword => SyntaxFacts.CanonicalKeyword(token.Value),
            SyntaxKind.Name => CanonicalName(token),
            SyntaxKind.NumberLiteral or SyntaxKind.RatioLiteral or SyntaxKind.YearLiteral => token.Value,
            SyntaxKind.DateLiteral => WidthFolding.HalfWidth(token.Text),
            SyntaxKind.Comma when _isWords => "、",
            SyntaxKind.Semicolon when _isWords => "；",
            SyntaxKind.FreeText or SyntaxKind.Word or SyntaxKind.Quote or SyntaxKind.TextLiteral => token.Text,
            _ => token.Value,
        };
    }

    // The compatibility form, unless it would no longer be one name.
    private static string CanonicalName(SyntaxToken token) =>
        CharacterFacts.NameEnd(token.Value, 0) == token.Value.Length && !SyntaxFacts.ExpressionWords.ContainsKey(token.Value)
            ? token.Value
            : token.Text;

    private void Note(SyntaxNode part)
    {
        switch (part)
        {
            case UnaryExpression { Operator.Kind: SyntaxKind.Minus } negative:
                _gluedAfter.Add(negative.Operator);
                break;
            case CallExpression call:
                _gluedAfter.Add(call.Name);
                if (BuiltinFunctions.Find(call.Name.Value) is { } function)
                    _texts[call.Name] = function.Name;
                break;
            case QualifiedCallExpression call:
                _gluedAfter.Add(call.Name.Name);
                break;
            case MilestoneExpression or LikeExpression:
                foreach (var comma in part.Children.OfType<SyntaxToken>().Where(static token => token.Kind == SyntaxKind.Comma))
                {
                    _texts[comma] = "、";
                    _gluedAfter.Add(comma);
                }
                break;
            case RangeExpression range:
                GlueRange(range);
                break;
            case TypeSyntax type:
                Glue(type.Children.OfType<SyntaxToken>().Where(static token => token.Kind == SyntaxKind.Slash));
                break;
            case TableExpression table:
                NoteTable(table.Rows);
                break;
            case ProgressiveExpression progressive:
                NoteTable(progressive.Rows);
                break;
        }
    }

    private void GlueRange(RangeExpression range)
    {
        if (range.Low is not null)
            _gluedBefore.Add(range.Operator);
        if (range.High is not null)
            _gluedAfter.Add(range.Operator);
    }

    private void Glue(IEnumerable<SyntaxToken> tokens)
    {
        foreach (var token in tokens)
        {
            _gluedBefore.Add(token);
            _gluedAfter.Add(token);
        }
    }

    private void NoteLine(LineSyntax line, BlockLayout block)
    {
        switch (line)
        {
            case WordsLine:
                _isWords = true;
                _isList = line.Keyword is { } keyword && ListKeywords.Contains(keyword.Value);
                break;
            case QuoteLine { Keyword: { } dependent }:
                _keywordWidth = DisplayWidth.Of(SyntaxFacts.CanonicalKeyword(dependent.Value));
                break;
            case ShareLine share:
                Glue(share.Levels.Elements.OfType<SyntaxToken>().Where(static token => token.Kind == SyntaxKind.Colon));
                break;
            case JointCapLine caps:
                foreach (var comma in caps.Clauses.Elements.Concat(caps.First.Elements).OfType<SyntaxToken>()
                    .Where(static token => token.Kind != SyntaxKind.Word))
                {
                    _texts[comma] = "、";
                    _gluedAfter.Add(comma);
                }
                break;
            case PayoutLine:
                _gluedBefore.UnionWith(line.Children.OfType<SyntaxToken>().Where(static token => token.Kind == SyntaxKind.Colon));
                foreach (var comma in line.Children.OfType<SyntaxToken>().Where(static token => token.Kind == SyntaxKind.Comma))
                {
                    _texts[comma] = "、";
                    _gluedAfter.Add(comma);
                }
                break;
            case GivenLine:
                _gluedBefore.UnionWith(line.Children.OfType<SyntaxToken>().Where(static token => token.Kind == SyntaxKind.Colon));
                break;
            case FieldLine field:
                PadColon(field, block.NameWidth(field));
                break;
        }
        PadKeyword(line, line is TextLine ? Math.Max(block.KeywordWidth, KeywordColumn) : block.KeywordWidth);
    }

    private void PadColon(FieldLine field, int width)
    {
        if (field.Children.OfType<SyntaxToken>().FirstOrDefault(static token => token.Kind == SyntaxKind.Colon) is { } colon)
            _padding[colon] = Math.Max(0, width - BlockLayout.WidthOf(field));
    }

    private void PadKeyword(LineSyntax line, int width)
    {
        if (width > 0 && line.Keyword is { } keyword && line.Tokens.Skip(1).FirstOrDefault() is { } second)
            _padding[second] = Math.Max(0, width - DisplayWidth.Of(Text(keyword)));
    }

    // | 甲 | 投资额 |        each pipe but the first is padded to the widest cell of its column
    // | 乙丙 | 5 |      →
    private void NoteTable(ImmutableArray<TableRowSyntax> rows)
    {
        var tokens = rows.SelectMany(static row => row.Tokens.Skip(1));
        if (tokens.Any(static token => token.StartsLine))
            return; // a cell over several lines: columns would not show
        if (!rows[0].Tokens.First().StartsLine)
            _breaks.Add(rows[0].Tokens.First());
        foreach (var row in rows)
        {
            foreach (var cell in row.Cells)
            {
                foreach (var part in cell.DescendantsAndSelf())
                    Note(part);
            }
        }
        var widths = ColumnWidths(rows);
        foreach (var row in rows)
            PadRow(row, widths);
    }

    private List<int> ColumnWidths(ImmutableArray<TableRowSyntax> rows)
    {
        var widths = new List<int>();
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Cells.Length; column++)
            {
                if (column == widths.Count)
                    widths.Add(0);
                widths[column] = Math.Max(widths[column], CellWidth(row.Cells[column]));
            }
        }
        return widths;
    }

    private void PadRow(TableRowSyntax row, List<int> widths)
    {
        var pipes = row.Children.OfType<SyntaxToken>().Skip(1).ToList();
        for (var column = 0; column < Math.Min(pipes.Count, row.Cells.Length); column++)
            _padding[pipes[column]] = widths[column] - CellWidth(row.Cells[column]);
    }

    private int CellWidth(TableCellSyntax cell)
    {
        var (width, previous) = (0, (SyntaxToken?)null);
        foreach (var token in cell.Tokens)
        {
            width += DisplayWidth.Of(Text(token)) + (previous is null ? 0 : Between(previous, token).Length);
            previous = token;
        }
        return width;
    }
}
