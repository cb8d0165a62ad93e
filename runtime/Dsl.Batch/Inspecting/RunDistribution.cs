// How the results of a run divide: clause → status → level, or a field with few values; and why not. Made by evaluating its snapshot again.
using System.Collections.Immutable;
using Dsl.Batch.Results;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Batch.Inspecting;

/// <summary>Some subjects and what they get.</summary>
public sealed class GroupSum
{
    /// <summary>How many.</summary>
    public long Subjects { get; private set; }

    /// <summary>What they get, in yuan.</summary>
    public AmountSum Amount { get; } = new();

    internal void Add(Bounds amount)
    {
        Subjects++;
        Amount.Add(amount);
    }
}

/// <summary>The subjects of a clause that have one status.</summary>
public sealed class StatusDistribution
{
    /// <summary>All of them.</summary>
    public GroupSum All { get; } = new();

    /// <summary>Under headings; a subject paid by two levels counts under both.</summary>
    public SortedDictionary<SubjectGroup, GroupSum> Groups { get; } = [];
}

/// <summary>A clause over all subjects.</summary>
/// <param name="policy">The policy.</param>
/// <param name="clause">The clause.</param>
public sealed class ClauseDistribution(IrPolicy policy, IrClause clause)
{
    /// <summary>文号.</summary>
    public string PolicyNumber { get; } = policy.Number;

    /// <summary>条款.</summary>
    public string ClauseNumber { get; } = clause.Number;

    /// <summary>标题.</summary>
    public string Title { get; } = clause.LegalBasis.Title;

    /// <summary>牵头.</summary>
    public ImmutableArray<string> Lead { get; } = clause.LegalBasis.Lead;

    /// <summary>对象.</summary>
    public string SubjectKind { get; } = clause.Subject.Name;

    /// <summary>By status.</summary>
    public SortedDictionary<ClauseStatus, StatusDistribution> Statuses { get; } = [];

    /// <summary>How many subjects do not get it for which reason.</summary>
    public SortedDictionary<SubjectReason, long> Reasons { get; } = [];

    /// <summary>How many subjects a filter finds; null where that is not counted (a reason together with anything else).</summary>
    public long? CountOf(SubjectFilter filter)
    {
        if (filter.Reason is { } reason)
            return filter is { Status: null, Group: null } ? Reasons.GetValueOrDefault(reason) : null;
        var statuses = Statuses.Where(status => filter.Status is null || filter.Status == status.Key);
        return statuses.Sum(status => filter.Group is not { } group ? status.Value.All.Subjects
            : status.Value.Groups.TryGetValue(group, out var sum) ? sum.Subjects : 0);
    }

    internal void Add(SubjectGroups groups, SubjectFacts facts, ClauseResult result)
    {
        if (!Statuses.TryGetValue(result.Status, out var status))
            Statuses.Add(result.Status, status = new());
        status.All.Add(result.Amount);
        foreach (var (group, amount) in groups.Of(facts, result))
        {
            if (!status.Groups.TryGetValue(group, out var sum))
                status.Groups.Add(group, sum = new());
            sum.Add(amount);
        }
        foreach (var reason in SubjectFilter.ReasonsOf(result))
            Reasons[reason] = Reasons.GetValueOrDefault(reason) + 1;
    }
}

/// <summary>A run, divided.</summary>
public sealed class RunDistribution
{
    private readonly Dictionary<IrClause, ClauseDistribution> _byClause = new(ReferenceEqualityComparer.Instance);

    private RunDistribution(IrProgram program)
    {
        Groups = new(program);
        foreach (var policy in program.Policies)
        {
            foreach (var clause in policy.Clauses.Where(static clause => clause.Kind != ClauseKind.Declaratory))
                _byClause.Add(clause, new(policy, clause));
        }
        Clauses = [.. _byClause.Values];
    }

    /// <summary>The headings of the policies.</summary>
    public SubjectGroups Groups { get; }

    /// <summary>The clauses, in the order of the policies.</summary>
    public ImmutableArray<ClauseDistribution> Clauses { get; }

    /// <summary>Evaluates a snapshot and divides what comes of it.</summary>
    /// <param name="program">The policies.</param>
    /// <param name="results">The snapshot.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="SnapshotUnreadableException">It cannot be read.</exception>
    public static RunDistribution Of(IrProgram program, SnapshotResults results, CancellationToken cancellation)
    {
        var distribution = new RunDistribution(program);
        for (var part = 1; part <= results.PartCount; part++)
        {
            foreach (var subject in results.Of(part, null, cancellation))
            {
                foreach (var clause in subject.Result.Policies.SelectMany(static policy => policy.Clauses))
                    distribution._byClause[clause.Clause].Add(distribution.Groups, subject.Facts, clause);
            }
        }
        distribution._byClause.Clear();
        return distribution;
    }

    /// <summary>A clause; null where there is none.</summary>
    public ClauseDistribution? Find(string policy, string clause) => Clauses.FirstOrDefault(found =>
        Identity.Same(found.PolicyNumber, policy) && Identity.Same(found.ClauseNumber, clause));
}
