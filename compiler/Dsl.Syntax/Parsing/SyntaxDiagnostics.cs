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
        "「{0}」与后面的字连在一起了。", "在「{0}」后空一格。");

    private static readonly DiagnosticRule MisplacedKeywordRule = new("DSL1022", Severity.Error,
        "「{0}」不能写在「{1}」里。", "「{0}」写在 {2} 下面：把这一行移过去；上面漏写了开头一行的（如 {3}），补上。");

    private static readonly DiagnosticRule LineBeforeBlockRule = new("DSL1023", Severity.Error,
        "这一行上面还没有开头的一行，不知道写的是什么。", "政策文件的第一行写 政策 和标题，数据定义文件的第一行写 数据 企业 或 名录 …；在这一行上面补上。");

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
        "「{0}」后面要写方括号里的几个值，或一个名录的名称。", "写成 {0} [{1}]。");

    private static readonly DiagnosticRule StrayRangeRule = new("DSL1051", Severity.Error,
        "从多少到多少的一段（{0}）不能写在这里。", "条件里分成两个比较，如 研发费用 达到 100万元 且 研发费用 不超过 500万元；一段之内由主管部门定的，写 奖补 = 核定 最高 500万元。");

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
        var remedy = nearest.Count == 0 ? "行首写 依据、条件、奖补 这样的词；接着上一行写的算式，上一行以 且、+、* 这样的词或逗号结尾。" : $"是不是「{string.Join("」「", nearest)}」？";
        var found = UnknownKeywordRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), remedy);
        foreach (var word in nearest)
            found = found.WithRename(span, source[span], word);
        return found;
    }

    /// <summary>奖励, 满足, 生效日期: a line begins with what the language calls otherwise.</summary>
    public static Diagnostic OtherKeyword(SourceText source, TextSpan span, string ours) =>
        UnknownKeywordRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), $"写成「{ours}」。").WithFix($"改为「{ours}」", new TextEdit(span, ours));

    /// <summary>第一条 …, 1. …, （一）…: a paragraph numbered as in the document.</summary>
    public static Diagnostic NumberedText(SourceText source, TextSpan span, string title)
    {
        var number = source[span].Trim('第', '条', '.', '．', '、', '(', ')', '（', '）');
        var found = UnknownKeywordRule.At(source, span, source[span], $"条款的开头写「条款 编号 标题」，如 条款 {number} {(title.Length == 0 ? "研发补贴" : LexicalDiagnostics.Shorten(title))}。");
        return found.WithFix($"改为「条款 {number}」", new TextEdit(span, title.Length == 0 ? $"条款 {number}" : $"条款 {number} "));
    }

    /// <summary>条款3.1: a keyword that touches what follows.</summary>
    public static Diagnostic GluedKeyword(SourceText source, TextSpan keyword, string word) =>
        GluedKeywordRule.At(source, keyword, word).WithFix("补上空格", new TextEdit(new(keyword.End, 0), " "));

    /// <summary>A keyword in a block where it may not stand.</summary>
    public static Diagnostic MisplacedKeyword(SourceText source, TextSpan span, LineKeyword keyword, BlockKinds block) =>
        MisplacedKeywordRule.At(source, span, keyword.Word, SyntaxFacts.BlockWords(block), SyntaxFacts.BlockWords(keyword.Within), HeaderSample(keyword.Within));

    private static string HeaderSample(BlockKinds within) =>
        (within & BlockKinds.Clause) != 0 ? "条款 1 研发补贴" : (within & BlockKinds.Policy) != 0 ? "政策 标题" : (within & BlockKinds.Data) != 0 ? "数据 企业"
        : (within & BlockKinds.Example) != 0 ? "算例 条款 1" : $"{SyntaxFacts.BlockWords(within).Split('、')[0]} 1 标题";

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
    public static Diagnostic MissingExpression(SourceText source, TextSpan span, SyntaxToken before)
    {
        var word = LexicalDiagnostics.Shorten(before.Text);
        return before.Kind switch
        {
            SyntaxKind.LineKeyword => MissingExpressionRule.At(source, span, $"「{word}」后面没有内容。", $"在「{word}」后面写上内容；用不着的，删去这一行。"),
            SyntaxKind.Pipe => MissingExpressionRule.At(source, span, "这一格写的看不懂。", "格子里写一个值、一个界限（如 超过 100万元）或一段（如 100万元..500万元）；不论什么情形的写「-」。"),
            SyntaxKind.Equals or SyntaxKind.Colon => MissingExpressionRule.At(source, span, $"「{word}」后面没有内容。", $"在「{word}」后面写上数、名称或算式。"),
            _ => MissingExpressionRule.At(source, span, $"「{word}」后面没有内容。", $"在「{word}」后面补上；多写了「{word}」的，删去它。"),
        };
    }

    /// <summary>达到 100万元 且 低于 500万元: what is compared is said once only.</summary>
    public static Diagnostic NothingCompared(SourceText source, SyntaxToken comparison, string compared)
    {
        var name = LexicalDiagnostics.Shorten(compared);
        return MissingExpressionRule.At(source, comparison.Span, $"「{comparison.Text}」前面没有写是什么相比。", $"每个比较都写全，如 {name} {comparison.Text} …。")
            .WithFix($"补上「{name}」", new TextEdit(new(comparison.Span.Start, 0), compared + " "));
    }

    /// <summary>| 否则 | 5万元 |.</summary>
    public static Diagnostic OtherwiseInCell(SourceText source, SyntaxToken word) =>
        MissingExpressionRule.At(source, word.Span, $"表里不写「{word.Text}」。", "其余情形写出来（如 低于 100万元）；不论什么情形的格写「-」。");

    /// <summary>|---|---|.</summary>
    public static Diagnostic RuleInTable(SourceText source, TextSpan row)
    {
        var line = source.LineSpan(source.PositionOf(row.Start).Line);
        var next = line.End < source.Content.Length ? line.End + 1 : line.End;
        return MissingExpressionRule.At(source, row, "表头下面不画横线。", "删去这一行。").WithFix("删去这一行", new TextEdit(TextSpan.FromBounds(line.Start, next), ""));
    }

    /// <summary>Two operands in a row.</summary>
    public static Diagnostic MissingOperator(SourceText source, SyntaxToken before, SyntaxToken found)
    {
        var (left, right) = (LexicalDiagnostics.Shorten(before.Text), LexicalDiagnostics.Shorten(found.Text));
        var finding = MissingOperatorRule.At(source, found.Span, left, right, Relation(before, found, left, right));
        var between = TextSpan.FromBounds(before.Span.End, found.Span.Start);
        return (before.Kind, found.Kind) switch
        {
            // 单位性质 是 企业: said as in speech.
            (SyntaxKind.Name, SyntaxKind.YesKeyword) => finding,
            // 设备 投资额: one name, typed with a space.
            (SyntaxKind.Name, SyntaxKind.Name) => finding with { Fixes = [new($"去掉空格，写成「{Excerpt.Of(before.Text + found.Text)}」", [new TextEdit(between, "")]) { IsGuess = true, Needs = before.Value + found.Value }] },
            _ => finding,
        };
    }

    private static string Relation(SyntaxToken before, SyntaxToken found, string left, string right) => (before.Kind, found.Kind) switch
    {
        (_, SyntaxKind.YesKeyword) => $"写成比较，如 {left} = 是。",
        (_, SyntaxKind.OpenParenthesis) => "删去括号里的说明（写成注释 // …）；是乘的，写 * (…)。",
        (_, SyntaxKind.OpenBracket) => $"几个值之一写 {left} 属于 [甲, 乙]；函数的括号用 ( )。",
        (SyntaxKind.Name, SyntaxKind.Name) => $"两个都要满足的写 {left} 且 {right}，满足一个的写 {left} 或 {right}；本来是一个名称的，去掉中间的空格。",
        (SyntaxKind.Name, SyntaxKind.NumberLiteral) => $"比较的写 {left} 达到 {right}（或 超过、低于、=），相乘的写 {left} * {right}。",
        (SyntaxKind.Name, _) when IsLiteral(found.Kind) => $"比较的写 {left} = {right}，先后的写 {left} >= {right} 或 {left} < {right}。",
        _ when EndsFigure(before.Kind) && found.Kind == SyntaxKind.Name => $"「{right}」是说明的，写成注释 // …；要一起算的，写上 +、* 或 且。",
        _ => "补上 且、或、超过、= 或 +、*；几个值之间写逗号。",
    };

    private static bool IsLiteral(SyntaxKind kind) => kind is SyntaxKind.DateLiteral or SyntaxKind.YearLiteral or SyntaxKind.TextLiteral;

    private static bool EndsFigure(SyntaxKind kind) => IsLiteral(kind) || kind is SyntaxKind.NumberLiteral or SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix;

    /// <summary>每人 800元: a price in the words of documents.</summary>
    public static Diagnostic PriceInWords(SourceText source, SyntaxToken each, SyntaxToken figure) =>
        InWords(source, TextSpan.FromBounds(each.Span.Start, figure.Span.End), UnitPhrases.Price(each.Value, figure.Text));

    /// <summary>A phrase of documents that can be written in several ways, or needs something that is not said.</summary>
    public static Diagnostic InWords(SourceText source, TextSpan span, string way) => InWordsRule.At(source, span, source[span], way);

    /// <summary>Two members of a list without a comma.</summary>
    public static Diagnostic MissingComma(SourceText source, SyntaxToken before, SyntaxToken found) =>
        MissingOperatorRule.At(source, found.Span, LexicalDiagnostics.Shorten(before.Text), LexicalDiagnostics.Shorten(found.Text), "几个值之间写逗号。")
            .WithFix("补上逗号", new TextEdit(TextSpan.FromBounds(before.Span.End, found.Span.Start), ", "));

    /// <summary>A second value on a line of one value.</summary>
    public static Diagnostic TwoValues(SourceText source, SyntaxToken second) => TwoValuesRule.At(source, second.Span, LexicalDiagnostics.Shorten(second.Text));

    /// <summary>Something behind the end of a line's content.</summary>
    public static Diagnostic ExtraText(SourceText source, SyntaxToken first, int end, string remedy = "删去后面的内容；是说明的，写成注释 // …。") =>
        ExtraTextRule.At(source, TextSpan.FromBounds(first.Span.Start, end), LexicalDiagnostics.Shorten(first.Text), remedy);

    /// <summary>条件 甲，乙: a comma between two conditions.</summary>
    /// <param name="source">The file.</param>
    /// <param name="comma">The comma.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="compared">What the condition before compares; null where it compares nothing.</param>
    /// <param name="next">What stands behind the comma.</param>
    public static Diagnostic CommaForAnd(SourceText source, SyntaxToken comma, int end, TextSpan? compared, SyntaxToken next)
    {
        if (comma.Span.End == end)
            return ExtraText(source, comma, end, $"删去「{comma.Text}」。").WithFix($"删去「{comma.Text}」", new TextEdit(comma.Span, ""));
        var found = ExtraText(source, comma, end, "两个条件都要满足的，改为「且」；满足一个就行的，改为「或」。");
        var glued = next.Kind == SyntaxKind.Name ? SyntaxFacts.ComparisonBefore(next.Value) : null;
        if (glued is null && !(next.Kind is >= SyntaxKind.Equals and <= SyntaxKind.LessOrEqual))
            return found.WithFix("改为「且」", new TextEdit(comma.Span, " 且 ")).WithFix("改为「或」", new TextEdit(comma.Span, " 或 "));
        // 达到 100万元，低于 500万元: the rest says what it compares by what stands before.
        if (compared is not { } left)
            return found;
        var written = source[left];
        return found.WithFix($"改为「且 {LexicalDiagnostics.Shorten(written)}」", new TextEdit(TextSpan.FromBounds(comma.Span.Start, glued is null ? next.Span.Start : next.Span.Start + glued.Length), $" 且 {written} {(glued is null ? "" : glued + " ")}"));
    }

    /// <summary>注册区县 = 渝中区、江津区.</summary>
    public static Diagnostic SeveralValues(SourceText source, SyntaxToken equals, SyntaxToken first, int end)
    {
        var values = source[TextSpan.FromBounds(first.Span.Start, end)];
        return ExtraTextRule.At(source, TextSpan.FromBounds(first.Span.End, end), LexicalDiagnostics.Shorten(source[TextSpan.FromBounds(first.Span.End, end)]), $"几个值之一写成 属于 [{LexicalDiagnostics.Shorten(values)}]。")
            .WithFix("改为「属于 […]」", new TextEdit(equals.Span, "属于"), new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));
    }

    /// <summary>| 软件业、制造业 | in a table.</summary>
    public static Diagnostic ListInCell(SourceText source, SyntaxToken first, SyntaxToken comma, int end) =>
        ExtraText(source, comma, end, "一格里有几个值的，写在方括号里，如 [软件业, 制造业]。").WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));

    /// <summary>范围 注册区县 = 渝中区: a condition on the line of the header.</summary>
    public static Diagnostic ConditionBesideScope(SourceText source, int start, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        return ExtraTextRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), "「范围」单独一行，条件在下面另起一行写。").WithFix("另起一行", new TextEdit(new(start, 0), "\n  "));
    }

    /// <summary>No name where one must stand.</summary>
    public static Diagnostic MissingName(SourceText source, TextSpan span) => MissingNameRule.At(source, span);

    /// <summary>No = or : or 则 where one must stand.</summary>
    public static Diagnostic MissingSign(SourceText source, TextSpan span, string sign, int position, SyntaxToken found)
    {
        if (sign == "否则")
            return MissingSignRule.At(source, span, sign, "写明条件不成立时给多少，如 否则 0元。").WithGuess("补上「否则 0元」", new TextEdit(new(position, 0), " 否则 0元"));
        if (sign == "属于")
            return MissingSignRule.At(source, span, sign, "写明是谁的明细，如 明细 科技项目 属于 企业。");
        // Another sign in its place is replaced: 令 额度：…, 研发费用 = 金额, 若 甲，则 ….
        if (sign is "=" or ":" && found.Kind is SyntaxKind.Colon or SyntaxKind.Equals)
            return MissingSignRule.At(source, span, sign, $"把「{found.Text}」改为「{sign}」。").WithFix($"改为「{sign}」", new TextEdit(found.Span, $" {sign} "));
        if (sign == "则" && found.Kind == SyntaxKind.Comma)
            return MissingSignRule.At(source, span, sign, $"写成 若 条件 则 金额 否则 金额，中间不写「{found.Text}」。");
        var finding = MissingSignRule.At(source, span, sign, $"补上「{sign}」。");
        // Only before something that may follow the sign.
        return found.Kind is SyntaxKind.Name or SyntaxKind.NumberLiteral or SyntaxKind.OpenParenthesis or SyntaxKind.IfKeyword or SyntaxKind.YesKeyword or SyntaxKind.NoKeyword or SyntaxKind.RatioLiteral or SyntaxKind.DateLiteral or SyntaxKind.TextLiteral or SyntaxKind.YearLiteral or SyntaxKind.Pipe
            or SyntaxKind.OpenBracket && !OfficialWords.Contains(found.Value)
            ? finding.WithFix($"补上「{sign}」", new TextEdit(TextSpan.FromBounds(position, found.StartsLine ? position : found.Span.Start), $" {sign} ")) : finding;
    }

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
    public static Diagnostic LooseSuffix(SourceText source, SyntaxToken suffix, bool isReached = false) =>
        isReached ? LooseSuffixRule.At(source, suffix.Span, suffix.Text, $"「满」已经含有本数，删去「{suffix.Text}」。").WithFix($"删去「{suffix.Text}」", new TextEdit(suffix.Span, ""))
            : LooseSuffixRule.At(source, suffix.Span, suffix.Text, suffix.Kind == SyntaxKind.OrMoreSuffix ? "写全要比较的事实，如 研发人员数 50人以上。" : "写全要比较的事实，如 研发人员数 50人以下。");

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
    public static Diagnostic UnknownMode(SourceText source, TextSpan span, string keyword, string choices, string sample) => UnknownModeRule.At(source, span, keyword, choices, sample);

    /// <summary>频次 每年一次: none of the words of 频次, up to the end of the line.</summary>
    public static Diagnostic UnknownFrequency(SourceText source, TextSpan span, string keyword, int end)
    {
        var found = UnknownMode(source, span, keyword, "一次性、每次 或 每年", "频次 一次性、频次 每年、频次 每年 最多 3年；有 每个 的，可写 频次 每次");
        if (span.Length == 0)
            return found;
        var written = TextSpan.FromBounds(span.Start, end);
        var text = source[written].TrimStart('=', '＝', ' ');
        // 每年最多3年, 每年不超过50万元: without what stands behind 每年 the limit would be lost.
        if (FrequencyLimit().Match(text) is { Success: true } limit)
            return found.WithFix($"改为「每年 最多 {limit.Groups["years"].Value}」", new TextEdit(written, $"每年 最多 {limit.Groups["years"].Value}"));
        if (FrequencyRest().IsMatch(text))
            return found;
        // 每次 asks for 每个: it is offered only where it was written.
        var meant = SyntaxFacts.FrequencyModes.Where(mode => text.StartsWith(mode, StringComparison.Ordinal)).ToList();
        foreach (var mode in meant.Count > 0 ? meant : ["一次性", "每年"])
            found = found.WithFix($"改为「{mode}」", new TextEdit(written, mode));
        return found;
    }

    // 每年最多3年, 每年不超过3年, 每年最长3年
    [GeneratedRegex("^每年[,，]?\\s*(?:最多|最长|不超过|至多)\\s*(?<years>[0-9０-９]+年)$", RegexOptions.CultureInvariant)]
    private static partial Regex FrequencyLimit();

    // What says more than how often: figures, 连续, 自, 次年, 分期.
    [GeneratedRegex("[0-9０-９]|连续|自|次年|当年|最多|不超过|累计|分|[二两三四五六七八九十]年", RegexOptions.CultureInvariant)]
    private static partial Regex FrequencyRest();

    /// <summary>核定 最高100万元, 核定 不超过 100万元: no space behind 最高, or another word.</summary>
    public static Diagnostic GluedCeiling(SourceText source, SyntaxToken ceiling, int end)
    {
        var span = TextSpan.FromBounds(ceiling.Span.Start, end);
        var found = UnknownMode(source, span, SyntaxFacts.Approval, "最高 和数额，或什么也不写", $"核定 最高 {CeilingAmount(source[span]) ?? "100万元"}");
        return CeilingAmount(source[span]) is { } amount ? found.WithFix($"改为「最高 {amount}」", new TextEdit(span, "最高 " + amount)) : found;
    }

    /// <summary>「」 in an expression.</summary>
    public static Diagnostic QuoteInExpression(SourceText source, SyntaxToken quote)
    {
        var found = QuoteInExpressionRule.At(source, quote.Span);
        return quote.Value.AsSpan().IndexOfAny("\"\r\n") >= 0 ? found
            : found.WithFixOn(quote.Value, "去掉「」", new TextEdit(quote.Span, quote.Value)).WithFix("改用引号", new TextEdit(quote.Span, $"\"{quote.Value}\""));
    }

    /// <summary>属于 without a list.</summary>
    public static Diagnostic MissingSet(SourceText source, TextSpan span, string operatorText) => MissingSetRule.At(source, span, operatorText, "甲, 乙");

    /// <summary>属于 （甲，乙）.</summary>
    public static Diagnostic RoundSet(SourceText source, string operatorText, SyntaxToken open, SyntaxToken? close)
    {
        var found = MissingSetRule.At(source, close is null ? open.Span : TextSpan.FromBounds(open.Span.Start, close.Span.End), operatorText, close is null ? "甲, 乙" : LexicalDiagnostics.Shorten(source[TextSpan.FromBounds(open.Span.End, close.Span.Start)]));
        return close is null ? found : found.WithFix("改用方括号", new TextEdit(open.Span, "["), new TextEdit(close.Span, "]"));
    }

    /// <summary>名录 区县 = 渝中区、江津区: the values of a list without brackets.</summary>
    public static Diagnostic BareList(SourceText source, SyntaxToken first, int end)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        return MissingSetRule.At(source, span, "=", LexicalDiagnostics.Shorten(source[span])).WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));
    }

    /// <summary>属于 甲, 乙: values without brackets, from the first to the end of the line.</summary>
    public static Diagnostic UnbracketedSet(SourceText source, SyntaxToken operatorToken, SyntaxToken first, int end) =>
        MissingSetRule.At(source, TextSpan.FromBounds(first.Span.Start, end), operatorToken.Text, LexicalDiagnostics.Shorten(source[TextSpan.FromBounds(first.Span.Start, end)]))
            .WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));

    /// <summary>a..b where a single value is wanted.</summary>
    public static Diagnostic StrayRange(SourceText source, SyntaxToken range) => StrayRangeRule.At(source, range.Span, range.Text);

    /// <summary>最高 in a formula, or without 核定: the rest of the line.</summary>
    /// <param name="source">The file.</param>
    /// <param name="first">最高, or 最高100万元.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="formula">The formula before it; null where there is none.</param>
    public static Diagnostic StrayCeiling(SourceText source, SyntaxToken first, int end, TextSpan? formula)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        var found = StrayCeilingRule.At(source, span, CeilingWord(first), CeilingAmount(source[span]) ?? "100万元");
        // Behind 否则 it is not known whether the ceiling is that of the last branch or of all.
        return formula is { } capped && !source[capped].Contains("否则", StringComparison.Ordinal) && CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"写成 min(…, {amount})", new TextEdit(new(capped.Start, 0), "min("), new TextEdit(TextSpan.FromBounds(capped.End, end), $", {amount})"))
            : found;
    }

    /// <summary>奖补 = 最高 100万元: 核定 is left out.</summary>
    public static Diagnostic BareCeiling(SourceText source, SyntaxToken first, int end, bool hasEquals)
    {
        var span = TextSpan.FromBounds(first.Span.Start, end);
        var found = StrayCeilingRule.At(source, span, CeilingWord(first), CeilingAmount(source[span]) ?? "100万元");
        return CeilingAmount(source[span]) is { } amount
            ? found.WithFix($"写成 核定 最高 {amount}", new TextEdit(span, $"{(hasEquals ? "" : "= ")}{SyntaxFacts.Approval} 最高 {amount}"))
            : found;
    }

    private static string CeilingWord(SyntaxToken first) => first.Text.StartsWith("最高", StringComparison.Ordinal) ? "最高" : LexicalDiagnostics.Shorten(first.Text);

    /// <summary>The amount behind 最高, 最高不超过; null where none stands there.</summary>
    private static string? CeilingAmount(string text) => Ceiling().Match(text) is { Success: true } match ? match.Groups["amount"].Value : null;

    [GeneratedRegex("^(?:最高(?:不超过)?|不超过|不高于|不得超过|不多于|至多|最多|封顶|上限为?|总额不超过)\\s*(?<amount>[0-9０-９]+(?:[.．][0-9０-９]+)?[万亿千百]*元)[。；;)）]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Ceiling();

    /// <summary>10 万元.</summary>
    public static Diagnostic SpacedUnit(SourceText source, SyntaxToken number, SyntaxToken unit) =>
        SpacedUnitRule.At(source, TextSpan.FromBounds(number.Span.Start, unit.Span.End), number.Text, unit.Text)
            .WithFix("去掉空格", new TextEdit(TextSpan.FromBounds(number.Span.End, unit.Span.Start), ""));

    /// <summary>已知 甲 = 1; 项目: 乙 = 2: a table behind facts.</summary>
    public static Diagnostic SecondTable(SourceText source, SyntaxToken table) => SecondTableRule.At(source, table.Span, table.Text);

    /// <summary>No type behind a colon.</summary>
    public static Diagnostic MissingType(SourceText source, TextSpan span, SyntaxToken found) =>
        MissingTypeRule.At(source, span, found.Kind is SyntaxKind.YesKeyword or SyntaxKind.NoKeyword ? "填 是 或 否 的，写 是否。"
            : "钱写 金额，百分比写 比率，人数写 人，文字写 文本，填 是 或 否 的写 是否，还有 日期、年度、数；几个值之一的，写 [甲, 乙] 或名录的名称。");

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
