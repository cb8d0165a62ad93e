// The words of the language, once: line keywords with the blocks that they may stand in, infix words, twins of full width.
// The highlighter's grammar, completion and the reference are generated from these tables.
using System.Collections.Frozen;
using System.Collections.Immutable;
using Dsl.Values.Quantities;

namespace Dsl.Syntax.Tree;

/// <summary>The blocks of the language, as a set.</summary>
[Flags]
public enum BlockKinds
{
    /// <summary>No block: the keyword opens one itself.</summary>
    None = 0,

    /// <summary>政策.</summary>
    Policy = 1 << 0,

    /// <summary>名录.</summary>
    List = 1 << 1,

    /// <summary>数据.</summary>
    Data = 1 << 2,

    /// <summary>明细.</summary>
    Detail = 1 << 3,

    /// <summary>参数.</summary>
    Parameter = 1 << 4,

    /// <summary>范围.</summary>
    Scope = 1 << 5,

    /// <summary>条款.</summary>
    Clause = 1 << 6,

    /// <summary>目标.</summary>
    Target = 1 << 7,

    /// <summary>资金池.</summary>
    Pool = 1 << 8,

    /// <summary>义务.</summary>
    Duty = 1 << 9,

    /// <summary>程序.</summary>
    Procedure = 1 << 10,

    /// <summary>算例.</summary>
    Example = 1 << 11,

    /// <summary>恒有.</summary>
    Invariant = 1 << 12,

    /// <summary>条款, 目标, 资金池, 义务, 程序.</summary>
    Numbered = Clause | Target | Pool | Duty | Procedure,
}

/// <summary>The form of what follows a line keyword; decides how the rest of the line is lexed and parsed.</summary>
public enum LineForm
{
    /// <summary>Opens a block; the block's kind says the header's form.</summary>
    BlockHeader,

    /// <summary>Free text: <see cref="TextLine"/>.</summary>
    Text,

    /// <summary>Words: <see cref="WordsLine"/>.</summary>
    Words,

    /// <summary>「…」: <see cref="QuoteLine"/>.</summary>
    Quotes,

    /// <summary>An expression: <see cref="ExpressionLine"/>.</summary>
    Expression,

    /// <summary><see cref="LetLine"/>.</summary>
    Let,

    /// <summary><see cref="AwardLine"/>.</summary>
    Award,

    /// <summary><see cref="FrequencyLine"/>.</summary>
    Frequency,

    /// <summary><see cref="ShareLine"/>.</summary>
    Share,

    /// <summary><see cref="FieldLine"/>.</summary>
    Field,

    /// <summary><see cref="IndicatorLine"/>.</summary>
    Indicator,

    /// <summary><see cref="TargetValueLine"/> without a part.</summary>
    TargetValue,

    /// <summary><see cref="TargetValueLine"/> with a part; in an example <see cref="ExpectLine"/> with a part.</summary>
    TargetPart,

    /// <summary><see cref="GivenLine"/>.</summary>
    Given,

    /// <summary><see cref="RecordLine"/>.</summary>
    Record,

    /// <summary><see cref="ExpectLine"/>.</summary>
    Expect,
}

/// <summary>How many words a <see cref="LineForm.Words"/> line takes, and of what kind. Whatever does not fit is an error.</summary>
public enum WordsForm
{
    /// <summary>One name.</summary>
    Name,

    /// <summary>Any number of names, each once.</summary>
    Names,

    /// <summary>Any number of things that the binder knows (numbers of clauses, paths), each once.</summary>
    Items,

    /// <summary>A phrase of fixed words, which the binder reads to its end.</summary>
    Phrase,

    Nothing,
}

/// <summary>A word that a line starts with.</summary>
/// <param name="Word">The canonical word.</param>
/// <param name="Shape">The form of what follows.</param>
/// <param name="Opens">The block that it opens; <see cref="BlockKinds.None"/> for a line inside one.</param>
/// <param name="Within">The blocks that the line may stand in.</param>
/// <param name="Summary">One sentence in Chinese, for completion, hover and reference.</param>
public sealed record LineKeyword(string Word, LineForm Shape, BlockKinds Opens, BlockKinds Within, string Summary)
{
    /// <summary>Other accepted words; the formatter rewrites them.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Whether the line may stand several times in one block.</summary>
    public bool Repeatable { get; init; }

