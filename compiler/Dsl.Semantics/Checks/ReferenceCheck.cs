// Clauses that name other clauses: those have an amount for the same subjects, rows are there, and no clause comes back to itself.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>条款 n 的金额 and 比照 条款 n.</summary>
public sealed class ReferenceCheck : ICheck
{
    // Clauses are computed one within the other.
    private const int MostDeep = 20;

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules =>
        [ReferenceDiagnostics.Cycle, ReferenceDiagnostics.NoAmount, ReferenceDiagnostics.NoFact];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            var referring = policy.Clauses.Where(static clause => !clause.References.IsEmpty).ToList();
            if (referring.Count == 0)
                continue;
            var byNumber = new Dictionary<string, BoundClause>(StringComparer.Ordinal);
            foreach (var clause in policy.Clauses)
                byNumber.TryAdd(clause.Number, clause);
            var depths = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var clause in referring)
                Check(context, policy, clause, byNumber, depths);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundClause clause, Dictionary<string, BoundClause> byNumber,
        Dictionary<string, int> depths)
    {
        foreach (var reference in clause.References)
        {
            // A clause that could not be bound was reported.
            if (!byNumber.TryGetValue(reference.Number, out var other))
                continue;
            if (other.Award is null)
                context.Report(ReferenceDiagnostics.NoAmount.At(policy.Source, reference.Span, reference.Number));
            else if (other.Subject != clause.Subject)
                context.Report(ReferenceDiagnostics.OtherSubject.At(policy.Source, reference.Span, reference.Number, other.Subject.Name,
                    clause.Subject.Name));
            else if (CycleFrom(clause, reference.Number, byNumber) is { } cycle)
                context.Report(ReferenceDiagnostics.Cycle.At(policy.Source, reference.Span,
                    string.Join(" → ", cycle.Select(static number => $"条款 {number}"))));
            else if (Depth(reference.Number, byNumber, depths) > MostDeep)
                context.Report(ReferenceDiagnostics.TooDeep.At(policy.Source, reference.Span, MostDeep));
            else if (clause.Award?.Like is { } like && like.Number == reference.Number && like.Syntax.Span == reference.Span)
                CheckLike(context, policy, clause, like, other, byNumber);
        }
    }

    /// <summary>How many clauses lie behind one another from a clause on; more than is allowed is not counted out.</summary>
    private static int Depth(string number, Dictionary<string, BoundClause> byNumber, Dictionary<string, int> known, int above = 0)
    {
        if (known.TryGetValue(number, out var depth) || above > MostDeep)
            return depth;
        depth = 1;
        foreach (var next in byNumber.GetValueOrDefault(number)?.References ?? [])
            depth = Math.Max(depth, 1 + Depth(next.Number, byNumber, known, above + 1));
        return known[number] = depth;
    }

    /// <summary>The shortest way from a clause over another one back to itself; null for none.</summary>
    private static List<string>? CycleFrom(BoundClause clause, string first, Dictionary<string, BoundClause> byNumber)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal) { [first] = clause.Number };
        var open = new Queue<string>([first]);
        while (open.TryDequeue(out var number))
        {
            if (number == clause.Number)
            {
                var way = new List<string> { number };
                for (var at = before[number]; at != clause.Number; at = before[at])
                    way.Insert(0, at);
                way.Insert(0, clause.Number);
                return way;
            }
            foreach (var next in byNumber.GetValueOrDefault(number)?.References ?? [])
            {
                if (before.TryAdd(next.Number, number))
                    open.Enqueue(next.Number);
            }
        }
        return null;
    }

    private static void CheckLike(CheckContext context, BoundPolicy policy, BoundClause clause, BoundLikeness like, BoundClause other,
        Dictionary<string, BoundClause> byNumber)
    {
        var used = FactsOf(other, byNumber);
        foreach (var replaced in like.Replacements.Where(replaced => !used.Contains(replaced.Fact)))
            context.Report(ReferenceDiagnostics.NoFact.At(policy.Source, replaced.Syntax.Fact.Span,
                policy.Source[replaced.Syntax.Fact.Span], like.Number));
        var left = used.Except(like.Replacements.Select(static replaced => replaced.Fact))
            .Where(fact => fact.Table is DetailSymbol rows && rows == other.PerRow && rows != clause.PerRow)
            .Select(static fact => fact.Name).ToList();
        if (left.Count > 0 && other.PerRow is { } each)
            context.Report(ReferenceDiagnostics.RowNotReplaced.At(policy.Source, like.Syntax.Span, like.Number, each.Name,
                string.Join('、', left)));
        else if (other.PerRow is null && clause.PerRow is { } own && !like.Replacements.Any(static replaced => replaced.Value.ReadsRow()))
            context.Report(ReferenceDiagnostics.SameForEveryRow.At(policy.Source, like.Syntax.Span, like.Number, own.Name));
    }

    /// <summary>The facts in conditions and formula of a clause, also where these are those of another one.</summary>
    private static HashSet<FieldSymbol> FactsOf(BoundClause clause, Dictionary<string, BoundClause> byNumber)
    {
        var facts = new HashSet<FieldSymbol>();
        // Within an aggregate the row is one of its own.
        var open = new Stack<(BoundExpression Node, ImmutableArray<TableSymbol> Within)>(
            clause.Conditions.Select(static condition => condition.Expression)
                .Concat(new[] { clause.Award?.Amount, clause.Award?.Floor }.OfType<BoundExpression>())
                .Select(static root => (root, ImmutableArray<TableSymbol>.Empty)));
        var seen = new HashSet<BoundLet>();
        while (open.TryPop(out var next))
        {
            var (node, within) = next;
            if (node is BoundFact fact && !within.Contains(fact.Field.Table))
                facts.Add(fact.Field);
            else if (node is BoundLocal local && seen.Add(local.Let))
                open.Push((local.Let.Value, []));
            if (node is BoundAggregate { Detail: not null } aggregate)
                within = within.Add(aggregate.Rows);
            foreach (var child in node.ChildNodes())
                open.Push((child, within));
        }
        if (clause.Award?.Like is not { } like || !byNumber.TryGetValue(like.Number, out var other))
            return facts;
        foreach (var replaced in like.Replacements)
            facts.UnionWith(replaced.Value.DescendantsAndSelf().OfType<BoundFact>().Select(static fact => fact.Field));
        facts.UnionWith(FactsOf(other, byNumber).Except(like.Replacements.Select(static replaced => replaced.Fact)));
        return facts;
    }
}
