// The text of a hover, as Markdown.
using System.Text.RegularExpressions;
using Dsl.Compiler;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.LanguageServer.Features.Hover;

/// <param name="Span">What it is about.</param>
/// <param name="Markdown">What is said.</param>
internal sealed partial record HoverText(TextSpan Span, string Markdown)
{
    /// <summary>What is said at a place; null for nothing.</summary>
    public static HoverText? At(Snapshot snapshot, string path, int offset)
    {
        if (snapshot.TreeOf(path) is not { } tree)
            return null;
        if (snapshot.Names.At(path, offset) is { } name)
            return new(name.Span, SymbolText.Of(snapshot, name.Symbol));
        return TreePath.To(tree, offset) is { } place ? OfToken(snapshot, path, place, offset) : OfComment(tree.Source, offset);
    }

    private static HoverText? OfToken(Snapshot snapshot, string path, TreePath place, int offset)
    {
        var token = place.Token;
        var text = token.Kind switch
        {
            SyntaxKind.LineKeyword => Keyword(place),
            SyntaxKind.NumberLiteral => Number(snapshot, path, token),
            SyntaxKind.Quote => Quote(snapshot, path, token, offset),
            _ when place.Nodes[^1] is CallExpression { Name.Value: SyntaxFacts.Progressive } known && known.Name == token =>
                $"**超额累进** {ProgressiveText.Summary}",
            _ when place.Nodes[^1] is CallExpression { Name.Value: var known } history && history.Name == token
                && SyntaxFacts.HistoryFunctions.Contains(known) => $"**{known}(条款 n)** {HistoryTexts.Of(known)}",
            _ when place.Nodes[^1] is CallExpression call && call.Name == token => Function(token.Value),
            SyntaxKind.Name => Intrinsic(snapshot, path, token.Value),
            _ => Comparison(token.Kind),
        };
        return text is null ? null : new(token.Span, text);
    }

    private static string? Keyword(TreePath place)
    {
        var word = place.Token.Value;
        var isUnlimitedScope = word == SyntaxFacts.ScopeUnlimited.Word && place.Line is not null;
        return (isUnlimitedScope ? SyntaxFacts.ScopeUnlimited : SyntaxFacts.FindLineKeyword(word)) is { } keyword
            ? $"**{keyword.Word}** {keyword.Summary}" + (keyword.Repeatable && keyword.Opens == BlockKinds.None ? "可以写几行。" : "")
            : null;
    }

    private static string? Number(Snapshot snapshot, string path, SyntaxToken token)
    {
        if (token.Number is not { } number)
            return null;
        var type = new LiteralTypes(snapshot, path).Of(token);
        var taken = NumberText.TakenUnit(number, type);
        var digits = NumberText.WrittenOut(number)
            ?? (QuantityFormat.Decimal(number.Figure) is { } plain && number is { Unit: not ("%" or "‰"), PerScale: "" }
                ? plain + number.Unit + (number.PerUnit.Length > 0 ? "/" + number.PerUnit : "")
                : token.Text);
        var kind = type switch
        {
            QuantityType { IsMoney: true } => "金额",
            QuantityType { IsRatio: true } => "比率",
            QuantityType { IsBare: true } or null => null,
            _ => type.DisplayName,
        };
        return $"`{token.Text}` = **{digits}{(taken is null ? "" : taken)}**"
            + (taken is null ? "" : $"\n\n没有写单位，按「{taken}」理解。") + (kind is null ? "" : $"\n\n类型：{kind}");
    }

    private static string? Quote(Snapshot snapshot, string path, SyntaxToken token, int offset)
    {
        if (snapshot.PolicyOf(path)?.OfficialTextPath is null)
            return "政策没有写 原文，引文没有核对。";
        if (Quotes.DocumentOf(snapshot, path) is not { } document)
            return null;
        if (Quotes.Find(document, token, offset) is not { } found)
            return "**原文里没有这句话。** 引文要与原文逐字相同。";
        var (source, lines) =
            (document.Source, (First: document.Source.PositionOf(found.Start).Line, Last: document.Source.PositionOf(found.End).Line));
        var (start, end) = (source.LineSpan(lines.First).Start, source.LineSpan(lines.Last).End);
        var around = MarkdownText.Escape(source[TextSpan.FromBounds(start, found.Start)])
            + $"**{MarkdownText.Escape(source[found].Trim())}**" + MarkdownText.Escape(source[TextSpan.FromBounds(found.End, end)]);
        return $"{MarkdownText.OneLine(around)}\n\n*{PathText.NameOf(source.Path)} 第 {lines.First + 1} 行*";
    }

