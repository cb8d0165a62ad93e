// A clause from a sentence without amounts of money: beneficiary, conditions, benefit.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Drafting.Blocks;
using Dsl.Drafting.Phrases;

namespace Dsl.Drafting.Shapes;

/// <summary>Makes clauses of sentences without awards.</summary>
internal static partial class OpenClause
{
    /// <summary>Whether a sentence says what is not given, or to whom no longer.</summary>
    public static bool Denies(string sentence) => Denial().IsMatch(sentence);

    /// <summary>A clause that pays.</summary>
    public static DraftBlock Make(SentenceReading sentence, int at, string amount, string kind, ImmutableArray<string> notes)
    {
        var (lines, facts, told) = (new List<DraftLine>(), new List<Fact>(), new List<string>());
        ClauseMaker.AddPayer(lines, sentence, sentence.Text);
        ClauseMaker.AddFrequency(lines, facts, told, sentence.Text, null, sentence.Text);
        var subject = AddConditions(lines, facts, told, sentence, at);
        if (sentence.Figures.Length > 0)
            told.Add("原文的数是否都写进了条件，请核对");
        lines.Add(new("奖补", amount));
        var title = ClauseMaker.TitleOf(sentence.NamesSubject(at) ? subject : "", sentence.Text[at..], sentence.Article.Heading);
        return Block(sentence, title.Contains(kind, StringComparison.Ordinal) || kind.Length == 0 ? title : $"{title}（{kind}）", lines,
            facts, [.. told, .. notes]);
    }

    /// <summary>A clause that gives something else than money.</summary>
    public static DraftBlock Entitle(SentenceReading sentence, int at, string benefit)
    {
        var (lines, facts, told) = (new List<DraftLine>(), new List<Fact>(), new List<string>());
        var subject = AddConditions(lines, facts, told, sentence, at);
        lines.Add(new("享受", benefit));
        var who = sentence.NamesSubject(at) ? Names.Title(subject, "") : "";
        var title =
            who.Length < 3 ? Names.Title(sentence.Article.Heading, Names.Short(Names.Title(sentence.Text, "支持"))) : Names.Short(who);
        return Block(sentence, title, lines, facts, told);
    }

    private static DraftBlock Block(SentenceReading sentence, string title, List<DraftLine> lines, List<Fact> facts, List<string> notes) =>
        new()
        {
            Kind = "条款",
            Title = title,
            Quote = sentence.GoesOn && sentence.Sentence.Before is { Length: > 0 } before ? [before, sentence.Text] : [sentence.Text],
            Lines = [.. lines],
            Facts = [.. facts],
            Notes = [.. notes],
        };

    /// <summary>条件 from whom the words before a place speak of.</summary>
    private static string AddConditions(List<DraftLine> lines, List<Fact> facts, List<string> notes, SentenceReading sentence, int at)
    {
        var thresholds = FigureConditions.In(sentence.Text, sentence.Open, 0, sentence.Text.Length, null);
        var subject = sentence.SubjectBefore(at);
        foreach (var threshold in thresholds)
            subject = subject.Replace(sentence.Text[threshold.Start..threshold.End], "", StringComparison.Ordinal);
        if (sentence.NamesSubject(at) && ClauseMaker.Named(subject) is { } name)
        {
            facts.Add(new Fact(null, name, "是否 认定", subject.Length > Names.Longest ? "原文：" + Names.Title(subject, "") : ""));
            lines.Add(new("条件", name));
        }
        else if (thresholds.Count == 0)
        {
            notes.Add("对象和条件原文没有直接写明，补上「条件」");
        }
        foreach (var threshold in thresholds)
        {
            facts.Add(threshold.Fact);
            lines.Add(new("条件", threshold.Expression));
        }
        sentence.Claim(sentence.Open.Where(static figure => figure.Role == FigureRole.Threshold));
        return subject;
    }

    [GeneratedRegex("不(?:予|再|得|给予|享受|能|可|适用|纳入|列入)|未|取消|停止|除外|已享受|已获得", RegexOptions.CultureInvariant)]
    private static partial Regex Denial();
}
