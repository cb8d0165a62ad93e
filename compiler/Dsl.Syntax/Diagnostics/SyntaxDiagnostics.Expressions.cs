// Mistakes in expressions: what is missing before, between and after operands, and how it is written instead.
using Dsl.Values.Functions;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Syntax.Diagnostics;

public static partial class SyntaxDiagnostics
{
    /// <summary>Nothing where an operand must stand.</summary>
    public static Diagnostic MissingExpression(SourceText source, TextSpan span, SyntaxToken before)
    {
        var word = LexicalDiagnostics.Shorten(before.Text);
        return before.Kind switch
        {
            SyntaxKind.LineKeyword =>
                MissingExpressionRule.At(source, span, $"「{word}」后面没有内容。", $"在「{word}」后面写上内容；用不着的，删去这一行。"),
            SyntaxKind.Pipe => MissingExpressionRule.At(source, span, "这一格写的看不懂。",
                "格子里写一个值、一个界限（如 超过 100万元）或一段（如 100万元..500万元）；不论什么情形的写「-」。"),
            SyntaxKind.Equals or SyntaxKind.Colon =>
                MissingExpressionRule.At(source, span, $"「{word}」后面没有内容。", $"在「{word}」后面写上数、名称或算式。"),
            _ => MissingExpressionRule.At(source, span, $"「{word}」后面没有内容。", $"在「{word}」后面补上；多写了「{word}」的，删去它。"),
        };
    }

    /// <summary>达到 100万元 且 低于 500万元: what is compared is said once only.</summary>
    public static Diagnostic NothingCompared(SourceText source, SyntaxToken comparison, string compared)
    {
        var name = LexicalDiagnostics.Shorten(compared);
        return MissingExpressionRule.At(source, comparison.Span, $"「{comparison.Text}」前面没有写是什么相比。",
            $"每个比较都写全，如 {name} {comparison.Text} …。")
            .WithFix($"补上「{name}」", new TextEdit(new(comparison.Span.Start, 0), compared + " "));
    }

    /// <summary>| 否则 | 5万元 |.</summary>
    public static Diagnostic OtherwiseInCell(SourceText source, SyntaxToken word) =>
        MissingExpressionRule.At(source, word.Span, $"表里不写「{word.Text}」。",
            "其余情形写出来（如 低于 100万元）；不论什么情形的格写「-」。");

    /// <summary>|---|---|.</summary>
    public static Diagnostic RuleInTable(SourceText source, TextSpan row)
    {
        var line = source.LineSpan(source.PositionOf(row.Start).Line);
        var next = source.AddressOf(Math.Min(source.OffsetOf(line.End) + 1, source.Content.Length));
        return MissingExpressionRule.At(source, row, "表头下面不画横线。", "删去这一行。")
            .WithFix("删去这一行", new TextEdit(TextSpan.FromBounds(line.Start, next), ""));
    }

    /// <summary>Two operands in a row.</summary>
    public static Diagnostic MissingOperator(SourceText source, SyntaxToken before, SyntaxToken found, SyntaxKind next)
    {
        var (left, right) = (LexicalDiagnostics.Shorten(before.Text), LexicalDiagnostics.Shorten(found.Text));
        if (Needless(before.Value) is { } needless)
        {
            // Without 一次性 the frequency would be lost.
            var one = MissingOperatorRule.At(source, found.Span, left, right, needless);
            return before.Value is "一次性" or "每年"
                ? one
                : one.WithFix($"删去「{left}」", new TextEdit(TextSpan.FromBounds(before.Span.Start, found.Span.Start), ""));
        }
        if (before.Kind == SyntaxKind.DateLiteral && found.Value.StartsWith('起'))
            return MissingOperatorRule.At(source, found.Span, left, right, $"只写日期，删去「{right}」。")
                .WithFix($"删去「{right}」", new TextEdit(found.Span, ""));
        var remedy = found.Kind == SyntaxKind.NumberLiteral && next is SyntaxKind.Minus or SyntaxKind.Range or SyntaxKind.RangeExclusive
            ? $"一段数写成两个比较，如 {left} 达到 100万元 且 {left} 不超过 500万元。" : Relation(before, found, left, right);
        var finding = MissingOperatorRule.At(source, found.Span, left, right, remedy);
        var between = TextSpan.FromBounds(before.Span.End, found.Span.Start);
        return (before.Kind, found.Kind) switch
        {
            // 设备 投资额: one name, typed with a space.
            (SyntaxKind.Name, SyntaxKind.Name) =>
                finding with { Fixes = [new($"去掉空格，写成「{Excerpt.Of(before.Text + found.Text)}」", [new TextEdit(between, "")])
                    { IsGuess = true, Needs = before.Value + found.Value }] },
            _ => finding,
        };
    }

