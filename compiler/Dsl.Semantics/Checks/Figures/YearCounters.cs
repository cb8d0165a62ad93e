// Numbers of years that are counted and not said: 第几年 = 年度 - 所在年度(认定日期) + 1年, 第几年 1年以上,
// 第几年 4年..5年 for 前三年 and 后两年.
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Dates;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;

namespace Dsl.Semantics.Checks.Figures;

/// <summary>What a literal is beside the number of a year.</summary>
public enum YearRole
{
    /// <summary>Added or taken away: 年度 - 1年.</summary>
    Step,

    /// <summary>Where a period of years begins: 第几年 2年以上, 2年..3年.</summary>
    First,

    /// <summary>Where it ends, or the year itself: 第几年 3年以内, 最多 5年.</summary>
    Last,

    /// <summary>Where it ends, counted from the first year as 0: 年度 - 所在年度(认定日期) &lt;= 4年 for five years.</summary>
    LastFromZero,
}

/// <summary>The literals of a block that count years.</summary>
internal sealed class YearCounters
{
    private static readonly string[] CountingNames =
        ["年度", YearOf.Definition.Name, FullPeriods.YearsBetween.Name, FullPeriods.MonthsBetween.Name];

    private readonly Dictionary<SyntaxToken, YearRole> _roles = [];
    private readonly HashSet<string> _names;

    /// <summary>Reads a block.</summary>
    public YearCounters(BlockSyntax block)
    {
        _names = [.. block.Lines.OfType<LetLine>().Where(static line => IsCounted(line.Name.Value, line.Value))
            .Select(static line => line.Name.Value)];
        if (block.Lines.OfType<FrequencyLine>().Any(static line => line.Anchor is not null))
            _names.Add(BoundWindow.NumberOfYear);
        foreach (var node in block.Lines.SelectMany(static line => line.DescendantsAndSelf()))
            Read(node);
        foreach (var token in block.Lines.OfType<FrequencyLine>().SelectMany(static line => line.Tokens)
            .Where(static token => token.Kind == SyntaxKind.NumberLiteral))
            _roles.TryAdd(token, YearRole.Last);
    }

    /// <summary>What a literal is; null where it counts no years.</summary>
    public YearRole? RoleOf(SyntaxToken literal) => _roles.TryGetValue(literal, out var role) ? role : null;

    /// <summary>Whether a literal needs no source: the step of one year, and the first year as the beginning.</summary>
    public static bool GoesWithoutSaying(OfficialFigure figure, YearRole role) =>
        figure is { Kind: FigureKind.Quantity, Unit: "年" or "" } && figure.Value == Rational.One
        && role is YearRole.Step or YearRole.First;

    /// <summary>
    /// Whether a document says a number of years in other words: the year after 前两年 (3年 as a beginning), 前三年 and 后两年 together.
    /// </summary>
    public static bool IsCountedFrom(ClauseFigure written, IReadOnlyList<QuotedFigure> quoted)
    {
        // 5年内 from the year itself: the year and four more; the bound that is left out is the fifth.
        if (written is { Role: YearRole.LastFromZero, Figure: var last })
            return quoted
                .Any(said => said.Figure is { Kind: FigureKind.Quantity, Unit: "年" } && said.Figure.Value == last.Value + Rational.One);
        if (written is not { Role: { } role, Figure: { Kind: FigureKind.Quantity, Unit: "年" or "" } figure } || role == YearRole.Step)
            return false;
        var years = quoted.Where(static said => said.Figure is { Kind: FigureKind.Quantity, Unit: "年" }).ToList();
        // The first year needs no word, unless the document speaks of several first ones: 第几年 1年以内 is not 前两年.
        if (figure.Value == Rational.One)
            return role == YearRole.First
                || !years.Exists(static said => said.Figure is { Weight: FigureWeight.Ordinal } && said.Figure.Value > Rational.One
                    && said.Before is [.., '前' or '首' or '头']);
        var wanted = role == YearRole.First ? figure.Value - Rational.One : figure.Value;
        return (role == YearRole.First && years.Exists(said => said.Figure.Value == wanted))
            || years.Where(static said => said.Before.EndsWith("后", StringComparison.Ordinal))
                .Any(last => years.Exists(first => first != last && first.Figure.Value + last.Figure.Value == wanted));
    }