    /// <summary>What words it takes; one name unless the table says otherwise, so that a new line ignores nothing.</summary>
    public WordsForm Form { get; init; }

    /// <summary>Whether its expression is an amount of money.</summary>
    public bool IsAmount { get; init; }

    /// <summary>What to do about a second word; null for nothing more than to take it away.</summary>
    public string? OnlyOne { get; init; }
}

/// <summary>The word tables of the language.</summary>
public static class SyntaxFacts
{
    private const BlockKinds Sourced = BlockKinds.Numbered | BlockKinds.Scope | BlockKinds.Parameter;

    /// <summary>Every line keyword, blocks first, in the order in which the formatter's reader meets them.</summary>
    public static ImmutableArray<LineKeyword> LineKeywords { get; } =
    [
        Header("政策", BlockKinds.Policy, "一份政策文件，后接标题。"),
        Header("名录", BlockKinds.List, "一组取值，如 名录 区县 = [渝中区, 江津区]。"),
        Header("数据", BlockKinds.Data, "一类申报主体及其事实。"),
        Header("明细", BlockKinds.Detail, "主体名下一行一条的事实表。"),
        Header("参数", BlockKinds.Parameter, "有沿革的取值，或由外部给出的取值。"),
        Header("范围", BlockKinds.Scope, "政策适用于谁；各条款继承。条款内 范围 不限 表示不继承。"),
        Header("条款", BlockKinds.Clause, "一项条款：编号和标题。"),
        Header("目标", BlockKinds.Target, "到期应达到的指标。"),
        Header("资金池", BlockKinds.Pool, "定额的资金；只报告支用，不削减奖补。"),
        Header("义务", BlockKinds.Duty, "有期限的职责。"),
        Header("程序", BlockKinds.Procedure, "未经即不得安排资金的程序。"),
        Header("算例", BlockKinds.Example, "已知什么、应得多少；policy test 逐一核对。"),
        Header("恒有", BlockKinds.Invariant, "条款永远应当满足的性质。"),

        Line("文号", LineForm.Text, BlockKinds.Policy, "文件的文号。"),
        Line("发文机关", LineForm.Text, BlockKinds.Policy, "印发文件的机关。"),
        Line("地区", LineForm.Words, BlockKinds.Policy, "政策属于哪个地区；竞合只在同一地区之间比较。缺省按发文机关。") with
            { OnlyOne = "地区连着写，中间不空格，如 重庆市渝中区。" },
        Line("成文日期", LineForm.Expression, BlockKinds.Policy, "文件落款的日期。"),
        Line("施行日期", LineForm.Expression, BlockKinds.Policy, "自这一天起施行。"),
        Line("失效日期", LineForm.Expression, BlockKinds.Policy, "最后一个施行的日子。") with { Aliases = ["失效"] },
        Line("级次", LineForm.Words, BlockKinds.Policy, "国家级、省级、市级、区级、县级、乡镇或街道；缺省由这一级出资。") with
            { OnlyOne = "几级共同出资的，在条款里写 分担 市级:区级 = 6:4；这里只写文件本身的一级。" },
        Line("原文", LineForm.Text, BlockKinds.Policy, "原文文本的路径，相对于本文件。"),
        Line("使用", LineForm.Words, BlockKinds.Policy, "所用数据定义文件的路径，相对于政策文件夹。") with
            { Form = WordsForm.Items, Repeatable = true },
        Line("竞合", LineForm.Words, BlockKinds.Policy,
            "与其他支持怎样并用：本区其他政策 从高不重复、本政策内 从高不重复、以往政策 从新。") with
            { Form = WordsForm.Phrase, Repeatable = true },

        Line("主键", LineForm.Field, BlockKinds.Data | BlockKinds.Detail, "唯一标识一行的字段。"),

        Line("条", LineForm.Text, Sourced, "在文件中的位置，如 二(一)3。"),
        Line("依据", LineForm.Quotes, Sourced, "原文，逐字引用。") with { Repeatable = true },
        Line("牵头", LineForm.Words, BlockKinds.Numbered, "牵头单位。") with { Form = WordsForm.Names },
        Line("责任", LineForm.Words, BlockKinds.Numbered, "责任单位。") with { Form = WordsForm.Names },
        Line("资金", LineForm.Words, BlockKinds.Clause | BlockKinds.Pool, "由哪一级出资。") with { Form = WordsForm.Names },
        Line("分担", LineForm.Share, BlockKinds.Clause, "各级分担的比例，如 市级:区级 = 6:4。"),
        Line("对象", LineForm.Words, BlockKinds.Policy | BlockKinds.Clause | BlockKinds.Target | BlockKinds.Procedure,
            "申报主体的类别，缺省为企业。") with { OnlyOne = "一个条款只有一类申报主体；几类主体都可以申报的，各写一个条款。" },
        Line("受益人", LineForm.Text, BlockKinds.Clause, "钱最终给谁（与申报主体不同时）。"),
        Line("落实", LineForm.Words, BlockKinds.Clause, "转付上级政策的奖补：文号 [条款 编号]。") with { Form = WordsForm.Phrase },
        Line("频次", LineForm.Frequency, BlockKinds.Clause, "一次性、每次、每年，及年数限制。"),
        Line("每个", LineForm.Words, BlockKinds.Clause, "对明细的每一行分别计算。") with
            { OnlyOne = "一个条款只按一种明细分行计算；只算一部分行的，另写一行 条件；封顶写 奖补 = min(…) 或 单位上限。" },
        Line("事项", LineForm.Words, BlockKinds.Clause, "竞合时视为同一事项的标识（名录中的值）。") with
            { OnlyOne = "一个条款只属于一个事项；几个事项分几个条款写。" },
        Line("条件", LineForm.Expression, BlockKinds.Clause | BlockKinds.Scope, "必须满足。") with { Repeatable = true },
        Line("排除", LineForm.Expression, BlockKinds.Clause | BlockKinds.Scope, "满足即不予支持。") with { Repeatable = true },
        Line("令", LineForm.Let, BlockKinds.Clause | BlockKinds.Policy, "给一个算式或决策表起名；写在政策开头的，各条款都可以用。") with
            { Repeatable = true },
        Line("奖补", LineForm.Award, BlockKinds.Clause, "金额：算式、核定 [最低 …] [最高 …]，或一事一议。") with { IsAmount = true },
        Line("单位上限", LineForm.Expression, BlockKinds.Clause, "每个主体每年合计的上限。") with { IsAmount = true },
        Line("累计上限", LineForm.Expression, BlockKinds.Clause, "每个主体历年累计的上限。") with { IsAmount = true },
        Line("取整", LineForm.Words, BlockKinds.Clause, "取整方式，如 向下 到 元；缺省四舍五入到分。") with { Form = WordsForm.Phrase },
        Line("享受", LineForm.Text, BlockKinds.Clause, "非金钱的待遇。"),
        Line("形式", LineForm.Words, BlockKinds.Clause, "股权投资、授信等：单列，不计入奖补合计。") with
            { OnlyOne = "一个条款只有一种形式；几种形式分几个条款写。" },
        Line("另行给予", LineForm.Words, BlockKinds.Clause, "在其他支持之外另给，不参加竞合。") with { Form = WordsForm.Nothing },
        Line("说明", LineForm.Text, BlockKinds.Numbered | BlockKinds.Policy | BlockKinds.Parameter,
            "没有可计算内容的条文及其理由，或补充说明。"),

        Line("期限", LineForm.Expression, BlockKinds.Target | BlockKinds.Duty, "到什么时候：年度、日期，或 施行日期 + 1个月。"),
        Line("指标", LineForm.Indicator, BlockKinds.Target, "对全部主体计算的算式，或 外部 : 类型。"),
        Line("值", LineForm.TargetValue, BlockKinds.Target, "应达到的数。"),
        Line("其中", LineForm.TargetPart, BlockKinds.Target | BlockKinds.Example, "目标的组成部分；算例里写这一部分应得的结果。") with
            { Repeatable = true },
        Line("规模", LineForm.Expression, BlockKinds.Pool, "资金池的总额。") with { IsAmount = true },
        Line("适用条款", LineForm.Words, BlockKinds.Pool | BlockKinds.Procedure, "涉及的条款编号，或 全部。") with
            { Form = WordsForm.Items },
        Line("情形", LineForm.Expression, BlockKinds.Procedure, "什么情形下须经程序。"),
        Line("须经", LineForm.Expression, BlockKinds.Procedure, "必须已经完成的步骤。") with { Repeatable = true },

        Line("已知", LineForm.Given, BlockKinds.Example, "算例的事实。") with { Repeatable = true },
        Line("测算日", LineForm.Expression, BlockKinds.Example, "以哪一天测算；缺省为施行日期。"),
        Line("年度", LineForm.Expression, BlockKinds.Example, "申报年度；缺省为测算日所在年度。"),
        Line("核定", LineForm.Record, BlockKinds.Example, "核定记录；别的条款的，写上 条款 编号。") with { Repeatable = true },
        Line("兑现", LineForm.Record, BlockKinds.Example, "以往年度的兑现记录；别的条款的，写上 条款 编号。") with { Repeatable = true },
        Line("连同", LineForm.Words, BlockKinds.Example, "一并参加竞合的其他条款：[文号] 条款 编号。") with
            { Form = WordsForm.Phrase, Repeatable = true },
        Line("应得", LineForm.Expect, BlockKinds.Example, "应得的金额、区间或状态。"),
    ];

