// Names that are phrases of documents (给予10万元, 研发费用的2倍, 研发费用占营业收入比例, 未依法纳税): how the same is written here.
using System.Text.RegularExpressions;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;
using Dsl.Values.Types;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Phrases of documents that stand where a name should.</summary>
internal sealed partial class OfficialPhrases(DiagnosticSink sink, BindingFrame frame)
{
    private const string AmountPattern = "(?<figure>[0-9]+(?:\\.[0-9]+)?(?:" + Scales.Pattern + ")?元)";

    private const int LongestPhrase = 60;

    // 真, true: what other programs call 是 and 否.
    private static readonly string[] Yes = ["真", "true", "True", "TRUE", "yes", "YES", "有", "对", "已"],
        No = ["假", "false", "False", "FALSE", "no", "NO", "无", "没有"];

    /// <summary>Says how to write a phrase; false where the name is none.</summary>
    public bool TryReport(TextSpan span, string name, Func<DslType, bool>? fits)
    {
        if (name.Length > LongestPhrase)
            return false;
        if (Rewritten(name, fits) is { } written)
        {
            // 按研发费用的15%: the sign after the name is corrected with it.
            var isShare = sink.Source.OffsetOf(span.End) is var end && end < sink.Source.Content.Length && sink.Source.Content[end] == '的';
            var edit = isShare ? new TextEdit(new(span.Start, span.Length + 1), written + " * ") : new TextEdit(span, written);
            sink.Add(NameDiagnostics.PhraseOfDocuments.At(sink.Source, span, sink.Source[span], isShare ? written + " * …" : written,
                edit.NewText.Trim())
                .WithFix($"改为「{edit.NewText.Trim()}」", edit));
            return true;
        }
        if (WayToWrite(name) is not { } way)
            return false;
        var finding = SyntaxDiagnostics.InWords(sink.Source, span, way);
        sink.Add(UnitPrice(span, name) is { } price ? finding.WithFix($"改为「{price}」", new TextEdit(span, price)) : finding);
        return true;
    }

    /// <summary>The same in the language where that is certain; null otherwise.</summary>
    private string? Rewritten(string name, Func<DslType, bool>? fits) =>
        AmountOf(name) ?? FigureOf(name) ?? DayOf(name) ?? TruthOf(name, fits) ?? PartOf(name) ?? ShareOf(name) ?? FieldOf(name);

    /// <summary>给予10万元, 人民币10万元, 核定最高100万元.</summary>
    private static string? AmountOf(string name)
    {
        if (Amount().Match(name) is { Success: true } amount)
            return amount.Groups["figure"].Value;
        return ApprovedAmount().Match(name) is { Success: true } approved ? $"核定 最高 {approved.Groups["figure"].Value}" : null;
    }

    /// <summary>10w元, 壹拾万元, 三成.</summary>
    private static string? FigureOf(string name)
    {
        if (Latin().Match(name) is { Success: true } latin)
            return $"{latin.Groups["figure"].Value}万元";
        if (Tenths().Match(name) is { Success: true } tenths && NumeralWords.Rewrite($"{tenths.Groups["number"].Value}元") is { } tens)
            return $"{tens[..^1]}0%";
        var plain = string.Concat(name.Select(static character =>
            "壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千".IndexOf(character, StringComparison.Ordinal) is var at and >= 0
            && at % 2 == 0
                ? "壹一贰二叁三肆四伍五陆六柒七捌八玖九拾十佰百仟千"[at + 1]
                : character))
            .Replace("元整", "元", StringComparison.Ordinal);
        return plain == name ? null : NumeralWords.Rewrite(plain);
    }

    /// <summary>自2024年1月1日起施行.</summary>
    private static string? DayOf(string name) =>
        From().Match(name) is { Success: true } from && CivilDate.TryParse(from.Groups["day"].Value, DateForms.Text, out var day)
            ? CivilDate.Format(day)
            : null;

    /// <summary>未依法纳税, 是依法纳税; true beside a truth.</summary>
    private string? TruthOf(string name, Func<DslType, bool>? fits)
    {
        if (fits?.Invoke(DslType.Truth) == true)
        {
            if (Array.IndexOf(Yes, name) >= 0)
                return "是";
            if (Array.IndexOf(No, name) >= 0)
                return "否";
        }
        return Negation().Match(name) is { Success: true } negated && IsTruth(negated.Groups["fact"].Value)
            ? $"非 {negated.Groups["fact"].Value}"
            : null;
    }

