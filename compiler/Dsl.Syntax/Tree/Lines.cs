// Nodes of the lines inside a block. Each begins with its keyword, but for bare conditions and fields.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

public abstract class LineSyntax : SyntaxNode
{
    private protected LineSyntax() { }

    /// <summary>The keyword; null for a bare condition in 范围, a field, and lines that could not be read.</summary>
    public SyntaxToken? Keyword { get; init; }

    /// <summary>Tokens after the end of the line's content; already reported.</summary>
    public ImmutableArray<SyntaxToken> Skipped { get; init; } = [];

    /// <summary>Keyword, the parts, and the skipped tokens.</summary>
    private protected ImmutableArray<SyntaxElement> Line(params ReadOnlySpan<ChildPart> parts) =>
        List(Keyword, parts, Skipped, default);
}

/// <summary>Keyword and free text: 文号, 发文机关, 原文, 条, 受益人, 享受, 说明. The text token may be missing.</summary>
public sealed class TextLine(SyntaxToken text) : LineSyntax
{
    public SyntaxToken Text { get; } = text;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Text);
}

/// <summary>
/// Keyword and words: 牵头, 责任, 资金, 事项, 每个, 对象, 形式, 级次, 适用条款, 竞合, 落实, 取整, 连同, 使用, 另行给予 (no words),
/// 范围 不限.
/// </summary>
public sealed class WordsLine(SeparatedList<SyntaxToken> words) : LineSyntax
{
    /// <summary>The words with the separators written between them (space alone leaves no separator token).</summary>
    public SeparatedList<SyntaxToken> Words { get; } = words;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Words.Elements);
}

/// <summary>依据 「…」 「…」.</summary>
public sealed class QuoteLine(ImmutableArray<SyntaxToken> quotes) : LineSyntax
{
    /// <summary>The quotations, each with its brackets.</summary>
    public ImmutableArray<SyntaxToken> Quotes { get; } = quotes;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Quotes.CastArray<SyntaxElement>());
}

/// <summary>Keyword and expression (成文日期, 条件, 排除, 单位上限, 规模, 期限, 情形, 须经 …), or a bare condition in 范围.</summary>
public sealed class ExpressionLine(ExpressionSyntax expression) : LineSyntax
{
    public ExpressionSyntax Expression { get; } = expression;

    /// <summary>每行 after 累计上限, 按比例 after 单位上限; null without it.</summary>
    public SyntaxToken? Manner { get; init; }

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Expression, Manner);
}

/// <summary>合计上限 条款 2、3 不超过 amount [先 条款 2 | 按比例]; 合计上限 全部 不超过 amount.</summary>
public sealed class JointCapLine(SeparatedList<SyntaxToken> clauses, SyntaxToken sign, ExpressionSyntax limit) : LineSyntax
{
    /// <summary>条款 and the numbers, or 全部.</summary>
    public SeparatedList<SyntaxToken> Clauses { get; } = clauses;

    /// <summary>The amount.</summary>
    public ExpressionSyntax Limit { get; } = limit;

    /// <summary>按比例; null without it.</summary>
    public SyntaxToken? Manner { get; init; }

    /// <summary>先, 条款 and the numbers of those that are paid first; empty without it.</summary>
    public SeparatedList<SyntaxToken> First { get; init; } = SeparatedList<SyntaxToken>.Empty;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Clauses.Elements, sign, Limit, Manner, First.Elements);
}

/// <summary>令 名 = 表达式 or a table.</summary>
public sealed class LetLine(SyntaxToken name, SyntaxToken equalsToken, ExpressionSyntax value) : LineSyntax
{
    public SyntaxToken Name { get; } = name;

    public ExpressionSyntax Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Name, equalsToken, Value);
}