    // 按 研发费用 * 15%, 给予 10万元, 一次性 10万元.
    private static string? Needless(string word) => word switch
    {
        "按" or "按照" or "给予" or "予以" or "奖励" or "补贴" or "补助" or "资助" or "对" or "以" or "合计" or "共" => $"删去「{word}」。",
        "一次性" => "删去「一次性」，另写一行 频次 一次性。",
        "每年" => "删去「每年」，另写一行 频次 每年。",
        _ => null,
    };

    private static string Relation(SyntaxToken before, SyntaxToken found, string left, string right) => (before.Kind, found.Kind) switch
    {
        (SyntaxKind.Name, _) when BuiltinFunctions.Find(before.Value) is { } function =>
            $"{left} 的内容写在圆括号里，如 {left}({(function.MaxArity > 1 ? "甲, 乙" : "甲")})。",
        (SyntaxKind.Name, _) when AggregateFunctions.Find(before.Value) is not null => $"{left} 的内容写在圆括号里，如 {left}(甲, 乙)。",
        (_, SyntaxKind.Name) when found.Value is "在" => $"在哪一年的写 所在年度({left}) = 年度；在哪一天以前、以后的写 {left} < "
            + $"2024-01-01、{left} > 2024-01-01（含这一天的写 <=、>=）；在几个值里的写 {left} 属于 [甲, 乙]。",
        (_, SyntaxKind.Name) when found.Value is "介于" =>
            $"分成两个比较，如 {left} 达到 100万元 且 {left} 不超过 500万元；日期写如 {left} >= 2024-01-01 且 {left} <= 2024-12-31。",
        (SyntaxKind.Name, SyntaxKind.Name) when SideOf(found.Value) is { } side =>
            $"写成 {left} {side} 2024-01-01 的样子；这一天也算的，写 {side[..1]}=。",
        (_, SyntaxKind.Name) when found.Value is "占" => $"占比写成相除，如 {left} / 营业收入 达到 5%。",
        (_, SyntaxKind.Name) when found.Value is "以后" or "之后" or "起" or "以来" && IsLiteral(before.Kind) =>
            $"从这时起的，写如 登记日期 >= {left}；这一天不算的，写 >。",
        (_, SyntaxKind.Name) when found.Value is "以前" or "之前" or "前" && IsLiteral(before.Kind) =>
            $"在这以前的，写如 登记日期 < {left}；这一天也算的，写 <=。",
        (_, SyntaxKind.YesKeyword) => $"写成比较，如 {left} = 是。",
        (_, SyntaxKind.OpenParenthesis) => "删去括号里的说明（写成注释 // …）；是乘的，写 * (…)。",
        (_, SyntaxKind.OpenBracket) => $"几个值之一写 {left} 属于 [甲, 乙]；函数的括号用 ( )。",
        (SyntaxKind.Name, SyntaxKind.Name) =>
            "两项都要满足的，中间写「且」，满足一项的写「或」；本来是一个名称的，去掉空格；是说明的，写成注释 // …。",
        (SyntaxKind.Name, SyntaxKind.NumberLiteral) => $"比较的写 {left} 达到 {right}（或 超过、低于、=），相乘的写 {left} * {right}。",
        (SyntaxKind.Name, _) when IsLiteral(found.Kind) => $"比较的写 {left} = {right}，先后的写 {left} >= {right} 或 {left} < {right}。",
        _ when EndsFigure(before.Kind) && found.Kind == SyntaxKind.Name =>
            $"「{right}」是说明的，写成注释 // …；要一起算的，写上 +、* 或 且。",
        _ => "补上 且、或、超过、= 或 +、*；几个值之间写逗号。",
    };

