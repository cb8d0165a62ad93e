// Mistakes of form that the parser finds: blocks and lines, brackets, expressions, tables.
using System.Buffers;
using System.Text.RegularExpressions;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Lexing;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Parsing;

/// <summary>The declarations of DSL1020 to DSL1052.</summary>
public static partial class SyntaxDiagnostics
{
    private static readonly DiagnosticRule UnknownKeywordRule = new("DSL1020", Severity.Error,
        "这一行以「{0}」开头，它不是这里可用的关键词。", "{1}");

    private static readonly DiagnosticRule GluedKeywordRule = new("DSL1021", Severity.Error,
        "「{0}」与后面的内容连在一起了。", "在「{0}」后空一格。");

    private static readonly DiagnosticRule MisplacedKeywordRule = new("DSL1022", Severity.Error,
        "「{0}」不能写在「{1}」里。", "「{0}」只能写在这些块里：{2}。把这一行移过去，或检查上面是否漏写了块的开头。");

    private static readonly DiagnosticRule LineBeforeBlockRule = new("DSL1023", Severity.Error,
        "这一行不在任何块里。", "文件应以 政策、数据、名录 等块的开头起首；在这一行之前补上块的开头。");

    private static readonly DiagnosticRule KeywordAsFieldRule = new("DSL1024", Severity.Error,
        "「{0}」是关键词，不能作字段名。", "换一个名字，如「{0}数」「{0}情况」。");

    private static readonly DiagnosticRule MissingTitleRule = new("DSL1025", Severity.Error,
        "「政策」后面没有标题。", "在同一行写上文件的标题，如 政策 某区支持科技创新若干政策。");

    private static readonly DiagnosticRule MissingNumberRule = new("DSL1026", Severity.Error,
        "「{0}」后面没有编号。", "写上编号和标题，如 {0} 3.1 研发团队奖励。");

    private static readonly DiagnosticRule MissingContentRule = new("DSL1027", Severity.Error,
        "「{0}」后面没有内容。", "在同一行写上内容；用不着就删去这一行。");

    private static readonly DiagnosticRule MissingQuoteRule = new("DSL1028", Severity.Error,
        "「依据」后面没有引文。", "把原文逐字写在「」里，如 依据 「给予最高100万元的补贴」。");

    private static readonly DiagnosticRule TextOutsideQuoteRule = new("DSL1029", Severity.Error,
        "「依据」里只能写引文，「{0}」在引文之外。", "把它放进「」里，或写成注释 // …。");

    private static readonly DiagnosticRule MissingTargetRule = new("DSL1030", Severity.Error,
        "「{0}」后面应写它针对哪一条。", "写成 {0} 条款 编号，如 {0} 条款 3.1。");

    private static readonly DiagnosticRule UnclosedBracketRule = new("DSL1031", Severity.Error,
        "「{0}」没有对应的「{1}」。", "在该结束的地方补上「{1}」。");

    private static readonly DiagnosticRule WrongBracketRule = new("DSL1032", Severity.Error,
        "「{0}」应当用「{1}」结束，这里写的是「{2}」。", "把「{2}」改为「{1}」。");

    private static readonly DiagnosticRule ExtraBracketRule = new("DSL1033", Severity.Error,
        "多了一个「{0}」。", "删去它，或补上与它对应的括号开头。");

    private static readonly DiagnosticRule MissingExpressionRule = new("DSL1034", Severity.Error,
        "「{0}」后面缺少内容。", "补上一个名字、数或算式；多余的「{0}」请删去。");

    private static readonly DiagnosticRule MissingOperatorRule = new("DSL1035", Severity.Error,
        "「{0}」和「{1}」之间缺少运算符或逗号。", "在两者之间写上 且、或、+、*、=、超过 等；列举的值之间用逗号；若是一个名字，去掉中间的空格。");

    private static readonly DiagnosticRule TwoValuesRule = new("DSL1036", Severity.Error,
        "这一行只能写一个值，多了「{0}」。", "删去多余的一个；两个数都要用的，用算式连接，如 min(甲, 乙)；几个值选一个的，写成 属于 [甲, 乙]。");