    private static readonly FrozenDictionary<string, LineKeyword> KeywordsByWord = LineKeywords
        .SelectMany(static keyword => keyword.Aliases.Prepend(keyword.Word).Select(word => (word, keyword)))
        .ToFrozenDictionary(static pair => pair.word, static pair => pair.keyword, StringComparer.Ordinal);

    /// <summary>不限 in 范围 不限.</summary>
    public const string Unlimited = "不限";

    /// <summary>范围 不限 as a line of a clause (alone, 范围 opens a block).</summary>
    public static LineKeyword ScopeUnlimited { get; } =
        Line("范围", LineForm.Words, BlockKinds.Clause, "范围 不限：本条款不继承政策的范围。") with { Form = WordsForm.Phrase };

    /// <summary>Functions of what was paid in earlier years, with a clause as their argument.</summary>
    public static ImmutableArray<string> HistoryFunctions { get; } = ["已得", "已得年数", "已得数量"];

    /// <summary>核定, as the way in which an award is decided.</summary>
    public const string Approval = "核定";

    /// <summary>超额累进(base): each part of a base at the rate of its band.</summary>
    public const string Progressive = "超额累进";

    /// <summary>最低, before the least that an authority may decide.</summary>
    public const string AtLeast = "最低";

    /// <summary>最高, before the most that an authority may decide.</summary>
    public const string AtMost = "最高";

