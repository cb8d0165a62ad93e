// The amount of an award with all that limits it.
using System.Collections.Immutable;
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Phrasing;

/// <summary>The amount of an award with what limits it.</summary>
/// <param name="Amount">What follows 奖补 =.</param>
/// <param name="Limits">单位上限 and 累计上限.</param>
/// <param name="Facts">The facts that the limits compute with.</param>
/// <param name="Notes">What has to be decided.</param>
internal sealed record AwardAmount(string Amount, ImmutableArray<DraftLine> Limits, ImmutableArray<Fact> Facts,
    ImmutableArray<string> Notes)
{
    /// <summary>The amount of an award within its terms; null where two of them are for the same.</summary>
    public static AwardAmount? Of(PhraseAward award, PhraseTerms terms, string rowNoun)
    {
        var (limits, facts, notes, own) = (new List<DraftLine>(), new List<Fact>(), new List<string>(), (string?)null);
        // Some years for each of them are not some years for the firm.
        if (award.Counts && terms.Years is not null)
            notes.Add($"「{terms.Years}」是对每一个的还是对申报主体的：以后又有新的还给不给");
        foreach (var ceiling in terms.Ceilings)
        {
            if (ceiling.RowNoun.Length > 0 && ceiling.IsTotal)
                return null;
            if (ceiling.RowNoun.Length > 0 && award.Counts && rowNoun.Length == 0)
            {
                notes.Add($"「{Names.Words(ceiling.Text, 60)}」还没有写进来：每一个有自己的上限，改用「每个」");
                continue;
            }
            var keyword = ceiling.IsTotal ? "累计上限"
                : rowNoun.Length > 0 && ceiling.RowNoun.Length == 0 && ceiling.Facts.Length == 0 && (ceiling.IsOfFirm || !award.Varies)
                    ? "单位上限" : "";
            if (keyword.Length > 0 ? limits.Exists(line => line.Keyword == keyword) : own is not null || !award.Varies)
                return null;
            facts.AddRange(ceiling.Facts);
            if (keyword.Length > 0)
                limits.Add(new(keyword, ceiling.Written));
            else
                own = ceiling.Written;
        }
        if (Cased(award, terms, ref own, facts, notes) is not { } amount)
            return null;
        var counted = Counted(award, terms, amount, ref own, [.. award.Facts, .. facts], notes);
        if (award.Cells.Length > 0 || award.Years > 0)
            notes.AddRange(terms.Raises.Select(static raise => $"「{Names.Words(raise.Text, 60)}」还没有写进来"));
        else if (PhraseLimits.Raised(counted, award.Figure, terms.Raises) is { } changed)
            counted = changed;
        else
            return null;
        facts.AddRange(terms.Raises.SelectMany(static raise => raise.Facts));
        return Capped(award, counted, own) is { } capped ? new(capped, [.. limits], [.. facts], [.. notes]) : null;
    }

    /// <summary>The amount where ceilings differ by case; null where the cases are not those of the award.</summary>
    private static string? Cased(PhraseAward award, PhraseTerms terms, ref string? own, List<Fact> facts, List<string> notes)
    {
        if (terms.CapsByFact.Count == 1 || terms.CapsByFact.Count > 0 && (own is not null || !award.Varies))
            return null;
        if (terms.CapsByFact.Count > 1)
        {
            own = string.Concat(terms.CapsByFact.SkipLast(1).Select(static cap => $"若 {cap.Fact.Name} 则 {cap.Cap} 否则 "))
                + terms.CapsByFact[^1].Cap;
            facts.AddRange(terms.CapsByFact.SkipLast(1).Select(static cap => cap.Fact));
            notes.Add($"「{terms.CapsByFact[^1].Fact.Name}」的上限写成了其他情形的上限，请核对");
        }
        if (terms.CapsByCase is not var (caps, cases, _))
            return award.Amount;
        if (cases is null)
        {
            if (award.Cells.Length != caps.Length || award.Cases is null || own is not null)
                return null;
            return PhraseCases.Table(award.Cases, [.. award.Cells.Zip(caps).Select(static pair => $"min({pair.First}, {pair.Second})")],
                award.IsCeiling)?.Amount;
        }
        if (own is not null || !award.Varies || cases.Names.Length == 0)
            return null;
        own = cases.Choice(caps);
        facts.Add(cases.Fact with { Type = $"[{string.Join(", ", cases.Names)}, 其他]" });
        notes.Add($"「{cases.Names[^1]}」的上限写成了其他情形的上限，请核对");
        return award.Amount;
    }

    /// <summary>The amount where only so many count.</summary>
    private static string Counted(PhraseAward award, PhraseTerms terms, string amount, ref string? own, ImmutableArray<Fact> facts,
        List<string> notes)
    {
        foreach (var (unit, written, text) in terms.Counts)
        {
            var name = facts.FirstOrDefault(fact => fact.Type == unit)?.Name + " * ";
            var most = $"min({name[..^3]}, {written}) * ";
            if (name.Length > 3 && award.Counts && amount.StartsWith(name, StringComparison.Ordinal))
                amount = most + amount[name.Length..];
            else if (name.Length > 3 && own?.StartsWith(name, StringComparison.Ordinal) == true)
                own = most + own[name.Length..];
            else
                notes.Add($"「{Names.Words(text, 60)}」还没有写进来");
        }
        return amount;
    }

    private static string? Capped(PhraseAward award, string amount, string? cap)
    {
        if (award.Decided is var (low, high))
        {
            return (high, cap) switch
            {
                (null, null) => $"核定 最低 {low}",
                (null, _) => $"核定 min({low}, {cap})..{cap}",
                (_, null) => $"核定 {low}..{high}",
                _ => $"核定 min({low}, {cap})..min({high}, {cap})",
            };
        }
        return cap is null ? amount : amount.StartsWith('\n') ? null : $"min({amount}, {cap})";
    }
}