    private static readonly DiagnosticRule ExtraTextRule = new("DSL1037", Severity.Error,
        "这一行到「{0}」之前已经写完，后面的内容无法理解。", "删去后面的内容；说明性文字请写成注释 // …。");

    private static readonly DiagnosticRule MissingNameRule = new("DSL1038", Severity.Error,
        "这里应有名字。", "名字以汉字或字母开头，可含数字，不含空格和标点。");

    private static readonly DiagnosticRule MissingSignRule = new("DSL1039", Severity.Error,
        "这里应有「{0}」。", "补上「{0}」。");

    private static readonly DiagnosticRule ChainedComparisonRule = new("DSL1040", Severity.Error,
        "比较不能连写。", "分成两个比较，用「且」连接，如 甲 <= 乙 且 乙 <= 丙。");

    private static readonly DiagnosticRule ContradictionRule = new("DSL1041", Severity.Error,
        "「{0}」与「{1}」说法不一致：「{0}」{2}，「{1}」{3}。", "只保留一个：「超过、不足」不含本数，「以上、以下」含本数。");

    private static readonly DiagnosticRule LooseSuffixRule = new("DSL1042", Severity.Error,
        "「{0}」前面应是要比较的内容和一个数。", "写成 研发人员数 50人以上，或 研发人员数 达到 50人。");

    private static readonly DiagnosticRule RowCellsRule = new("DSL1043", Severity.Error,
        "这一行有 {0} 格，表头有 {1} 格。", "每行的格数应与表头相同；不论取什么值的格写「-」。");

    private static readonly DiagnosticRule EmptyCellRule = new("DSL1044", Severity.Error,
        "表中有空格子。", "不论取什么值写「-」；结果列写数额。");

    private static readonly DiagnosticRule OpenRowRule = new("DSL1045", Severity.Error,
        "表的这一行没有以「|」结尾。", "在行末补上「|」。");

    private static readonly DiagnosticRule HeaderOnlyRule = new("DSL1046", Severity.Error,
        "这个表只有表头。", "在表头下面至少写一行。");

    private static readonly DiagnosticRule TooDeepRule = new("DSL1047", Severity.Error,
        "括号或条件嵌套超过 {0} 层。", "用「令」给中间的算式起名，分几步写。");

    private static readonly DiagnosticRule UnknownModeRule = new("DSL1048", Severity.Error,
        "「{0}」后面应写 {1}。", "照这样改正；不是这里要写的，删去。");

    private static readonly DiagnosticRule QuoteInExpressionRule = new("DSL1049", Severity.Error,
        "「」引文只能写在「依据」里。", "算式中的文字用引号 \"…\"。");

    private static readonly DiagnosticRule MissingSetRule = new("DSL1050", Severity.Error,
        "「{0}」后面应是方括号里的一组值，或一个名录的名字。", "写成 {0} [甲, 乙]。");

    private static readonly DiagnosticRule StrayRangeRule = new("DSL1051", Severity.Error,
        "区间不能写在这里。", "两端分开比较，如 甲 达到 100万元 且 甲 不超过 500万元；表、范围和应得中可写 a..b。");

    private static readonly DiagnosticRule MissingTypeRule = new("DSL1052", Severity.Error,
        "冒号后面应是类型。", "类型有：文本、日期、是否、金额、比率、数、年度、单位（人、家、件 …）、名录的名字，或 [甲, 乙]。");

    private static readonly DiagnosticRule StrayCeilingRule = new("DSL1053", Severity.Error,
        "「最高」只能写在「核定」后面。", "算式要封顶，写成 奖补 = min(算式, 100万元)；数额由主管部门核定的，写成 奖补 = 核定 最高 100万元。");

    private static readonly DiagnosticRule SpacedUnitRule = new("DSL1054", Severity.Error,
        "「{0}」和「{1}」之间多了空格。", "数和单位连着写：{0}{1}。");

    private static readonly DiagnosticRule SecondTableRule = new("DSL1055", Severity.Error,
        "「{0}:」要另起一行。", "一行只写一张表的内容，另起一行写 已知 {0}: 名 = 值。");