    /// <summary>The sign for a word of time: 之前 is before, 以后 from that day on; null for other words.</summary>
    public static string? SideOf(string word) => word switch
    {
        "之前" or "以前" or "前" => "<",
        "之后" or "后" => ">",
        "以后" or "起" or "以来" => ">=",
        _ => null,
    };

    /// <summary>登记日期 在 2021-01-01 之后.</summary>
    public static Diagnostic OnOneSide(SourceText source, SyntaxToken left, SyntaxToken word, SyntaxToken figure, SyntaxToken last,
        string side)
    {
        var meant = $"{left.Text} {side} {figure.Text}";
        return InWordsRule.At(source, TextSpan.FromBounds(word.Span.Start, last.Span.End),
            source[TextSpan.FromBounds(word.Span.Start, last.Span.End)],
            $"写成 {meant}；这一天{(side.Length > 1 ? "不算的，写 " + side[..1] : "也算的，写 " + side + "=")}。")
            .WithGuess($"写成 {meant}", new TextEdit(TextSpan.FromBounds(word.Span.Start, last.Span.End), $"{side} {figure.Text}"));
    }

    /// <summary>营业收入 介于 1000万元 和 5000万元: whether both ends belong to it is not said, so it is no more than a guess.</summary>
    public static Diagnostic Between(SourceText source, SyntaxToken left, SyntaxToken word, SyntaxToken lower, SyntaxToken upper, int end)
    {
        var (from, to) = lower.Kind == SyntaxKind.NumberLiteral ? ("达到", "不超过") : (">=", "<=");
        var (meant, span) = ($"{from} {lower.Text} 且 {left.Text} {to} {upper.Text}", TextSpan.FromBounds(word.Span.Start, end));
        return InWordsRule.At(source, span, source[span],
            $"写成 {left.Text} {meant}；不含两端的，改为 {(lower.Kind == SyntaxKind.NumberLiteral ? "超过、低于" : ">、<")}。")
            .WithGuess($"写成 {left.Text} {meant}", new TextEdit(span, meant));
    }

    /// <summary>指标 营业收入: = alone would not make it a figure of all subjects.</summary>
    public static Diagnostic BareIndicator(SourceText source, SyntaxToken name) =>
        MissingSignRule.At(source, name.Span, "=", $"对全部主体计算的写 指标 = 合计(企业, {LexicalDiagnostics.Shorten(name.Text)}) 或 指标 "
            + $"= 计数(企业, 条件)；从外面报来的写 指标 外部 : 金额。");

    private static bool IsLiteral(SyntaxKind kind) => kind is SyntaxKind.DateLiteral or SyntaxKind.YearLiteral or SyntaxKind.TextLiteral;

    private static bool EndsFigure(SyntaxKind kind) =>
        IsLiteral(kind) || kind is SyntaxKind.NumberLiteral or SyntaxKind.OrMoreSuffix or SyntaxKind.OrLessSuffix;

    /// <summary>每人 800元: a price in the words of documents.</summary>
    public static Diagnostic PriceInWords(SourceText source, SyntaxToken each, SyntaxToken figure) =>
        InWords(source, TextSpan.FromBounds(each.Span.Start, figure.Span.End), UnitPhrases.Price(each.Value, figure.Text));

    /// <summary>A phrase of documents that can be written in several ways, or needs something that is not said.</summary>
    public static Diagnostic InWords(SourceText source, TextSpan span, string way) => InWordsRule.At(source, span, source[span], way);

    /// <summary>Two members of a list without a comma.</summary>
    public static Diagnostic MissingComma(SourceText source, SyntaxToken before, SyntaxToken found) =>
        MissingOperatorRule.At(source, found.Span, LexicalDiagnostics.Shorten(before.Text), LexicalDiagnostics.Shorten(found.Text),
            "几个值之间写逗号。")
            .WithFix("补上逗号", new TextEdit(TextSpan.FromBounds(before.Span.End, found.Span.Start), ", "));

    /// <summary>A second value on a line of one value.</summary>
    public static Diagnostic TwoValues(SourceText source, SyntaxToken second) =>
        TwoValuesRule.At(source, second.Span, LexicalDiagnostics.Shorten(second.Text));

