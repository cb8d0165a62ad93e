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

    /// <summary><see cref="QuotaLine"/>.</summary>
    Quota,

    /// <summary><see cref="BudgetLine"/>.</summary>
    Budget,

    /// <summary><see cref="PayoutLine"/>.</summary>
    Payout,

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

    /// <summary><see cref="JointCapLine"/>.</summary>
    JointCap,

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
    /// <summary>Every line keyword, blocks first, in the order in which the formatter's reader meets them.</summary>
    public static ImmutableArray<LineKeyword> LineKeywords { get; } = LineKeywordTable.All;

    private static readonly FrozenDictionary<string, LineKeyword> KeywordsByWord = LineKeywords
        .SelectMany(static keyword => keyword.Aliases.Prepend(keyword.Word).Select(word => (word, keyword)))
        .ToFrozenDictionary(static pair => pair.word, static pair => pair.keyword, StringComparer.Ordinal);

    /// <summary>不限 in 范围 不限.</summary>
    public const string Unlimited = "不限";

    /// <summary>范围 不限 as a line of a clause (alone, 范围 opens a block).</summary>
    public static LineKeyword ScopeUnlimited { get; } =
        LineKeywordTable.Line("范围", LineForm.Words, BlockKinds.Clause, "范围 不限：本条款不继承政策的范围。") with
            { Form = WordsForm.Phrase };

    /// <summary>Words for the year of the first part of 兑付.</summary>
    public static ImmutableArray<string> PayoutYears { get; } = ["当年起", "次年起"];

    /// <summary>余款, the last part of 兑付.</summary>
    public const string PayoutRest = "余款";

    /// <summary>Functions of what was paid in earlier years, with a clause as their argument.</summary>
    public static ImmutableArray<string> HistoryFunctions { get; } = ["已得", "已得年数", "已得数量"];

    /// <summary>核定, as the way in which an award is decided.</summary>
    public const string Approval = "核定";

    /// <summary>超额累进(base): each part of a base at the rate of its band.</summary>
    public const string Progressive = "超额累进";

    /// <summary>按年度: a detail with one row for each year.</summary>
    public const string ByYear = "按年度";

    /// <summary>首次, before a fact by year and the levels that it reaches for the first time.</summary>
    public const string ForTheFirstTime = "首次";

    /// <summary>每增加, between a fact by year and a step.</summary>
    public const string PerIncrease = "每增加";

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
        ("本政策内 晋级补差", "同一事项只给最高的，扣去以前年度得过的。"),
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
}
