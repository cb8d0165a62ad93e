// Facts by year as proposals.
using Dsl.Semantics.Symbols;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>本年 and 上年, and what may follow their dot.</summary>
internal static class YearFacts
{
    /// <summary>本年.</summary>
    public const string ThisYear = "本年";

    /// <summary>上年.</summary>
    public const string LastYear = "上年";

    /// <summary>The facts by year of the subject.</summary>
    public static IEnumerable<FieldSymbol> Of(NamesInSight names) => names.Subject?.Details.Where(static detail => detail.Year is not null)
        .SelectMany(static detail => detail.Fields.Where(static field => !field.IsKey)) ?? [];

    /// <summary>本年. and 上年. where there are any.</summary>
    public static IEnumerable<Candidate> Words(NamesInSight names) => !Of(names).Any() ? [] :
    [
        new Candidate(ThisYear, CandidateKind.Constant, 4) { Insert = ThisYear + ".", Documentation = Hover.YearText.ThisYear },
        new Candidate(LastYear, CandidateKind.Constant, 4) { Insert = LastYear + ".", Documentation = Hover.YearText.LastYear },
    ];
}
