// Reads the head of a document from the text before its first part and from its signature.
// Text elsewhere, or about another document, is ignored.
using System.Text.RegularExpressions;

namespace Dsl.Drafting.Structure;

internal static partial class HeadReader
{
    /// <summary>A document without marks has its head within this many paragraphs.</summary>
    private const int MostParagraphs = 12;

    /// <summary>A signature at the end stands within this many paragraphs.</summary>
    private const int Tail = 6;

    private const int LongestTitle = 80;

    private const string NoTitle = "（待定：标题）";

    /// <summary>Reads the head of a document.</summary>
    /// <param name="paragraphs">All paragraphs.</param>
    public static DocumentHead Read(IReadOnlyList<string> paragraphs)
    {
        var doubts = new List<string>();
        var marked = paragraphs.TakeWhile(static paragraph => Markers.Read(paragraph) is null).Count();
        List<string> front = [.. paragraphs.Take(marked == paragraphs.Count ? MostParagraphs : marked)];
        var (issuers, dated) = SignatureReader.Read(front)
            ?? SignatureReader.Read([.. paragraphs.Skip(Math.Max(marked, paragraphs.Count - Tail))]) ?? ([], null);
        var title = TitleIn(front);
        if (title == NoTitle)
            doubts.Add("标题，原文开头没有找到");
        var number = NumberIn(front, doubts);
        if (issuers.Count == 0 && Issuer().Match(front.Count > 0 ? front[0] : "") is { Success: true } first)
            issuers = [first.Groups["office"].Value];
        if (issuers.Count == 0)
            doubts.Add("发文机关，原文里没有找到落款");
        if (dated is null)
            doubts.Add("成文日期，原文里没有找到落款的日期，没有写施行日期的先用占位的日期，请改正");
        var (level, region) = PlaceOf(issuers, title, doubts);
        var force = ForceReader.Read(paragraphs, dated, doubts);
        return new DocumentHead
        {
            Title = title,
            Number = number,
            Issuers = issuers,
            Dated = dated,
            Effective = force.Effective,
            EffectiveWords = force.EffectiveWords,
            Expires = force.Expires,
            ExpiryWords = force.ExpiryWords,
            Level = level,
            Region = region,
            Doubts = doubts,
        };
    }

    /// <summary>
    /// 级次 and 地区, from the office that signed; without a signature, from the beginning of the title: 某市某区支持…若干措施.
    /// </summary>
    private static (string? Level, string? Region) PlaceOf(List<string> issuers, string title, List<string> doubts)
    {
        var office = issuers.Count > 0 ? issuers[0] : title;
        var (level, region) = (Governments.LevelOf(office), Governments.RegionOf(office));
        if (level is null)
            doubts.Add("级次（缺省由哪一级出资：国家级、省级、市级、区级、县级、乡镇、街道），发文机关的名称里没有写");
        else if (issuers.Count == 0)
            doubts.Add("级次和地区是从标题读出的，请与发文机关核对");
        else if (Governments.IsOfEitherLevel(office))
            doubts.Add($"级次，从「{office}」读出；县级市也叫市，新区和开发区的级别各不相同，请核对");
        if (issuers.Exists(other => Governments.RegionOf(other) is { } name && name != region))
            doubts.Add("地区，几个发文机关的地区不同");
        return (level, region);
    }

    private static string TitleIn(List<string> front)
    {
        if (Issued().Match(string.Join('\n', front)) is { Success: true } match)
            return Short(match.Groups["title"].Value);
        var title = front.Take(MostParagraphs)
            .FirstOrDefault(static paragraph => paragraph.Length is > 4 and <= LongestTitle && TitleEnd().IsMatch(paragraph));
        return title is null ? NoTitle : Short(title);
    }

    private static string Short(string title)
    {
        var plain = string.Concat(title
            .Where(static character => !char.IsWhiteSpace(character) && character is not ('《' or '》' or '「' or '」' or '/' or '#')));
        return plain.Length == 0 ? NoTitle : plain[..Math.Min(plain.Length, LongestTitle)];
    }

    /// <summary>The number on a line of its own, after 文号 or after the title; not one that a sentence mentions.</summary>
    private static string? NumberIn(List<string> front, List<string> doubts)
    {
        var found = new List<string>();
        var others = false;
        foreach (var paragraph in front)
        {
            for (var match = DocumentNumber().Match(paragraph); match.Success; match = match.NextMatch())
            {
                // The title may run into the number: …的通知渝府办发〔2022〕56号.
                var own = CutNumber(match.Value);
                var before = paragraph[..(match.Index + Math.Max(0, match.Value.IndexOf(own[..2], StringComparison.Ordinal)))];
                var after = paragraph[(match.Index + match.Length)..];
                if ((before.Length == 0 || TitleBefore().IsMatch(before)) && (after.Length == 0 || TitleAfter().IsMatch(after)))
                    found.Add(own);
                else
                    others = true;
            }
        }
        found = [.. found.Distinct(StringComparer.Ordinal)];
        if (found is [var only])
            return only;
        doubts.Add(found.Count > 1 ? $"文号，开头有几个（{string.Join('、', found)}）"
            : others ? "文号，开头的文号是文中引用的，没有找到本文件的"
            : "文号，原文里没有找到");
        return null;
    }

    private static string CutNumber(string number)
    {
        var plain = number.Replace(" ", "", StringComparison.Ordinal);
        foreach (var word in (string[])["通知", "意见", "办法", "措施", "文号：", "文号", "字号"])
        {
            if (plain.LastIndexOf(word, StringComparison.Ordinal) is var at and >= 0 && at + word.Length < plain.Length - 6)
                plain = plain[(at + word.Length)..];
        }
        return plain;
    }

    [GeneratedRegex("(?<![《“])关于印发[《<]?(?<title>[^《》。]{4,80}?)[》>]?的\\s*通知", RegexOptions.CultureInvariant)]
    private static partial Regex Issued();

    [GeneratedRegex("(?:措施|办法|意见|通知|规定|政策|方案|计划|细则|决定|条例|若干条|行动)(?:（[^（）]{1,20}）)?$",
        RegexOptions.CultureInvariant)]
    private static partial Regex TitleEnd();

    [GeneratedRegex("^(?<office>[\u4e00-\u9fff]{4,30}?(?:人民政府办公厅|人民政府办公室|人民政府|委员会|管委会|局|厅))(?:关于|\\s|$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Issuer();

    [GeneratedRegex("[\u4e00-\u9fff]{2,16} ?[〔﹝［\\[（(][0-9]{4}[〕﹞］\\]）)] ?[0-9]{1,5} ?号", RegexOptions.CultureInvariant)]
    private static partial Regex DocumentNumber();

    [GeneratedRegex("(?:通知|意见|办法|措施|规定|细则|方案|计划|文号[：:]?|字号[：:]?|[（(])$", RegexOptions.CultureInvariant)]
    private static partial Regex TitleBefore();

    // The addressees, if line breaks are lost; a bracket around the number of the document itself.
    [GeneratedRegex("^(?:[）)]$|各|市|区|县|有关|[\u4e00-\u9fff]{2,30}[：:、，]各)", RegexOptions.CultureInvariant)]
    private static partial Regex TitleAfter();
}