    private bool IsTruth(string name) => frame.TypeOf(name) is TruthType;

    /// <summary>研发费用的2倍, 研发费用的一半, 研发人员数在50人以上.</summary>
    private string? PartOf(string name)
    {
        var of = name.IndexOf('的', StringComparison.Ordinal);
        if (of > 0 && frame.IsKnownWord(Stripped(name[..of])) && FactorOf(name[(of + 1)..]) is { } factor)
            return $"{Stripped(name[..of])} * {factor}";
        if (Within().Match(name) is { Success: true } within && frame.IsKnownWord(within.Groups["fact"].Value))
            return $"{within.Groups["fact"].Value} {within.Groups["bound"].Value}";
        var stripped = Stripped(name);
        return stripped != name && frame.IsKnownWord(stripped) ? stripped : null;
    }

    private static string Stripped(string name) => Preposition().Replace(name, "");

    private static string? FactorOf(string part) => part switch
    {
        "一半" or "半数" => "50%",
        _ when Times().Match(part) is { Success: true } times => times.Groups["number"].Value,
        _ => NumeralWords.Rewrite(part) is { } figure && (figure.EndsWith('%') || figure.Contains('/', StringComparison.Ordinal)) ? figure
            : FigureOf(part) is { } tenths && tenths.EndsWith('%') ? tenths
            : null,
    };

    /// <summary>研发费用占营业收入比例.</summary>
    private string? ShareOf(string name) =>
        Proportion().Match(name) is { Success: true } share && frame.IsKnownWord(share.Groups["part"].Value)
        && frame.IsKnownWord(share.Groups["whole"].Value)
            ? $"{share.Groups["part"].Value} / {share.Groups["whole"].Value}" : null;

    /// <summary>科技项目的经费 where a row of 科技项目 is at hand; 科技项目数.</summary>
    private string? FieldOf(string name)
    {
        var of = name.IndexOf('的', StringComparison.Ordinal);
        if (of > 0 && frame.Row?.Name == name[..of] && frame.Row.FindField(name[(of + 1)..]) is not null)
            return $"{name[..of]}.{name[(of + 1)..]}";
        return of > 0 && frame.Subject?.Name == name[..of] && frame.Subject.FindField(name[(of + 1)..]) is not null
            ? name[(of + 1)..]
            : null;
    }

    /// <summary>
    /// What to do where the phrase can be written in several ways, or needs something that it does not say; null for no phrase.
    /// </summary>
    private string? WayToWrite(string name)
    {
        if (Price().Match(name) is { Success: true } price)
            return UnitPhrases.Price(price.Groups["each"].Value, price.Groups["figure"].Value, FactOf);
        if (OnceAmount().Match(name) is { Success: true } once)
            return $"写成 {once.Groups["figure"].Value}，另写一行 频次 "
                + $"{(name.StartsWith("一次性", StringComparison.Ordinal) ? "一次性" : "每年")}。";
        if (CeilingAmount().Match(name) is { Success: true } ceiling)
            return $"按算式给的，写成 min(算式, {ceiling.Groups["figure"].Value})；由主管部门核定的，写成 奖补 = 核定 最高 "
                + $"{ceiling.Groups["figure"].Value}。";
        if (name.StartsWith('自') && name.EndsWith("之日起", StringComparison.Ordinal))
            return "写出是哪一天，如 2024-01-01；自印发之日起的，写文件落款的日期。";
        var of = name.IndexOf('的', StringComparison.Ordinal);
        if (of > 0 && frame.Subject?.FindDetail(name[..of]) is { } detail && detail.FindField(name[(of + 1)..]) is { } field)
            return $"要各行之和的写 合计({detail.Name}, {field.Name})；逐行给钱的写一行 每个 {detail.Name}，奖补里写 {field.Name}。";
        return Counted(name) is { } rows ? $"行数写成 计数({rows.Name})。" : null;
    }