    /// <summary>What a function does, with an example and its result.</summary>
    internal static string? Function(string name)
    {
        if (AggregateFunctions.Find(name) is { } aggregate)
        {
            var (signature, sample) = aggregate.TakesSelector
                ? ("(明细, 值[, 条件])", "(科技项目, 上年度国拨经费, 承担方式 = 牵头)")
                : ("(明细[, 条件])", "(科技项目, 承担方式 = 牵头)");
            return $"```policy\n{aggregate.Name}{signature}\n```\n{aggregate.Summary}\n\n例：`{aggregate.Name}{sample}`";
        }
        if (BuiltinFunctions.Find(name) is not { } function)
            return null;
        var rest = function.MaxArity == int.MaxValue ? ", …" : "";
        var parameters =
            string.Join(", ", function.Parameters.Select((parameter, index) => index < function.MinArity ? parameter : $"[{parameter}]"));
        var other = function.Aliases.IsEmpty ? "" : $"\n\n也可以写 {string.Join('、', function.Aliases)}。";
        return $"```policy\n{function.Name}({parameters}{rest})\n```\n{function.Summary}{other}\n\n"
            + string.Join("\n\n", function.Examples.Take(2).Select(static example => $"例：`{example.Expression}` = `{example.Result}`"));
    }

    private static string? Intrinsic(Snapshot snapshot, string path, string word)
    {
        var policy = snapshot.PolicyOf(path);
        var context = snapshot.Policies.Context(null, null, snapshot.Today);
        return word switch
        {
            IntrinsicNames.AsOfDate => $"**测算日** 以哪一天计算。现在是 {CivilDate.Format(context.AsOf)}。",
            IntrinsicNames.ApplicationYear => $"**年度** 申报年度。现在是 {context.Year}年度。",
            IntrinsicNames.EffectiveDate =>
                "**施行日期** 本政策的施行日期" + (policy?.EffectiveDate is { } date ? $"：{CivilDate.Format(date)}。" : "。"),
            BoundWindow.NumberOfYear => "**第几年** 频次写的期间里，申报年度是第几年；写 第6年起 的，从 6年 数起。",
            BoundHistory.MonthsLeft or BoundHistory.QuantityLeft => $"**{word}** {HistoryTexts.Of(word)}",
            BoundWindow.MonthsOfYear => "**当年月数** 频次写的按月的期间，落在申报年度里的整月数，0 至 12个月。",
            IntrinsicNames.Award => "**奖补** 条款算出的金额；有 每个 的条款，是每一行的金额。",
            _ => YearText.Of(word) ?? ReferenceText.Of(word),
        };
    }

    private static string? Comparison(SyntaxKind kind) => kind switch
    {
        SyntaxKind.Greater => "**超过** 不含本数。",
        SyntaxKind.GreaterOrEqual => "**达到、不低于、不少于** 含本数。",
        SyntaxKind.Less => "**低于、不足、不满** 不含本数。",
        SyntaxKind.LessOrEqual => "**不超过** 含本数。",
        SyntaxKind.OrMoreSuffix => "**以上** 含本数。",
        SyntaxKind.OrLessSuffix => "**以下、以内** 含本数。",
        SyntaxKind.ReachedKeyword => "**满** 日期加这段时间不晚于测算日；满的当天算满。",
        SyntaxKind.EtcKeyword => "**等** 列举没有列全：没有列出的既不是「是」也不是「否」，等主管部门认定。",
        SyntaxKind.InKeyword => "**属于** 是其中之一。",
        SyntaxKind.NotInKeyword => "**不属于** 不是其中任何一个。",
        _ => null,
    };

    [GeneratedRegex("DSL[0-9]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    /// <summary>The title of a code in a comment: // 忽略 DSL3005 原因.</summary>
    private static HoverText? OfComment(SourceText source, int offset)
    {
        var line = source.LineSpan(source.PositionOf(offset).Line);
        var start = source.OffsetOf(line.Start);
        foreach (var match in Code().EnumerateMatches(source[line]))
        {
            var span = source.SpanBetween(start + match.Index, start + match.Index + match.Length);
            if (span.Touches(offset) && DiagnosticPages.Find(source[span]) is { } page)
                return new(span, $"**{DiagnosticPages.Title(source[span])}**\n\n{MarkdownText.Lead(page)}");
        }
        return null;
    }
}

internal static class MarkdownText
{
    /// <summary>Text that Markdown takes as it is.</summary>
    public static string Escape(string text) =>
        string.Concat(text.Select(static character =>
            character is '*' or '_' or '`' or '[' or ']' or '<' or '>' or '#' or '|' or '\\' ? $"\\{character}" : character.ToString()));

    /// <summary>Line ends as they are in a paragraph.</summary>
    public static string OneLine(string text) => string.Join("", text.Split('\n').Select(static line => line.Trim())).Trim();

    /// <summary>The first paragraph below the title of a page.</summary>
    public static string Lead(string page) => page.Split("\n\n", 3) is [_, var lead, ..] ? lead.Trim() : "";
}