    /// <summary>A line of a block that begins with no keyword; with the nearest ones.</summary>
    public static Diagnostic UnknownKeyword(SourceText source, TextSpan span, IReadOnlyList<string> nearest)
    {
        var remedy = nearest.Count == 0 ? "每一行应以关键词开头，如 依据、条件、奖补；接着上一行写的算式，上一行应以运算符或逗号结尾。" : $"是不是「{string.Join("」「", nearest)}」？";
        var found = UnknownKeywordRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), remedy);
        foreach (var word in nearest)
            found = found.WithRename(span, source[span], word);
        return found;
    }

    /// <summary>条款3.1: a keyword that touches what follows.</summary>
    public static Diagnostic GluedKeyword(SourceText source, TextSpan keyword, string word) =>
        GluedKeywordRule.At(source, keyword, word).WithFix("补上空格", new TextEdit(new(keyword.End, 0), " "));

    /// <summary>A keyword in a block where it may not stand.</summary>
    public static Diagnostic MisplacedKeyword(SourceText source, TextSpan span, LineKeyword keyword, BlockKinds block) =>
        MisplacedKeywordRule.At(source, span, keyword.Word, SyntaxFacts.BlockWords(block), SyntaxFacts.BlockWords(keyword.Within));

    /// <summary>Lines before the first block.</summary>
    public static Diagnostic LineBeforeBlock(SourceText source, TextSpan span) => LineBeforeBlockRule.At(source, span);

    /// <summary>A field with the name of a keyword.</summary>
    public static Diagnostic KeywordAsField(SourceText source, SyntaxToken name) => KeywordAsFieldRule.At(source, name.Span, name.Text);

    /// <summary>政策 alone.</summary>
    public static Diagnostic MissingTitle(SourceText source, TextSpan span) => MissingTitleRule.At(source, span);

    /// <summary>条款 alone.</summary>
    public static Diagnostic MissingNumber(SourceText source, SyntaxToken keyword) => MissingNumberRule.At(source, keyword.Span, keyword.Value);

    /// <summary>A keyword without what it wants.</summary>
    public static Diagnostic MissingContent(SourceText source, SyntaxToken keyword) => MissingContentRule.At(source, keyword.Span, keyword.Value);

    /// <summary>依据 without a quotation.</summary>
    public static Diagnostic MissingQuote(SourceText source, SyntaxToken keyword) => MissingQuoteRule.At(source, keyword.Span);

    /// <summary>Text beside the quotations of 依据.</summary>
    public static Diagnostic TextOutsideQuote(SourceText source, SyntaxToken text)
    {
        var found = TextOutsideQuoteRule.At(source, text.Span, LexicalDiagnostics.Shorten(text.Text));
        return found.WithFix("放进「」里", new TextEdit(new(text.Span.Start, 0), "「"), new TextEdit(new(text.Span.End, 0), "」"));
    }

    /// <summary>算例 or 恒有 without 条款 and number.</summary>
    public static Diagnostic MissingTarget(SourceText source, SyntaxToken keyword) => MissingTargetRule.At(source, keyword.Span, keyword.Value);

    /// <summary>A bracket that is not closed; the missing one belongs at a position.</summary>
    public static Diagnostic UnclosedBracket(SourceText source, SyntaxToken open, string close, int position) =>
        Bracketed(UnclosedBracketRule.At(source, open.Span, open.Text, close), source, TextSpan.FromBounds(open.Span.Start, position), $"补上「{close}」", new TextEdit(new(position, 0), close));

    /// <summary>( closed by ].</summary>
    public static Diagnostic WrongBracket(SourceText source, SyntaxToken open, SyntaxToken found, string close) =>
        WrongBracketRule.At(source, found.Span, open.Text, close, found.Text).WithFix($"改为「{close}」", new TextEdit(found.Span, close));

    /// <summary>A closing bracket without an opening one.</summary>
    public static Diagnostic ExtraBracket(SourceText source, SyntaxToken close) =>
        Bracketed(ExtraBracketRule.At(source, close.Span, close.Text), source, source.LineSpan(source.PositionOf(close.Span.Start).Line), $"删去「{close.Text}」", new TextEdit(close.Span, ""));

    private static readonly SearchValues<char> SumSigns = SearchValues.Create("+＋-－"), ProductSigns = SearchValues.Create("*×/÷＊／");

    /// <summary>A mend by a bracket; where it stands decides what is computed first, so a line with 且 and 或, or with + and *, gets none.</summary>
    private static Diagnostic Bracketed(Diagnostic found, SourceText source, TextSpan scope, string title, TextEdit edit)
    {
        var (text, isCall) = (source[scope], scope.Start > 0 && char.IsLetter(source.Content[scope.Start - 1]));
        var depends = (text.Contains('且', StringComparison.Ordinal) && text.Contains('或', StringComparison.Ordinal))
            || (text.AsSpan().ContainsAny(SumSigns) && text.AsSpan().ContainsAny(ProductSigns));
        return depends ? found : isCall ? found.WithGuess(title, edit) : found.WithFix(title, edit);
    }

    /// <summary>Nothing where an operand must stand.</summary>
    public static Diagnostic MissingExpression(SourceText source, TextSpan span, string before) => MissingExpressionRule.At(source, span, LexicalDiagnostics.Shorten(before));

    /// <summary>Two operands in a row.</summary>
    public static Diagnostic MissingOperator(SourceText source, SyntaxToken before, SyntaxToken found)
    {
        var finding = MissingOperatorRule.At(source, found.Span, LexicalDiagnostics.Shorten(before.Text), LexicalDiagnostics.Shorten(found.Text));
        var between = TextSpan.FromBounds(before.Span.End, found.Span.Start);
        return (before.Kind, found.Kind) switch
        {
            // 单位性质 是 企业: said as in speech.
            (SyntaxKind.Name, SyntaxKind.YesKeyword) => finding.WithFix("改为「=」", new TextEdit(found.Span, "=")),
            // 设备 投资额: one name, typed with a space.
            (SyntaxKind.Name, SyntaxKind.Name) => finding.WithGuess($"去掉空格，写成「{LexicalDiagnostics.Shorten(before.Text + found.Text)}」", new TextEdit(between, "")),
            _ => finding,
        };
    }

    /// <summary>Two members of a list without a comma.</summary>
    public static Diagnostic MissingComma(SourceText source, SyntaxToken before, SyntaxToken found) =>
        MissingOperatorRule.At(source, found.Span, LexicalDiagnostics.Shorten(before.Text), LexicalDiagnostics.Shorten(found.Text)).WithFix("补上逗号", new TextEdit(TextSpan.FromBounds(before.Span.End, found.Span.Start), ", "));

    /// <summary>A second value on a line of one value.</summary>
    public static Diagnostic TwoValues(SourceText source, SyntaxToken second) => TwoValuesRule.At(source, second.Span, LexicalDiagnostics.Shorten(second.Text));

    /// <summary>Something behind the end of a line's content.</summary>
    public static Diagnostic ExtraText(SourceText source, SyntaxToken first, int end) =>
        ExtraTextRule.At(source, TextSpan.FromBounds(first.Span.Start, end), LexicalDiagnostics.Shorten(first.Text));

    /// <summary>条件 甲，乙: a comma between two conditions.</summary>
    public static Diagnostic CommaForAnd(SourceText source, SyntaxToken comma, int end)
    {
        var found = ExtraText(source, comma, end);
        return comma.Span.End == end ? found.WithFix($"删去「{comma.Text}」", new TextEdit(comma.Span, ""))
            : found.WithFix("改为「且」", new TextEdit(comma.Span, " 且 ")).WithFix("改为「或」", new TextEdit(comma.Span, " 或 "));
    }

    /// <summary>No name where one must stand.</summary>
    public static Diagnostic MissingName(SourceText source, TextSpan span) => MissingNameRule.At(source, span);

    /// <summary>No = or : or 则 where one must stand.</summary>
    public static Diagnostic MissingSign(SourceText source, TextSpan span, string sign, int position) =>
        MissingSignRule.At(source, span, sign).WithFix($"补上「{sign}」", new TextEdit(new(position, 0), $" {sign} "));

    /// <summary>a &lt; b &lt; c.</summary>
    public static Diagnostic ChainedComparison(SourceText source, SyntaxToken second, TextSpan middle) =>
        ChainedComparisonRule.At(source, second.Span).WithFix("用「且」分成两个比较", new TextEdit(new(middle.End, 0), $" 且 {source[middle]}"));

    /// <summary>超过 50人以上.</summary>
    public static Diagnostic Contradiction(SourceText source, SyntaxToken operatorToken, SyntaxToken suffix, TextSpan bound)
    {
        var suffixMeaning = suffix.Kind == SyntaxKind.OrMoreSuffix ? "是大于或等于" : "是小于或等于";
        return ContradictionRule.At(source, TextSpan.FromBounds(operatorToken.Span.Start, suffix.Span.End), operatorToken.Text, suffix.Text, Meaning(operatorToken.Kind), suffixMeaning)
            .WithFix($"去掉「{suffix.Text}」", new TextEdit(suffix.Span, ""))
            .WithFix($"去掉「{operatorToken.Text}」", new TextEdit(TextSpan.FromBounds(operatorToken.Span.Start, bound.Start), ""));
    }

    /// <summary>以上 without a literal, or without something to compare.</summary>
    public static Diagnostic LooseSuffix(SourceText source, SyntaxToken suffix) => LooseSuffixRule.At(source, suffix.Span, suffix.Text);

    /// <summary>A row with another number of cells than the header.</summary>
    public static Diagnostic RowCells(SourceText source, TextSpan row, int cells, int header) => RowCellsRule.At(source, row, cells, header);

    /// <summary>| |.</summary>
    public static Diagnostic EmptyCell(SourceText source, TextSpan pipe) => EmptyCellRule.At(source, pipe).WithGuess("填上「-」", new TextEdit(new(pipe.End, 0), " - "));

    /// <summary>A row that does not end in |.</summary>
    public static Diagnostic OpenRow(SourceText source, TextSpan row) => OpenRowRule.At(source, row).WithFix("在行末补上「|」", new TextEdit(new(row.End, 0), " |"));

    /// <summary>A table without rows.</summary>
    public static Diagnostic HeaderOnly(SourceText source, TextSpan table) => HeaderOnlyRule.At(source, table);

    /// <summary>Brackets or conditions within one another beyond the limit.</summary>
    public static Diagnostic TooDeep(SourceText source, TextSpan span, int limit) => TooDeepRule.At(source, span, limit);

    /// <summary>频次 or 奖补 with none of its words.</summary>
    public static Diagnostic UnknownMode(SourceText source, TextSpan span, string keyword, string choices) => UnknownModeRule.At(source, span, keyword, choices);

    /// <summary>频次 每年一次: none of the words of 频次, up to the end of the line.</summary>
    public static Diagnostic UnknownFrequency(SourceText source, TextSpan span, string keyword, int end)
    {
        var found = UnknownMode(source, span, keyword, string.Join("、", SyntaxFacts.FrequencyModes));
        if (span.Length == 0)
            return found;
        var written = TextSpan.FromBounds(span.Start, end);
        // 每年最多3年, 每年不超过50万元: without what stands behind 每年 the limit would be lost.
        if (FrequencyLimit().Match(source[written]) is { Success: true } limit)
            return found.WithFix($"改为「每年 最多 {limit.Groups["years"].Value}」", new TextEdit(written, $"每年 最多 {limit.Groups["years"].Value}"));
        if (FrequencyRest().IsMatch(source[written]))
            return found;
        var meant = SyntaxFacts.FrequencyModes.Where(mode => source[written].StartsWith(mode, StringComparison.Ordinal)).ToList();
        foreach (var mode in meant.Count > 0 ? meant : [.. SyntaxFacts.FrequencyModes])
            found = found.WithFix($"改为「{mode}」", new TextEdit(written, mode));
        return found;
    }

    // 每年最多3年, 每年不超过3年, 每年最长3年
    [GeneratedRegex("^每年[,，]?\\s*(?:最多|最长|不超过|至多)\\s*(?<years>[0-9０-９]+年)$", RegexOptions.CultureInvariant)]
    private static partial Regex FrequencyLimit();

    // What says more than how often: figures, 连续, 自, 次年, 分期.
    [GeneratedRegex("[0-9０-９]|连续|自|次年|当年|最多|不超过|累计|分|[二两三四五六七八九十]年", RegexOptions.CultureInvariant)]
    private static partial Regex FrequencyRest();

    /// <summary>核定 最高100万元: no space behind 最高.</summary>
    public static Diagnostic GluedCeiling(SourceText source, SyntaxToken ceiling)
    {
        var found = UnknownMode(source, ceiling.Span, SyntaxFacts.Approval, "最高 数额，或不写");
        return CeilingAmount(ceiling.Text) is { } amount ? found.WithFix($"改为「最高 {amount}」", new TextEdit(ceiling.Span, "最高 " + amount)) : found;
    }

    /// <summary>「」 in an expression.</summary>
    public static Diagnostic QuoteInExpression(SourceText source, SyntaxToken quote)
    {
        var found = QuoteInExpressionRule.At(source, quote.Span);
        return quote.Value.AsSpan().IndexOfAny("\"\r\n") >= 0 ? found : found.WithFix("改用引号", new TextEdit(quote.Span, $"\"{quote.Value}\""));
    }

    /// <summary>属于 without a list.</summary>
    public static Diagnostic MissingSet(SourceText source, TextSpan span, string operatorText) => MissingSetRule.At(source, span, operatorText);

    /// <summary>属于 甲, 乙: values without brackets, from the first to the end of the line.</summary>
    public static Diagnostic UnbracketedSet(SourceText source, SyntaxToken operatorToken, SyntaxToken first, int end) =>
        MissingSetRule.At(source, TextSpan.FromBounds(first.Span.Start, end), operatorToken.Text)
            .WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));

    /// <summary>a..b where a single value is wanted.</summary>
    public static Diagnostic StrayRange(SourceText source, SyntaxToken range) => StrayRangeRule.At(source, range.Span);

    /// <summary>最高 in a formula, or without 核定: the rest of the line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="first">最高, or 最高100万元.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="formula">The formula before it; null where there is none.</param>
    public static Diagnostic StrayCeiling(SourceText source, SyntaxToken first, int end, TextSpan? formula)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        var found = StrayCeilingRule.At(source, span);
        // Behind 否则 it is not known whether the ceiling is that of the last branch or of all.
        return formula is { } capped && !source[capped].Contains("否则", StringComparison.Ordinal) && CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"写成 min(…, {amount})", new TextEdit(new(capped.Start, 0), "min("), new TextEdit(TextSpan.FromBounds(capped.End, end), $", {amount})"))
            : found;
    }

    /// <summary>奖补 = 最高 100万元: 核定 is left out.</summary>
    public static Diagnostic BareCeiling(SourceText source, SyntaxToken first, int end, bool hasEquals)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        var found = StrayCeilingRule.At(source, span);
        return CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"写成 核定 最高 {amount}", new TextEdit(span, $"{(hasEquals ? "" : "= ")}{SyntaxFacts.Approval} 最高 {amount}"))
            : found;
    }

    /// <summary>The amount behind 最高, 最高不超过; null where none stands there.</summary>
    private static string? CeilingAmount(string text) => Ceiling().Match(text) is { Success: true } match ? match.Groups["amount"].Value : null;

    [GeneratedRegex("^最高(?:不超过)?\\s*(?<amount>[0-9０-９]+(?:[.．][0-9０-９]+)?[万亿千百]*元)[。；;]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();

    /// <summary>10 万元.</summary>
    public static Diagnostic SpacedUnit(SourceText source, SyntaxToken number, SyntaxToken unit) =>
        SpacedUnitRule.At(source, TextSpan.FromBounds(number.Span.Start, unit.Span.End), number.Text, unit.Text)
            .WithFix("去掉空格", new TextEdit(TextSpan.FromBounds(number.Span.End, unit.Span.Start), ""));

    /// <summary>已知 甲 = 1; 项目: 乙 = 2: a table behind facts.</summary>
    public static Diagnostic SecondTable(SourceText source, SyntaxToken table) => SecondTableRule.At(source, table.Span, table.Text);

    /// <summary>No type behind a colon.</summary>
    public static Diagnostic MissingType(SourceText source, TextSpan span) => MissingTypeRule.At(source, span);

    private static string Meaning(SyntaxKind comparison) => comparison switch
    {
        SyntaxKind.Greater => "是大于，不含本数",
        SyntaxKind.GreaterOrEqual => "是大于或等于",
        SyntaxKind.Less => "是小于，不含本数",
        SyntaxKind.LessOrEqual => "是小于或等于",
        SyntaxKind.NotEquals => "是不等于",
        _ => "是等于",
    };
}
