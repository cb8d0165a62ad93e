// Mistakes of form that the parser finds: blocks and lines, brackets, expressions, tables.
using System.Buffers;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Diagnostics;

/// <summary>The declarations of DSL1020 to DSL1052.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule UnknownKeywordRule = new("DSL1020", Severity.Error,
        "行首的「{0}」不是这里可以写的词。", "{1}");

    private static readonly DiagnosticRule GluedKeywordRule = new("DSL1021", Severity.Error,
        "「{0}」与后面的字连在一起了。", "在「{0}」后空一格。");

    private static readonly DiagnosticRule MisplacedKeywordRule = new("DSL1022", Severity.Error,
        "「{0}」不能写在「{1}」里。", "「{0}」写在 {2} 下面：把这一行移过去；上面漏写了开头一行的（如 {3}），补上。");

    private static readonly DiagnosticRule LineBeforeBlockRule = new("DSL1023", Severity.Error,
        "这一行上面还没有开头的一行，不知道写的是什么。",
        "政策文件的第一行写 政策 和标题，数据定义文件的第一行写 数据 企业 或 名录 …；在这一行上面补上。");

    private static readonly DiagnosticRule KeywordAsFieldRule = new("DSL1024", Severity.Error,
        "「{0}」是行首用的词，不能作字段名。", "换一个名字，如「{0}情况」；表头仍叫「{0}」的，用 --mapping 指明对应的列。");

    private static readonly DiagnosticRule MissingTitleRule = new("DSL1025", Severity.Error,
        "「政策」后面没有标题。", "在同一行写上文件的标题，如 政策 某区支持科技创新若干政策。");

    private static readonly DiagnosticRule MissingNumberRule = new("DSL1026", Severity.Error,
        "「{0}」后面没有编号。", "在后面写上编号和标题，如 {0} 3.1 研发团队奖励。");

    private static readonly DiagnosticRule MissingContentRule = new("DSL1027", Severity.Error,
        "「{0}」后面没有内容。", "在同一行写上内容；用不着的，删去这一行。");

    private static readonly DiagnosticRule MissingQuoteRule = new("DSL1028", Severity.Error,
        "「依据」后面没有引文。", "把原文逐字写在「」里，如 依据 「给予最高100万元的补贴」。");

    private static readonly DiagnosticRule TextOutsideQuoteRule = new("DSL1029", Severity.Error,
        "「依据」里只能写引文，「{0}」在引文之外。", "把它放进「」里，或写成注释 // …。");

    private static readonly DiagnosticRule MissingTargetRule = new("DSL1030", Severity.Error,
        "「{0}」后面没有写是哪一条。", "写成 {0} 条款 和编号，如 {0} 条款 3.1。");

    private static readonly DiagnosticRule UnclosedBracketRule = new("DSL1031", Severity.Error,
        "「{0}」没有结尾的「{1}」。", "在该结束的地方补上「{1}」。");

    private static readonly DiagnosticRule WrongBracketRule = new("DSL1032", Severity.Error,
        "「{0}」应当用「{1}」结束，这里写的是「{2}」。", "把「{2}」改为「{1}」。");

    private static readonly DiagnosticRule ExtraBracketRule = new("DSL1033", Severity.Error,
        "多了一个「{0}」。", "删去「{0}」；前面漏写了括号开头的，补上。");

    private static readonly DiagnosticRule MissingExpressionRule = new("DSL1034", Severity.Error,
        "{0}", "{1}");

    private static readonly DiagnosticRule MissingOperatorRule = new("DSL1035", Severity.Error,
        "「{0}」和「{1}」之间少了一个词或符号，看不出是什么关系。", "{2}");

    private static readonly DiagnosticRule TwoValuesRule = new("DSL1036", Severity.Error,
        "这里只能写一个值，多了「{0}」。", "删去多余的一个；两个都要算的，写成算式，如 100万元 + 50万元，取小的写 min(100万元, 50万元)。");

    private static readonly DiagnosticRule ExtraTextRule = new("DSL1037", Severity.Error,
        "这一行写到「{0}」之前已经完整，后面是多出来的。", "{1}");

    private static readonly DiagnosticRule MissingNameRule = new("DSL1038", Severity.Error,
        "这里少了名称。", "补上名称，如 令 基数 = 研发费用 * 10%；名称以汉字或字母开头，不含空格和标点。");

    private static readonly DiagnosticRule MissingSignRule = new("DSL1039", Severity.Error,
        "这里少了「{0}」。", "{1}");

    private static readonly DiagnosticRule ChainedComparisonRule = new("DSL1040", Severity.Error,
        "两个比较不能连着写。", "分成两个比较，用「且」连接，如 100万元 <= 研发费用 且 研发费用 < 500万元。");

    private static readonly DiagnosticRule ContradictionRule = new("DSL1041", Severity.Error,
        "「{0}」与「{1}」说法不一致：「{0}」{2}，「{1}」{3}。", "只保留一个：「超过、不足」不含本数，「以上、以下」含本数。");

    private static readonly DiagnosticRule LooseSuffixRule = new("DSL1042", Severity.Error,
        "「{0}」写在这里，看不出是什么和多少相比。", "{1}");

    private static readonly DiagnosticRule RowCellsRule = new("DSL1043", Severity.Error,
        "表的这一行有 {0} 格，表头有 {1} 格。", "补上或删去多出的格，使每一行的格数与表头相同；不论什么情形的格写「-」。");

    private static readonly DiagnosticRule EmptyCellRule = new("DSL1044", Severity.Error,
        "表里有一格没有写。", "不论什么情形的格写「-」；最后一列写数额。");

    private static readonly DiagnosticRule OpenRowRule = new("DSL1045", Severity.Error,
        "表的这一行没有以「|」结尾。", "在行末补上「|」。");

    private static readonly DiagnosticRule HeaderOnlyRule = new("DSL1046", Severity.Error,
        "这张表只有表头。", "在表头下面至少写一行，如 | 软件业 | 10万元 |。");

    private static readonly DiagnosticRule TooDeepRule = new("DSL1047", Severity.Error,
        "括号或 若…则… 一层套一层，超过 {0} 层。", "用「令」给里面的算式起名，分几步写。");

    private static readonly DiagnosticRule UnknownModeRule = new("DSL1048", Severity.Error,
        "「{0}」后面只能写 {1}。", "写成 {2}。");

    private static readonly DiagnosticRule QuoteInExpressionRule = new("DSL1049", Severity.Error,
        "「」里的引文只能写在「依据」后面。", "事实的名称直接写，不加「」；要比较的文字写在引号里，如 名称 = \"某公司\"。");

    private static readonly DiagnosticRule MissingSetRule = new("DSL1050", Severity.Error,
        "「{0}」后面要写方括号里的几个值{2}。", "写成 {0} [{1}]。");

    private static readonly DiagnosticRule StrayRangeRule = new("DSL1051", Severity.Error,
        "从多少到多少的一段（{0}）不能写在这里。",
        "条件里分成两个比较，如 研发费用 达到 100万元 且 研发费用 不超过 500万元；一段之内由主管部门定的，写 奖补 = 核定 最高 500万元。");

    private static readonly DiagnosticRule MissingTypeRule = new("DSL1052", Severity.Error,
        "冒号后面没有写这一项填什么（类型）。", "{0}");

    private static readonly DiagnosticRule StrayCeilingRule = new("DSL1053", Severity.Error,
        "封顶的「{0}」只能写在「核定」后面。", "按算式给的，写成 奖补 = min(算式, {1})；由主管部门核定的，写成 奖补 = 核定 最高 {1}。");

    private static readonly DiagnosticRule SpacedUnitRule = new("DSL1054", Severity.Error,
        "「{0}」和「{1}」之间多了空格。", "数和单位连着写：{0}{1}。");

    private static readonly DiagnosticRule SecondTableRule = new("DSL1055", Severity.Error,
        "「{0}:」要另起一行写。", "一行只写一张表：另起一行写 已知 {0}: 名称 = 值。");

    /// <summary>A line of a block that begins with no keyword; with the nearest ones.</summary>
    public static Diagnostic UnknownKeyword(SourceText source, TextSpan span, IReadOnlyList<string> nearest)
    {
        var remedy = nearest.Count == 0
            ? LineHint(source[span]) ?? "行首写 依据、条件、奖补 这样的词；接着上一行写的算式，上一行以 且、+、* 这样的词或逗号结尾。"
            : $"是不是「{string.Join("」「", nearest)}」？";
        var found = UnknownKeywordRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), remedy);
        foreach (var word in nearest)
            found = found.WithRename(span, source[span], word);
        return found;
    }

    private static string? LineHint(string word) => word switch
    {
        _ when word.EndsWith("上限", StringComparison.Ordinal) || word.EndsWith("封顶", StringComparison.Ordinal) =>
            "一年合计的上限写 单位上限，历年合计的写 累计上限，每一笔的写进 奖补 = min(…, 100万元)。",
        "最高" or "最多" or "不超过" or "上限" => "每一笔的上限写进 奖补 = min(…, 100万元)，由主管部门核定的写 奖补 = 核定 最高 100万元；"
            + "一个主体一年合计的写 单位上限，历年合计的写 累计上限。",
        "有效期" or "有效期限" or "有效期至" => "写成最后施行的一天，如 失效日期 2026-12-31。",
        "企业" or "人才" or "机构" or "项目" => $"数据定义写「数据 {word}」或「明细 {word} 属于 企业」，下面一行一个字段。",
        "如果" or "若" or "当" => "条件写「条件」，按情形给钱的写 奖补 = 若 条件 则 金额 否则 金额。",
        "并且" or "且" or "或者" or "或" => "接着上一行的，行首写 且 或 或；另一个条件另写一行「条件」。",
        _ => null,
    };

    /// <summary>奖励, 满足, 生效日期: a line begins with what the language calls otherwise.</summary>
    public static Diagnostic OtherKeyword(SourceText source, TextSpan span, string ours) =>
        UnknownKeywordRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), $"写成「{ours}」。")
            .WithFix($"改为「{ours}」", new TextEdit(span, ours));

    /// <summary>第一条 …, 1. …, （一）…: a paragraph numbered as in the document.</summary>
    public static Diagnostic NumberedText(SourceText source, TextSpan span, string title)
    {
        var number = source[span].Trim('第', '条', '.', '．', '、', '(', ')', '（', '）');
        var found = UnknownKeywordRule.At(source, span, source[span],
            $"条款的开头写「条款 编号 标题」，如 条款 {number} {(title.Length == 0 ? "研发补贴" : LexicalDiagnostics.Shorten(title))}。");
        return found.WithFix($"改为「条款 {number}」",
            new TextEdit(span,
                title.Length == 0 || char.IsWhiteSpace(source.Content[source.OffsetOf(span.End)]) ? $"条款 {number}" : $"条款 {number} "));
    }

    /// <summary>条款3.1: a keyword that touches what follows.</summary>
    public static Diagnostic GluedKeyword(SourceText source, TextSpan keyword, string word) =>
        GluedKeywordRule.At(source, keyword, word).WithFix("补上空格", new TextEdit(new(keyword.End, 0), " "));

    /// <summary>A keyword in a block where it may not stand.</summary>
    public static Diagnostic MisplacedKeyword(SourceText source, TextSpan span, LineKeyword keyword, BlockKinds block) =>
        MisplacedKeywordRule.At(source, span, keyword.Word, SyntaxFacts.BlockWords(block), SyntaxFacts.BlockWords(keyword.Within),
            HeaderSample(keyword.Within));

    private static string HeaderSample(BlockKinds within) =>
        (within & BlockKinds.Clause) != 0 ? "条款 1 研发补贴"
        : (within & BlockKinds.Policy) != 0 ? "政策 标题"
        : (within & BlockKinds.Data) != 0 ? "数据 企业"
        : (within & BlockKinds.Example) != 0 ? "算例 条款 1" : $"{SyntaxFacts.BlockWords(within).Split('、')[0]} 1 标题";

    /// <summary>Lines before the first block.</summary>
    public static Diagnostic LineBeforeBlock(SourceText source, TextSpan span) => LineBeforeBlockRule.At(source, span);

    /// <summary>A field with the name of a keyword.</summary>
    public static Diagnostic KeywordAsField(SourceText source, SyntaxToken name) => KeywordAsFieldRule.At(source, name.Span, name.Text);

    /// <summary>政策 alone.</summary>
    public static Diagnostic MissingTitle(SourceText source, TextSpan span) => MissingTitleRule.At(source, span);

    /// <summary>条款 alone.</summary>
    public static Diagnostic MissingNumber(SourceText source, SyntaxToken keyword) =>
        MissingNumberRule.At(source, keyword.Span, keyword.Value);

    /// <summary>A keyword without what it wants.</summary>
    public static Diagnostic MissingContent(SourceText source, SyntaxToken keyword) =>
        MissingContentRule.At(source, keyword.Span, keyword.Value);

    /// <summary>依据 without a quotation.</summary>
    public static Diagnostic MissingQuote(SourceText source, SyntaxToken keyword) => MissingQuoteRule.At(source, keyword.Span);

    /// <summary>Text beside the quotations of 依据.</summary>
    public static Diagnostic TextOutsideQuote(SourceText source, SyntaxToken text)
    {
        var found = TextOutsideQuoteRule.At(source, text.Span, LexicalDiagnostics.Shorten(text.Text));
        // “…” where 「…」 belongs.
        if (text.Text is ['“' or '"' or '『', .., '”' or '"' or '』'] && text.Text.Length > 2)
            return found.WithFix("把引号改为「」", new TextEdit(text.Span, $"「{text.Text[1..^1]}」"));
        return found.WithFix("放进「」里", new TextEdit(new(text.Span.Start, 0), "「"), new TextEdit(new(text.Span.End, 0), "」"));
    }

    /// <summary>算例 or 恒有 without 条款 and number.</summary>
    public static Diagnostic MissingTarget(SourceText source, SyntaxToken keyword) =>
        MissingTargetRule.At(source, keyword.Span, keyword.Value);

    /// <summary>A bracket that is not closed; the missing one belongs at a position.</summary>
    public static Diagnostic UnclosedBracket(SourceText source, SyntaxToken open, string close, int position) =>
        Bracketed(UnclosedBracketRule.At(source, open.Span, open.Text, close), source, TextSpan.FromBounds(open.Span.Start, position),
            $"补上「{close}」", new TextEdit(new(position, 0), close));

    /// <summary>( closed by ].</summary>
    public static Diagnostic WrongBracket(SourceText source, SyntaxToken open, SyntaxToken found, string close) =>
        WrongBracketRule.At(source, found.Span, open.Text, close, found.Text).WithFix($"改为「{close}」", new TextEdit(found.Span, close));

    /// <summary>A closing bracket without an opening one.</summary>
    public static Diagnostic ExtraBracket(SourceText source, SyntaxToken close) =>
        Bracketed(ExtraBracketRule.At(source, close.Span, close.Text), source, source.LineSpan(source.PositionOf(close.Span.Start).Line),
            $"删去「{close.Text}」", new TextEdit(close.Span, ""));

    private static readonly SearchValues<char> SumSigns = SearchValues.Create("+＋-－"), ProductSigns = SearchValues.Create("*×/÷＊／");

    /// <summary>
    /// A fix that adds a bracket. Its position decides the order of evaluation, so a line with 且 and 或, or with + and *, gets none.
    /// </summary>
    private static Diagnostic Bracketed(Diagnostic found, SourceText source, TextSpan scope, string title, TextEdit edit)
    {
        var (text, isCall) = (source[scope], source.OffsetOf(scope.Start) is > 0 and var start && char.IsLetter(source.Content[start - 1]));
        var depends = (text.Contains('且', StringComparison.Ordinal) && text.Contains('或', StringComparison.Ordinal))
            || (text.AsSpan().ContainsAny(SumSigns) && text.AsSpan().ContainsAny(ProductSigns));
        return depends ? found : isCall ? found.WithGuess(title, edit) : found.WithFix(title, edit);
    }

    /// <summary>No name where one must stand.</summary>
    public static Diagnostic MissingName(SourceText source, TextSpan span) => MissingNameRule.At(source, span);

    /// <summary>A row with another number of cells than the header.</summary>
    public static Diagnostic RowCells(SourceText source, TextSpan row, int cells, int header) =>
        RowCellsRule.At(source, row, cells, header);

    /// <summary>| |.</summary>
    public static Diagnostic EmptyCell(SourceText source, TextSpan pipe) =>
        EmptyCellRule.At(source, pipe).WithGuess("填上「-」", new TextEdit(new(pipe.End, 0), " - "));

    /// <summary>A row that does not end in |.</summary>
    public static Diagnostic OpenRow(SourceText source, TextSpan row) =>
        OpenRowRule.At(source, row).WithFix("在行末补上「|」", new TextEdit(new(row.End, 0), " |"));

    /// <summary>A table without rows.</summary>
    public static Diagnostic HeaderOnly(SourceText source, TextSpan table) => HeaderOnlyRule.At(source, table);

    /// <summary>Brackets or conditions within one another beyond the limit.</summary>
    public static Diagnostic TooDeep(SourceText source, TextSpan span, int limit) => TooDeepRule.At(source, span, limit);

    /// <summary>「」 in an expression.</summary>
    public static Diagnostic QuoteInExpression(SourceText source, SyntaxToken quote)
    {
        var found = QuoteInExpressionRule.At(source, quote.Span);
        return quote.Value.AsSpan().IndexOfAny("\"\r\n") >= 0 ? found
            : found.WithFixOn(quote.Value, "去掉「」", new TextEdit(quote.Span, quote.Value))
                .WithFix("改用引号", new TextEdit(quote.Span, $"\"{quote.Value}\""));
    }

    /// <summary>10 万元.</summary>
    public static Diagnostic SpacedUnit(SourceText source, SyntaxToken number, SyntaxToken unit) =>
        SpacedUnitRule.At(source, TextSpan.FromBounds(number.Span.Start, unit.Span.End), number.Text, unit.Text)
            .WithFix("去掉空格", new TextEdit(TextSpan.FromBounds(number.Span.End, unit.Span.Start), ""));

    /// <summary>已知 甲 = 1; 项目: 乙 = 2: a table after facts.</summary>
    public static Diagnostic SecondTable(SourceText source, SyntaxToken table) => SecondTableRule.At(source, table.Span, table.Text);

    /// <summary>No type after a colon.</summary>
    public static Diagnostic MissingType(SourceText source, TextSpan span, SyntaxToken found) =>
        MissingTypeRule.At(source, span, found.Kind is SyntaxKind.YesKeyword or SyntaxKind.NoKeyword ? "填 是 或 否 的，写 是否。"
            : "钱写 金额，百分比写 比率，人数写 人，文字写 文本，填 是 或 否 的写 是否，还有 日期、年度、数；几个值之一的，写 [甲, 乙] "
                + "或名录的名称。");
}