    /// <summary>How often an award is given.</summary>
    public static ImmutableArray<string> FrequencyModes { get; } = ["一次性", "每次", "每年"];

    /// <summary>The first of the years or months that run 自 X: the one after it, or its own. 第6年起 counts from its own.</summary>
    public static ImmutableArray<string> FirstYears { get; } = ["次年起", "当年起", "次月起", "当月起"];

    /// <summary>Modifiers allowed after a field's type.</summary>
    public static ImmutableArray<string> FieldModifiers { get; } = ["范围", "缺省", "认定"];

    /// <summary>The levels of government that pay: what 级次, 资金 and 分担 take, highest first.</summary>
    public static ImmutableArray<string> GovernmentLevels { get; } = ["国家级", "省级", "市级", "区级", "县级", "乡镇", "街道"];

    /// <summary>Results that an 算例 of a 条款 may expect.</summary>
    public static ImmutableArray<string> ClauseStates { get; } = ["不在施行期", "不符合", "让位", "符合", "资料不全", "待核定"];

    /// <summary>Results that an 算例 of a 目标 may expect.</summary>
    public static ImmutableArray<string> TargetStates { get; } = ["达成", "未达成", "未定", "进行中"];

    /// <summary>Modes allowed after 竞合, with their meaning.</summary>
    public static ImmutableArray<(string Words, string Summary)> CompetitionRules { get; } =
    [
        ("本区其他政策 从高不重复", "与同一地区其他政策的条款比较，只给高的。"),
        ("本政策内 从高不重复", "本政策的条款之间比较，只给高的。"),
        ("以往政策 从新", "不论高低，取代在此以前施行的政策。"),
    ];