/// <summary>奖补 = 公式 | 核定 [最低 x] [最高 y] | 核定 x..y | 一事一议 [最低 x].</summary>
public sealed class AwardLine(
    SyntaxToken equalsToken, SyntaxToken? mode, SyntaxToken? atLeast, ExpressionSyntax? floor, SyntaxToken? atMost, ExpressionSyntax? value)
        : LineSyntax
{
    /// <summary>核定 or 一事一议; null for a formula.</summary>
    public SyntaxToken? Mode { get; } = mode;

    /// <summary>最低 after 核定 or 一事一议; null where there is no floor, or it is the lower end of a range.</summary>
    public SyntaxToken? AtLeast { get; } = atLeast;

    /// <summary>The floor after 最低; null if absent.</summary>
    public ExpressionSyntax? Floor { get; } = floor;

    /// <summary>最高 after 核定; null where there is no ceiling, or it is the upper end of a range.</summary>
    public SyntaxToken? AtMost { get; } = atMost;

    /// <summary>The formula, the ceiling after 最高, or the range after 核定; null if absent.</summary>
    public ExpressionSyntax? Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(equalsToken, Mode, AtLeast, Floor, AtMost, Value);
}

/// <summary>
/// 频次 一次性 | 每次 [累计 最多 N次] | 每年 [最多 N年] | 每年 累计 最多 N个月 计 X |
/// 每年 自 X 次年起|当年起 连续 N年 | 每年 自 X 次月起|当月起 连续 N个月 | 每年 自 X 第6年起 [连续 N年].
/// </summary>
public sealed class FrequencyLine(
    SyntaxToken mode, SyntaxToken? limitKeyword, ExpressionSyntax? limit, SyntaxToken? fromKeyword, ExpressionSyntax? anchor,
    SyntaxToken? firstYearKeyword, SyntaxToken? numberedYear)
        : LineSyntax
{
    private const int MostYears = 1000;

    /// <summary>一次性, 每次 or 每年.</summary>
    public SyntaxToken Mode { get; } = mode;

    /// <summary>累计 before 最多; null without it.</summary>
    public SyntaxToken? InTotal { get; init; }

    /// <summary>计 X after 累计 最多 N个月; null without it.</summary>
    public (SyntaxToken Keyword, ExpressionSyntax Value)? Counted { get; init; }

    /// <summary>最多 or 连续; null for neither.</summary>
    public SyntaxToken? LimitKeyword { get; } = limitKeyword;

    /// <summary>N年; null where there is no limit.</summary>
    public ExpressionSyntax? Limit { get; } = limit;

    /// <summary>X: a date or year; null without 自.</summary>
    public ExpressionSyntax? Anchor { get; } = anchor;

    /// <summary>One of <see cref="SyntaxFacts.FirstYears"/>, 第6年起, or 第 before 6年起; null without 自.</summary>
    public SyntaxToken? FirstYearKeyword { get; } = firstYearKeyword;

    /// <summary>次年起, 当年起, 次月起, 当月起 or 第6年起, however it is spaced; empty without 自.</summary>
    public string FirstYear => FirstYearKeyword?.Value + numberedYear?.Value;

    /// <summary>The 6 of 第6年起, counted with the year of X as 1; null for other words, and for more years than anybody counts.</summary>
    public int? FirstYearNumber =>
        IsNumberedYear(FirstYear) && int.TryParse(FirstYear.AsSpan(1, FirstYear.Length - 3), out var number)
        && number is > 0 and <= MostYears
            ? number : null;

    /// <summary>Whether the period counts months: 次月起, 当月起.</summary>
    public bool IsMonthly => FirstYear is "次月起" or "当月起";

    /// <summary>Whether a word is 第6年起.</summary>
    public static bool IsNumberedYear(string word) =>
        word.Length > 3 && word[0] == '第' && word.EndsWith("年起", StringComparison.Ordinal)
        && word.AsSpan(1, word.Length - 3).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren =>
        Line(Mode, InTotal, fromKeyword, Anchor, FirstYearKeyword, numberedYear, LimitKeyword, Limit, Counted?.Keyword, Counted?.Value);
}

/// <summary>分担 市级:区级 = 6:4.</summary>
public sealed class ShareLine(SeparatedList<SyntaxToken> levels, SyntaxToken equalsToken, SyntaxToken ratio) : LineSyntax
{
    public SeparatedList<SyntaxToken> Levels { get; } = levels;

