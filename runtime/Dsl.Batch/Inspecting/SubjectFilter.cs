// Which subjects of a run are looked for, and under which headings a subject counts: one text for figures and lists, so that they agree.
using Dsl.Facts.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Values.Text;

namespace Dsl.Batch.Inspecting;

/// <summary>Why a subject does not get a clause, or not yet.</summary>
/// <param name="Kind">One of <see cref="Failed"/>, <see cref="Missing"/>, <see cref="Awaited"/>.</param>
/// <param name="Text">The condition, the missing fact, the open decision.</param>
public readonly record struct SubjectReason(string Kind, string Text) : IComparable<SubjectReason>
{
    /// <summary>A condition that does not hold.</summary>
    public const string Failed = "不满足";

    /// <summary>Data that is missing.</summary>
    public const string Missing = "缺少";

    /// <summary>A decision that is open.</summary>
    public const string Awaited = "等待";

    public int CompareTo(SubjectReason other) =>
        string.CompareOrdinal(Kind, other.Kind) is not 0 and var order ? order : string.CompareOrdinal(Text, other.Text);
}

/// <summary>A heading below a clause: 级次 → 区级, or a field with few values → one of them.</summary>
/// <param name="By">By what it is divided.</param>
/// <param name="Value">The part.</param>
public readonly record struct SubjectGroup(string By, string Value) : IComparable<SubjectGroup>
{
    /// <summary>By level (资金).</summary>
    public const string Level = "级次";

    /// <summary>Of whom it is not known.</summary>
    public const string Unknown = "（没有填写）";

    public int CompareTo(SubjectGroup other) =>
        string.CompareOrdinal(By, other.By) is not 0 and var order ? order : string.CompareOrdinal(Value, other.Value);
}

/// <summary>Subjects of a clause.</summary>
/// <param name="PolicyNumber">文号.</param>
/// <param name="ClauseNumber">条款.</param>
public sealed record SubjectFilter(string PolicyNumber, string ClauseNumber)
{
    /// <summary>Their status; null for any.</summary>
    public ClauseStatus? Status { get; init; }

    /// <summary>Under which heading they stand; null for any.</summary>
    public SubjectGroup? Group { get; init; }

    /// <summary>Why they do not get it; null for any.</summary>
    public SubjectReason? Reason { get; init; }

    /// <summary>The result of the clause where the subject is one of those looked for; else null.</summary>
    /// <param name="groups">The headings of the policies.</param>
    /// <param name="facts">The subject.</param>
    /// <param name="result">Its result.</param>
    public ClauseResult? Find(SubjectGroups groups, SubjectFacts facts, SubjectResult result)
    {
        var policy = result.Policies.FirstOrDefault(policy => Identity.Same(policy.Policy.Number, PolicyNumber));
        return policy?.Clauses.FirstOrDefault(clause => Identity.Same(clause.Clause.Number, ClauseNumber)) is { } found
            && (Status is null || Status == found.Status)
            && (Reason is not { } reason || ReasonsOf(found).Contains(reason))
            && (Group is not { } group || groups.Of(facts, found).Any(one => one.Group == group)) ? found : null;
    }

    /// <summary>Why a subject does not get a clause, each once.</summary>
    internal static IEnumerable<SubjectReason> ReasonsOf(ClauseResult result) =>
        result.FailedConditions.Select(index => new SubjectReason(SubjectReason.Failed, result.Clause.Conditions[index].Text))
            .Concat(result.Unknowns.Items.Select(static item => new SubjectReason(
                item.AwaitsDecision ? SubjectReason.Awaited : SubjectReason.Missing, UnknownText.WithoutRow(item))))
            .Distinct();
}