    private static bool IsCounted(string name, ExpressionSyntax value) =>
        name.Contains("第几", StringComparison.Ordinal)
        || (value.Tokens.Any(static token => CountingNames.Contains(token.Value))
            && value is BinaryExpression { Operator.Kind: SyntaxKind.Plus or SyntaxKind.Minus });

    private void Read(SyntaxNode node)
    {
        switch (node)
        {
            case BinaryExpression { Operator.Kind: SyntaxKind.Plus or SyntaxKind.Minus,
                Right: LiteralExpression { Token: { Number.Unit: "年" or "个月" } step } }:
                _roles.TryAdd(step, YearRole.Step);
                break;
            case BinaryExpression { Left: var since, Right: LiteralExpression { Token: { Number.Unit: "年" } bound },
                Operator.Kind: SyntaxKind.LessOrEqual or SyntaxKind.Equals }
                when IsDifference(since):
                _roles.TryAdd(bound, YearRole.LastFromZero);
                break;
            case SuffixComparisonExpression { Left: var since, Bound: LiteralExpression { Token: { Number.Unit: "年" } bound },
                Suffix.Kind: not SyntaxKind.OrMoreSuffix }
                when IsDifference(since):
                _roles.TryAdd(bound, YearRole.LastFromZero);
                break;
            case BinaryExpression { Left: var left, Right: LiteralExpression { Token: var bound }, Operator.Kind: var op }
                when IsCounter(left) && RoleOf(op) is { } role:
                _roles.TryAdd(bound, role);
                break;
            case SuffixComparisonExpression { Left: var left, Bound: LiteralExpression { Token: var bound }, Suffix.Kind: var suffix }
                when IsCounter(left):
                _roles.TryAdd(bound, suffix == SyntaxKind.OrMoreSuffix ? YearRole.First : YearRole.Last);
                break;
            case TableExpression { Rows: [var header, .. var rows] }:
                var columns = header.Cells.Select((cell, index) => (cell, index))
                    .Where(pair => pair.cell.Content is ExpressionSyntax fact && IsCounter(fact))
                    .Select(static pair => pair.index).ToHashSet();
                foreach (var cell in rows.SelectMany(row => row.Cells.Where((_, index) => columns.Contains(index))))
                    ReadCell(cell);
                break;
        }
    }

    private void ReadCell(TableCellSyntax cell)
    {
        switch (cell.Content)
        {
            case RangeExpression range:
                if (range.Low is LiteralExpression low)
                    _roles.TryAdd(low.Token, YearRole.First);
                if (range.High is LiteralExpression high)
                    _roles.TryAdd(high.Token, YearRole.Last);
                break;
            case LiteralExpression literal:
                var isFirst = cell.Suffix?.Kind == SyntaxKind.OrMoreSuffix || cell.Comparison is { Kind: SyntaxKind.GreaterOrEqual };
                _roles.TryAdd(literal.Token, isFirst ? YearRole.First : YearRole.Last);
                break;
        }
    }

    /// <summary>年度 - 所在年度(认定日期): 0 in the year itself.</summary>
    private static bool IsDifference(ExpressionSyntax syntax) =>
        syntax is BinaryExpression { Operator.Kind: SyntaxKind.Minus, Left: NameExpression { Name.Value: "年度" }, Right: var first }
        && (first is NameExpression || first is CallExpression call && BuiltinFunctions.Find(call.Name.Value) == YearOf.Definition);

    private bool IsCounter(ExpressionSyntax syntax) => syntax is NameExpression name && _names.Contains(name.Name.Value);

    private static YearRole? RoleOf(SyntaxKind op) => op switch
    {
        SyntaxKind.GreaterOrEqual => YearRole.First,
        SyntaxKind.Equals or SyntaxKind.Less or SyntaxKind.LessOrEqual or SyntaxKind.Greater or SyntaxKind.NotEquals => YearRole.Last,
        _ => null,
    };
}
