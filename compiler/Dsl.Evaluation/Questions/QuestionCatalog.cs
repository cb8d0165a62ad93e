// What can be said of questions from the policies alone: which clauses are looked at together, under which topic a fact is asked.
using System.Collections.Frozen;
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;

namespace Dsl.Evaluation.Questions;

/// <summary>The questions of a program, made once. Safe on several threads.</summary>
public sealed class QuestionCatalog
{
    private readonly FrozenDictionary<IrSubject, ImmutableArray<ClauseGroup>> _groups;

    /// <summary>The catalog of a program.</summary>
    public QuestionCatalog(IrProgram program)
    {
        (Program, Uses) = (program, new(program));
        _groups = program.ByAge.SelectMany(static policy => policy.Clauses, static (policy, clause) => (Policy: policy, Clause: clause))
            .Where(static pair => pair.Clause.Kind != ClauseKind.Declaratory)
            .GroupBy(static pair => pair.Clause.Subject)
            .ToFrozenDictionary(static clauses => clauses.Key, static clauses => Joined([.. clauses
                .GroupBy(static pair => pair.Clause is { Contest: { } item, IsStackable: false } ? item : (object)pair.Clause)
                .Select(static group => group.ToList())], [.. clauses]).Select(static group => new ClauseGroup([.. group]))
                .ToImmutableArray());
    }

    /// <summary>The groups, of which those under one 合计上限 are one.</summary>
    private static List<List<(IrPolicy Policy, IrClause Clause)>> Joined(
        List<List<(IrPolicy Policy, IrClause Clause)>> groups, List<(IrPolicy Policy, IrClause Clause)> order)
    {
        foreach (var cap in order.Select(static pair => pair.Policy).Distinct().SelectMany(static policy => policy.JointCaps))
        {
            var together = groups.FindAll(group => group.Exists(pair => cap.Clauses.Contains(pair.Clause)));
            if (together.Count < 2)
                continue;
            groups[groups.IndexOf(together[0])] = [.. together.SelectMany(static group => group).OrderBy(order.IndexOf)];
            groups.RemoveAll(group => together.Contains(group));
        }
        return groups;
    }

    /// <summary>The policies.</summary>
    public IrProgram Program { get; }

    internal FieldUses Uses { get; }

    internal ImmutableArray<ClauseGroup> GroupsOf(IrSubject subject) => _groups.GetValueOrDefault(subject, []);

    /// <summary>The topic of a fact of a subject: it must not depend on what is known.</summary>
    internal string TopicOf(OpenFact fact, IrSubject subject) =>
        fact.Detail?.Name
        ?? (fact.Field is { } field && Uses.Readers(field) is [var only] && only.LegalBasis.Title is { Length: > 0 } title ? title
            : subject.Name);
}

/// <summary>Clauses that are looked at together: those of one 事项, which may compete, those under one 合计上限, or one alone.</summary>
/// <param name="Clauses">In the order of <see cref="IrProgram.ByAge"/>.</param>
internal sealed record ClauseGroup(ImmutableArray<(IrPolicy Policy, IrClause Clause)> Clauses)
{
    /// <summary>What the clauses compare facts with.</summary>
    public Thresholds Thresholds { get; } = new(Clauses.Select(static pair => pair.Clause),
        Clauses.SelectMany(static pair => pair.Policy.ProceduresOf(pair.Clause)).Distinct());

    /// <summary>事项, where it competes with support under other policies; null where it does not.</summary>
    public string? OutsideItem { get; } =
        Clauses.Where(static pair => pair.Clause is { BenefitItem: not null, IsStackable: false }
                && CompetitionResolver.MeetsOutsiders(pair.Policy, pair.Clause))
            .Select(static pair => pair.Clause.BenefitItem).FirstOrDefault();
}