    /// <summary>Tokens after the end of a line's content.</summary>
    public static Diagnostic ExtraText(SourceText source, SyntaxToken first, int end,
        string remedy = "删去后面的内容；是说明的，写成注释 // …。") =>
        ExtraTextRule.At(source, TextSpan.FromBounds(first.Span.Start, end), LexicalDiagnostics.Shorten(first.Text), remedy);

    /// <summary>条件 甲，乙: a comma between two conditions.</summary>
    /// <param name="source">The file.</param>
    /// <param name="end">The end of the line.</param>
    /// <param name="compared">What the condition before compares; null where it compares nothing.</param>
    /// <param name="next">The token after the comma.</param>
    public static Diagnostic CommaForAnd(SourceText source, SyntaxToken comma, int end, TextSpan? compared, SyntaxToken next)
    {
        if (comma.Span.End == end)
            return ExtraText(source, comma, end, $"删去「{comma.Text}」。").WithFix($"删去「{comma.Text}」", new TextEdit(comma.Span, ""));
        var found = ExtraText(source, comma, end, "两个条件都要满足的，改为「且」；满足一个就行的，改为「或」。");
        var glued = next.Kind == SyntaxKind.Name ? SyntaxFacts.ComparisonBefore(next.Value) : null;
        if (glued is null && next.Kind is not (>= SyntaxKind.Equals and <= SyntaxKind.LessOrEqual))
            return found.WithFix("改为「且」", new TextEdit(comma.Span, " 且 ")).WithFix("改为「或」", new TextEdit(comma.Span, " 或 "));
        // 达到 100万元，低于 500万元: the rest says what it compares by what stands before.
        if (compared is not { } left)
            return found;
        var written = source[left];
        return found.WithFix($"改为「且 {LexicalDiagnostics.Shorten(written)}」",
            new TextEdit(TextSpan.FromBounds(comma.Span.Start, glued is null ? next.Span.Start : next.Span.Start + glued.Length),
                $" 且 {written} {(glued is null ? "" : glued + " ")}"));
    }

    /// <summary>注册区县 = 渝中区、江津区.</summary>
    public static Diagnostic SeveralValues(SourceText source, SyntaxToken equals, SyntaxToken first, int end)
    {
        var values = source[TextSpan.FromBounds(first.Span.Start, end)];
        return ExtraTextRule.At(source, TextSpan.FromBounds(first.Span.End, end),
            LexicalDiagnostics.Shorten(source[TextSpan.FromBounds(first.Span.End, end)]),
            $"几个值之一写成 属于 [{LexicalDiagnostics.Shorten(values)}]。")
            .WithFix("改为「属于 […]」", new TextEdit(equals.Span, "属于"), new TextEdit(new(first.Span.Start, 0), "["),
                new TextEdit(new(end, 0), "]"));
    }

    /// <summary>| 软件业、制造业 | in a table.</summary>
    public static Diagnostic ListInCell(SourceText source, SyntaxToken first, SyntaxToken comma, int end) =>
        ExtraText(source, comma, end, "一格里有几个值的，写在方括号里，如 [软件业, 制造业]。")
            .WithFix("加上方括号", new TextEdit(new(first.Span.Start, 0), "["), new TextEdit(new(end, 0), "]"));

    /// <summary>范围 注册区县 = 渝中区: a condition on the line of the header.</summary>
    public static Diagnostic ConditionBesideScope(SourceText source, int start, int end)
    {
        var span = TextSpan.FromBounds(start, end);
        return ExtraTextRule.At(source, span, LexicalDiagnostics.Shorten(source[span]), "「范围」单独一行，条件在下面另起一行写。")
            .WithFix("另起一行", new TextEdit(new(start, 0), "\n  "));
    }

