// The words of 竞合 between clauses that are named.
using System.Collections.Immutable;

namespace Dsl.Syntax.Tree;

/// <summary>Words of 竞合.</summary>
public static class ExclusionWords
{
    /// <summary>从高不重复.</summary>
    public const string Higher = "从高不重复";

    /// <summary>只给一项: the highest one, among rows too.</summary>
    public const string OnlyOne = "只给一项";

    /// <summary>晋级补差: what is higher than what was received.</summary>
    public const string StepUp = "晋级补差";

    /// <summary>择一, before the clauses of which a field names one.</summary>
    public const string Choice = "择一";

    /// <summary>依, before that field.</summary>
    public const string ChosenBy = "依";

    /// <summary>与, between two sides.</summary>
    public const string With = "与";

    /// <summary>不重复享受.</summary>
    public const string NotBoth = "不重复享受";

    /// <summary>本政策内.</summary>
    public const string WithinPolicy = "本政策内";

    /// <summary>Whether the words of a 竞合 line are about clauses that it names, or about a step up.</summary>
    public static bool NamesClauses(IEnumerable<string> words)
    {
        ImmutableArray<string> all = [.. words];
        return all.Any(static word => word is OnlyOne or StepUp or Choice or NotBoth or SyntaxFacts.ClauseKind);
    }
}
