// What a figure in a policy is for, by the line and the words around it: a rate and a ceiling of the same value are two things.
using System.Collections.Immutable;
using Dsl.Values.Quantities;
using Dsl.Semantics.Checks.Figures;
using Dsl.Syntax.Tree;
using Dsl.Values.Functions;

namespace Dsl.Drafting.DraftEvaluation;

/// <summary>What a figure is for.</summary>
public enum FigurePurpose
{
    /// <summary>金额: what is given.</summary>
    Amount,

    /// <summary>比例: the share of an amount that is given.</summary>
    Rate,

    /// <summary>上限 of one award.</summary>
    Cap,

    /// <summary>单位上限.</summary>
    SubjectCap,

    /// <summary>累计上限.</summary>
    TotalCap,

    /// <summary>门槛: what a fact is compared with.</summary>
    Threshold,

    /// <summary>单价: money for each of something.</summary>
    Price,

    /// <summary>期限: years and other spans of time.</summary>
    Period,

    /// <summary>配比和分担.</summary>
    Ratio,

    /// <summary>目标值和规模.</summary>
    Size,
}

/// <summary>Reads the purposes of the figures of a line.</summary>
internal static class FigurePurposes
{
    private static readonly HashSet<string> ComparedBefore =
        ["超过", "达到", "不低于", "不少于", "不超过", "低于", "不足", "不满", "满", ">", ">=", "<", "<=", "≥", "≤", "=", "＞", "＜", "..",
            SyntaxFacts.PerIncrease];

    private static readonly HashSet<string> ComparedAfter = [.. Suffixes.All.Select(static suffix => suffix.Word), "..", "..<"];

    /// <summary>The name of a use, for users.</summary>
    public static string NameOf(FigurePurpose use) => use switch
    {
        FigurePurpose.Amount => "金额",
        FigurePurpose.Rate => "比例",
        FigurePurpose.Cap => "上限",
        FigurePurpose.SubjectCap => "单位上限",
        FigurePurpose.TotalCap => "累计上限",
        FigurePurpose.Threshold => "门槛",
        FigurePurpose.Price => "单价",
        FigurePurpose.Period => "期限",
        FigurePurpose.Ratio => "配比",
        _ => "目标值",
    };

    /// <summary>The figures of a line with what they are for.</summary>
    public static IEnumerable<(string Text, OfficialFigure Figure, FigurePurpose Use)> Of(LineSyntax line)
    {
        ImmutableArray<SyntaxToken> tokens = [.. line.Tokens];
        var ceilingFrom = (line as AwardLine)?.AtMost?.Span.Start ?? int.MaxValue;
        var depth = new Stack<bool>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Text is "(" or "（")
                depth.Push(i > 0 && BuiltinFunctions.Find(tokens[i - 1].Text) is { IsLeast: true });
            else if (tokens[i].Text is ")" or "）" && depth.Count > 0)
                depth.Pop();
            if (ClauseFigure.Read(tokens[i]) is { } figure && !FigureMatching.IsTrivial(figure))
                yield return (tokens[i].Text, figure,
                    PurposeOf(line, tokens, i, figure, tokens[i].Span.Start > ceilingFrom, depth.Count > 0 && depth.Peek()));
        }
    }

    /// <summary>首次 营业收入 超过 1亿元、5亿元 : 10万元、30万元: what stands before the colon.</summary>
    private static bool IsLevel(ImmutableArray<SyntaxToken> tokens, int place)
    {
        var begin = place;
        while (begin >= 0 && tokens[begin].Kind != SyntaxKind.Colon && tokens[begin].Text != SyntaxFacts.ForTheFirstTime)
            begin--;
        return begin >= 0 && tokens[begin].Text == SyntaxFacts.ForTheFirstTime
            && tokens.Skip(place).Any(static token => token.Kind == SyntaxKind.Colon);
    }

    private static FigurePurpose PurposeOf(
        LineSyntax line, ImmutableArray<SyntaxToken> tokens, int place, OfficialFigure figure, bool isCeiling,
        bool isInMin)
    {
        var keyword = line.Keyword?.Value ?? "";
        var (before, after) = (place > 0 ? tokens[place - 1].Text : "", place + 1 < tokens.Length ? tokens[place + 1].Text : "");
        if (keyword is "单位上限")
            return FigurePurpose.SubjectCap;
        if (keyword is "累计上限" or "合计上限")
            return FigurePurpose.TotalCap;
        if (line is IndicatorLine or TargetValueLine || keyword is "规模")
            return FigurePurpose.Size;
        if (line is FrequencyLine || figure.Unit is "年" or "月" or "天")
            return FigurePurpose.Period;
        if (line is ShareLine || figure.Kind == FigureKind.Ratio)
            return FigurePurpose.Ratio;
        if (keyword is "条件" or "排除" || ComparedBefore.Contains(before) || ComparedAfter.Contains(after)
            || IsLevel(tokens, place))
            return FigurePurpose.Threshold;
        if (figure.PerUnit.Length > 0 && figure.PerUnit != "年")
            return FigurePurpose.Price;
        if (figure.Kind == FigureKind.Percent)
            return FigurePurpose.Rate;
        // min(投资额 * 5%, 300万元): an argument by itself cuts what the other one gives.
        var isAlone = after is "," or "，" or ")" or "）" && before is "," or "，" or "(" or "（";
        return isCeiling || (isInMin && isAlone) ? FigurePurpose.Cap
            : before is "-" or "－" ? FigurePurpose.Threshold
            : FigurePurpose.Amount;
    }
}