    /// <summary>The <see cref="SyntaxKind.RatioLiteral"/>.</summary>
    public SyntaxToken Ratio { get; } = ratio;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Levels.Elements, equalsToken, Ratio);
}

/// <summary>
/// A field of a 数据 or 明细: [主键] 名 : 类型 [范围 a..b] [缺省 v] [认定]. 主键 is the <see cref="LineSyntax.Keyword"/>.
/// </summary>
public sealed class FieldLine(SyntaxToken name, SyntaxToken colon, TypeSyntax type, ImmutableArray<FieldModifierSyntax> modifiers)
    : LineSyntax
{
    public SyntaxToken Name { get; } = name;

    public TypeSyntax Type { get; } = type;

    /// <summary>范围, 缺省, 认定, in the order written.</summary>
    public ImmutableArray<FieldModifierSyntax> Modifiers { get; } = modifiers;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Name, colon, Type, Modifiers);
}

/// <summary>A type as written: 金额, 是否, 人, 元/件, 元/平方米/月, the name of a 名录, an inline list.</summary>
/// <param name="name">The word; null for an inline list.</param>
/// <param name="below">Each stroke with the unit after it.</param>
/// <param name="list">The inline list; null otherwise.</param>
public sealed class TypeSyntax(SyntaxToken? name, ImmutableArray<SyntaxToken> below, SetExpression? list) : SyntaxNode
{
    /// <summary>The word; null for an inline list.</summary>
    public SyntaxToken? Name { get; } = name;

    /// <summary>The units after strokes.</summary>
    public ImmutableArray<SyntaxToken> PerUnits { get; } = [.. below.Where(static token => token.Kind != SyntaxKind.Slash)];

    /// <summary>The inline list; null otherwise.</summary>
    public SetExpression? Members { get; } = list;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Name, below, Members);
}

/// <summary>范围 a..b, 缺省 v, 认定 after a field's type.</summary>
public sealed class FieldModifierSyntax(SyntaxToken keyword, ExpressionSyntax? value) : SyntaxNode
{
    /// <summary>范围, 缺省 or 认定 (a <see cref="SyntaxKind.Name"/> token).</summary>
    public SyntaxToken Keyword { get; } = keyword;

    /// <summary>The range or default; null for 认定.</summary>
    public ExpressionSyntax? Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Keyword, Value);
}

/// <summary>指标 = 表达式 | 外部 : 类型.</summary>
public sealed class IndicatorLine(SyntaxToken? equalsToken, ExpressionSyntax? expression, SyntaxToken? external, SyntaxToken? colon,
    TypeSyntax? type)
    : LineSyntax
{
    /// <summary>Over the registry; null where the figure comes from outside.</summary>
    public ExpressionSyntax? Expression { get; } = expression;

    /// <summary>外部; null for an expression.</summary>
    public SyntaxToken? External { get; } = external;

    /// <summary>The type of an external figure.</summary>
    public TypeSyntax? Type { get; } = type;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(equalsToken, Expression, External, colon, Type);
}

/// <summary>值 超过 1.28万家; 其中 片区 = 中心城区 : 超过 7110家.</summary>
public sealed class TargetValueLine(ExpressionSyntax? part, SyntaxToken? colon, SyntaxToken? comparison, ExpressionSyntax value,
    SyntaxToken? suffix)
    : LineSyntax
{
    /// <summary>After 其中: a condition over the registry, or (external figure) a name; null for 值.</summary>
    public ExpressionSyntax? Part { get; } = part;

    /// <summary>超过, 达到, 不超过 …; null where a suffix says it or where the value is to be met exactly or more (at least).</summary>
    public SyntaxToken? Comparison { get; } = comparison;

    public ExpressionSyntax Value { get; } = value;

    /// <summary>以上, 以下; usually null.</summary>
    public SyntaxToken? Suffix { get; } = suffix;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Part, colon, Comparison, Value, Suffix);
}