    /// <summary>No = or : or 则 where one must stand.</summary>
    public static Diagnostic MissingSign(SourceText source, TextSpan span, string sign, int position, SyntaxToken found)
    {
        if (sign == "否则")
            return MissingSignRule.At(source, span, sign, "写明条件不成立时给多少，如 否则 0元。")
                .WithGuess("补上「否则 0元」", new TextEdit(new(position, 0), " 否则 0元"));
        if (sign == "属于")
            return MissingSignRule.At(source, span, sign, "写明是谁的明细，如 明细 科技项目 属于 企业。");
        // Another sign in its place is replaced: 令 额度：…, 研发费用 = 金额, 若 甲，则 ….
        if (sign is "=" or ":" && found.Kind is SyntaxKind.Colon or SyntaxKind.Equals)
            return MissingSignRule.At(source, span, sign, $"把「{found.Text}」改为「{sign}」。")
                .WithFix($"改为「{sign}」", new TextEdit(found.Span, $" {sign} "));
        if (sign == "则" && found.Kind == SyntaxKind.Comma)
            return MissingSignRule.At(source, span, sign, $"写成 若 条件 则 金额 否则 金额，中间不写「{found.Text}」。");
        var finding = MissingSignRule.At(source, span, sign, $"补上「{sign}」。");
        // Only before something that may follow the sign.
        return found.Kind is SyntaxKind.Name or SyntaxKind.NumberLiteral or SyntaxKind.OpenParenthesis or SyntaxKind.IfKeyword
            or SyntaxKind.YesKeyword or SyntaxKind.NoKeyword or SyntaxKind.RatioLiteral or SyntaxKind.DateLiteral or SyntaxKind.TextLiteral
            or SyntaxKind.YearLiteral or SyntaxKind.Pipe
            or SyntaxKind.OpenBracket && !OfficialWords.Contains(found.Value)
            ? finding.WithFix($"补上「{sign}」",
                new TextEdit(TextSpan.FromBounds(position, found.StartsLine ? position : found.Span.Start), $" {sign} "))
            : finding;
    }

    /// <summary>若 甲，则 乙，否则 丙.</summary>
    public static Diagnostic CommaInConditional(SourceText source, IReadOnlyList<SyntaxToken> commas, SyntaxToken word)
    {
        var comma = commas.Count > 0 ? commas[0] : word;
        var found = ExtraTextRule.At(source, comma.Span, comma.Text, $"「{word.Text}」前面不写「{comma.Text}」，删去它。");
        return found with { Fixes = [new($"删去「{comma.Text}」", [.. commas.Select(static each => new TextEdit(each.Span, " "))])] };
    }

    /// <summary>a &lt; b &lt; c.</summary>
    public static Diagnostic ChainedComparison(SourceText source, SyntaxToken second, TextSpan middle) =>
        ChainedComparisonRule.At(source, second.Span)
            .WithFix("用「且」分成两个比较", new TextEdit(new(middle.End, 0), $" 且 {source[middle]}"));

    /// <summary>超过 50人以上.</summary>
    public static Diagnostic Contradiction(SourceText source, SyntaxToken operatorToken, SyntaxToken suffix, TextSpan bound)
    {
        var suffixMeaning = suffix.Kind == SyntaxKind.OrMoreSuffix ? "是大于或等于" : "是小于或等于";
        return ContradictionRule
            .At(source, TextSpan.FromBounds(operatorToken.Span.Start, suffix.Span.End), operatorToken.Text, suffix.Text,
                Meaning(operatorToken.Kind), suffixMeaning)
            .WithFix($"去掉「{suffix.Text}」", new TextEdit(suffix.Span, ""))
            .WithFix($"去掉「{operatorToken.Text}」", new TextEdit(TextSpan.FromBounds(operatorToken.Span.Start, bound.Start), ""));
    }

    /// <summary>以上 without a literal, or without something to compare.</summary>
    public static Diagnostic LooseSuffix(SourceText source, SyntaxToken suffix, bool isReached = false) =>
        isReached
            ? LooseSuffixRule.At(source, suffix.Span, suffix.Text, $"「满」已经含有本数，删去「{suffix.Text}」。")
                .WithFix($"删去「{suffix.Text}」", new TextEdit(suffix.Span, ""))
            : LooseSuffixRule.At(source, suffix.Span, suffix.Text,
                suffix.Kind == SyntaxKind.OrMoreSuffix
                    ? "写全要比较的事实，如 研发人员数 50人以上。"
                    : "写全要比较的事实，如 研发人员数 50人以下。");

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