    /// <summary>
    /// 研发人员数 * 每人800元: the price of one, where it is multiplied with a fact that counts the same; null elsewhere.
    /// </summary>
    private string? UnitPrice(TextSpan span, string name)
    {
        if (Price().Match(name) is not { Success: true } price || Units.Find(price.Groups["each"].Value[1..]) is not { } unit)
            return null;
        var line = sink.Source.LineSpan(sink.Source.PositionOf(span.Start).Line);
        var factor =
            Before().Match(sink.Source[TextSpan.FromBounds(line.Start, span.Start)]) is { Success: true } left ? left.Groups["fact"].Value
                : Behind().Match(sink.Source[TextSpan.FromBounds(span.End, Math.Max(span.End, line.End))]) is { Success: true } right
                    ? right.Groups["fact"].Value
                : "";
        return frame.TypeOf(factor) is QuantityType { Dimension: var dimension } && dimension == Dimension.Of(unit)
            ? $"{price.Groups["figure"].Value}/{unit.Name}"
            : null;
    }

    private string? FactOf(Unit unit) =>
        (frame.Row?.Fields ?? []).Concat(frame.Subject?.Fields ?? [])
            .FirstOrDefault(field => field.Type is QuantityType { Dimension: var dimension } && dimension == Dimension.Of(unit))
            ?.Name;

    private DetailSymbol? Counted(string name) =>
        Number().Match(name) is { Success: true } number ? frame.Subject?.FindDetail(number.Groups["rows"].Value) : null;

    [GeneratedRegex($"^(?:核定)?(?:给予|奖励|补贴|补助|资助|人民币|合计|总计|共计)+{AmountPattern}(?:整)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Amount();

    [GeneratedRegex($"^核定(?:最高|不超过|最高不超过){AmountPattern}$", RegexOptions.CultureInvariant)]
    private static partial Regex ApprovedAmount();

    [GeneratedRegex("^(?<figure>[0-9]+(?:\\.[0-9]+)?)[wW]元?$", RegexOptions.CultureInvariant)]
    private static partial Regex Latin();

    [GeneratedRegex("^(?<number>[一二三四五六七八九])成$", RegexOptions.CultureInvariant)]
    private static partial Regex Tenths();

    [GeneratedRegex("^自?(?<day>[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)(?:起|起施行|起实施|起执行|施行)?$", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex("^(?:未|不|没有|没|并非|不是)(?<fact>.{2,40})$", RegexOptions.CultureInvariant)]
    private static partial Regex Negation();

    [GeneratedRegex("^(?<fact>.{2,40}?)在?(?<bound>[0-9]+(?:\\.[0-9]+)?[^0-9在]{0,6}(?:" + Suffixes.Pattern + "))$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Within();

    [GeneratedRegex("^(?:按照|按|依照|根据|对|以|其)(?=..)", RegexOptions.CultureInvariant)]
    private static partial Regex Preposition();

    [GeneratedRegex("^(?<number>[0-9]+(?:\\.[0-9]+)?)倍$", RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    [GeneratedRegex("^(?<part>.{2,30}?)占(?<whole>.{2,30}?)的?(?:比例|比重|比率|比)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Proportion();

    [GeneratedRegex($"^(?<each>每[^0-9]{{1,10}}){AmountPattern}$", RegexOptions.CultureInvariant)]
    private static partial Regex Price();

    [GeneratedRegex($"^(?:一次性|每年)(?:给予|奖励|补贴|补助|资助)*{AmountPattern}$", RegexOptions.CultureInvariant)]
    private static partial Regex OnceAmount();

    [GeneratedRegex($"^(?:最高|不超过|最高不超过|最多){AmountPattern}$", RegexOptions.CultureInvariant)]
    private static partial Regex CeilingAmount();

    [GeneratedRegex("(?<fact>[\\p{L}\\p{N}]{1,40})\\s*[*×＊]\\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Before();

    [GeneratedRegex("^\\s*[*×＊]\\s*(?<fact>[\\p{L}\\p{N}]{1,40})", RegexOptions.CultureInvariant)]
    private static partial Regex Behind();

    [GeneratedRegex("^(?<rows>.{2,30}?)(?:数量|个数|件数|项数|数)$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