    /// <summary>Directions allowed after 取整.</summary>
    public static ImmutableArray<string> RoundingModes { get; } = ["四舍五入", "向下", "向上", "四舍六入五成双"];

    /// <summary>Units allowed after 取整 … 到, each with its value in fen.</summary>
    public static ImmutableArray<(string Word, long Fen)> RoundingUnits { get; } =
        [("分", 1), ("角", 10), ("元", 100), ("十元", 1_000), ("百元", 10_000), ("千元", 100_000), ("万元", 1_000_000)];

    /// <summary>The word in front of the number of a clause.</summary>
    public const string ClauseKind = "条款";

    /// <summary>What 算例 and 恒有 may be about.</summary>
    public static ImmutableArray<string> TargetKinds { get; } = [ClauseKind, "目标"];

    /// <summary>The length of the longest line keyword.</summary>
    public static int LongestKeyword { get; } = KeywordsByWord.Keys.Max(static word => word.Length);

    /// <summary>Words that are tokens of their own inside expressions, with their kinds.</summary>
    public static FrozenDictionary<string, SyntaxKind> ExpressionWords { get; } = new Dictionary<string, SyntaxKind>(StringComparer.Ordinal)
    {
        ["是"] = SyntaxKind.YesKeyword, ["否"] = SyntaxKind.NoKeyword,
        ["且"] = SyntaxKind.AndKeyword, ["或"] = SyntaxKind.OrKeyword, ["非"] = SyntaxKind.NotKeyword,
        ["属于"] = SyntaxKind.InKeyword, ["不属于"] = SyntaxKind.NotInKeyword,
        ["若"] = SyntaxKind.IfKeyword, ["则"] = SyntaxKind.ThenKeyword, ["否则"] = SyntaxKind.ElseKeyword,
        ["等"] = SyntaxKind.EtcKeyword, ["满"] = SyntaxKind.ReachedKeyword,
        ["超过"] = SyntaxKind.Greater, ["不超过"] = SyntaxKind.LessOrEqual,
        ["达到"] = SyntaxKind.GreaterOrEqual, ["不低于"] = SyntaxKind.GreaterOrEqual, ["不少于"] = SyntaxKind.GreaterOrEqual,
        ["低于"] = SyntaxKind.Less, ["不足"] = SyntaxKind.Less, ["不满"] = SyntaxKind.Less,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The comparison that a word begins with, directly before a figure: 低于 of 低于500万元; null if none.</summary>
    public static string? ComparisonBefore(string name) => ExpressionWords
        .Where(pair =>
            pair.Value is >= SyntaxKind.Equals and <= SyntaxKind.LessOrEqual && name.StartsWith(pair.Key, StringComparison.Ordinal))
        .Select(static pair => pair.Key).MaxBy(static word => word.Length);

    /// <summary>Words that may directly follow a literal, longest first.</summary>
    public static ImmutableArray<(string Word, SyntaxKind Kind)> LiteralSuffixes { get; } =
        [.. Suffixes.All.Select(static suffix => (suffix.Word, suffix.IsLeast ? SyntaxKind.OrMoreSuffix : SyntaxKind.OrLessSuffix))];

    /// <summary>The line keyword of a word (canonical or alias), or null.</summary>
    public static LineKeyword? FindLineKeyword(string word) => KeywordsByWord.GetValueOrDefault(word);

    /// <summary>
    /// Whether a line keyword may be a name as well: 规模 and 期限, but no word that opens a block, nor one of lines that stand where
    /// a line may begin with a name.
    /// </summary>
    public static bool MayBeName(LineKeyword keyword) =>
        keyword.Opens == BlockKinds.None && (keyword.Within & (BlockKinds.Scope | BlockKinds.Data | BlockKinds.Detail)) == 0;

    /// <summary>The canonical form of a line keyword; the word itself where it is none.</summary>
    public static string CanonicalKeyword(string word) => FindLineKeyword(word)?.Word ?? word;

    /// <summary>The header words of a set of blocks, joined by 、.</summary>
    public static string BlockWords(BlockKinds blocks) =>
        string.Join('、', LineKeywords.Where(keyword => (keyword.Opens & blocks) != 0).Select(static keyword => keyword.Word));

    /// <summary>Literals: figures, ratios, dates, years, texts, 是, 否.</summary>
    public static bool IsLiteral(SyntaxKind kind) => kind is SyntaxKind.NumberLiteral or SyntaxKind.RatioLiteral or SyntaxKind.DateLiteral
        or SyntaxKind.YearLiteral or SyntaxKind.TextLiteral or SyntaxKind.YesKeyword or SyntaxKind.NoKeyword;

    /// <summary>= ≠ &gt; &gt;= &lt; &lt;=, as signs or in words.</summary>
    public static bool IsComparison(SyntaxKind kind) => kind is >= SyntaxKind.Equals and <= SyntaxKind.LessOrEqual;

    /// <summary>以上, 以下 after a literal.</summary>
    public static bool IsSuffix(SyntaxKind kind) => kind is SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix;

    /// <summary>Kinds that stand between two operands.</summary>
    public static bool IsInfix(SyntaxKind kind) =>
        kind is SyntaxKind.AndKeyword or SyntaxKind.OrKeyword or SyntaxKind.InKeyword or SyntaxKind.NotInKeyword
            or SyntaxKind.ReachedKeyword or SyntaxKind.ThenKeyword or SyntaxKind.ElseKeyword
            or (>= SyntaxKind.Equals and <= SyntaxKind.Slash);

    /// <summary>The longest word at a place in a text that stands between two operands; null where none does.</summary>
    public static string? InfixAt(string text, int start) => ExpressionWords
        .Where(pair => IsInfix(pair.Value) && string.CompareOrdinal(text, start, pair.Key, 0, pair.Key.Length) == 0)
        .Select(static pair => pair.Key)
        .MaxBy(static word => word.Length);

    /// <summary>Kinds that an operand may begin with; the minus is not among them, for it stands between operands as well.</summary>
    public static bool StartsOperand(SyntaxKind kind) =>
        IsLiteral(kind) || kind is SyntaxKind.Name or SyntaxKind.OpenBracket or SyntaxKind.OpenParenthesis
            or SyntaxKind.NotKeyword or SyntaxKind.IfKeyword or SyntaxKind.Bad or SyntaxKind.Quote;

    /// <summary>Kinds that an operand may end with.</summary>
    public static bool EndsOperand(SyntaxKind kind) =>
        IsLiteral(kind) || IsSuffix(kind) || kind is SyntaxKind.Name or SyntaxKind.CloseBracket or SyntaxKind.CloseParenthesis;

    private static LineKeyword Header(string word, BlockKinds opens, string summary) =>
        new(word, LineForm.BlockHeader, opens, BlockKinds.None, summary) { Repeatable = true };

    private static LineKeyword Line(string word, LineForm shape, BlockKinds within, string summary) =>
        new(word, shape, BlockKinds.None, within, summary);
}