/// <summary>
/// 已知 [表:] 名 = 值; 名 = 值, or 已知 表: 无 (an empty table), or 已知 参数: 名 = 值, or 已知 企业 7110家: 名 = 值 (so many of a kind).
/// </summary>
public sealed class GivenLine(SyntaxToken? table, LiteralExpression? count, SyntaxToken? colon, SeparatedList<AssignmentSyntax> assignments,
    SyntaxToken? none)
    : LineSyntax
{
    /// <summary>The table whose row this is; null for the subject.</summary>
    public SyntaxToken? Table { get; } = table;

    /// <summary>How many subjects have these facts; null for the one subject of the example, and for rows.</summary>
    public LiteralExpression? Count { get; } = count;

    public SeparatedList<AssignmentSyntax> Assignments { get; } = assignments;

    /// <summary>无: the table has no rows.</summary>
    public SyntaxToken? None { get; } = none;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Table, Count, colon, Assignments.Elements, None);
}

/// <summary>名 = 值.</summary>
public sealed class AssignmentSyntax(SyntaxToken name, SyntaxToken equalsToken, ExpressionSyntax value) : SyntaxNode
{
    public SyntaxToken Name { get; } = name;

    public ExpressionSyntax Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => List(Name, equalsToken, Value);
}

/// <summary>
/// A record in an 算例: 核定 [2021年度] 18万元 [行 "P1"], 兑现 [[文号] 条款 3] 2021年度 18万元 [数量 12个月] [行 "P1"]. The year may be
/// left out of 核定.
/// </summary>
public sealed class RecordLine(
    SyntaxToken? policy, SyntaxToken? clauseKeyword, SyntaxToken? clause, ExpressionSyntax? year, ExpressionSyntax amount,
    SyntaxToken? rowKeyword, ExpressionSyntax? row)
        : LineSyntax
{
    /// <summary>文号 of the other policy whose clause it is; null for this one.</summary>
    public SyntaxToken? Policy { get; } = policy;

    /// <summary>The number after 条款; null where the record is of the example's own clause.</summary>
    public SyntaxToken? Clause { get; } = clause;

    /// <summary>The year literal; null where left out.</summary>
    public ExpressionSyntax? Year { get; } = year;

    public ExpressionSyntax Amount { get; } = amount;

    /// <summary>数量 with its word; null where it is not said.</summary>
    public (SyntaxToken Keyword, ExpressionSyntax Value)? Quantity { get; init; }

    /// <summary>期次 with the year of the award and the number of the part; null where it is not said.</summary>
    public (SyntaxToken Keyword, ExpressionSyntax Year, ExpressionSyntax Number)? Part { get; init; }

    /// <summary>The row's key, after 行; null for a record of the subject.</summary>
    public ExpressionSyntax? Row { get; } = row;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren =>
        Line(Policy, clauseKeyword, Clause, Year, Amount, Quantity?.Keyword, Quantity?.Value, Part?.Keyword, Part?.Year, Part?.Number,
            rowKeyword, Row);
}

/// <summary>应得 60万元, 应得 待核定 0元..100万元, 应得 不符合; 其中 片区 = 中心城区 : 未达成 7110家.</summary>
public sealed class ExpectLine(ExpressionSyntax? part, SyntaxToken? colon, SyntaxToken? status, ExpressionSyntax? value) : LineSyntax
{
    /// <summary>After 其中: the part of the target, as the target writes it; null for 应得.</summary>
    public ExpressionSyntax? Part { get; } = part;

    /// <summary>A status word; null where only an amount is said.</summary>
    public SyntaxToken? Status { get; } = status;

    /// <summary>An amount or a range; null where only a status is said.</summary>
    public ExpressionSyntax? Value { get; } = value;

    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line(Part, colon, Status, Value);
}

/// <summary>A line that fits no form; its tokens are all in <see cref="LineSyntax.Skipped"/>, already reported.</summary>
public sealed class ErrorLine : LineSyntax
{
    /// <inheritdoc/>
    private protected override ImmutableArray<SyntaxElement> MakeChildren => Line();
}
