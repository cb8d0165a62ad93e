// Compares two programs by meaning: policies by 文号, blocks by number and content, lines by their effect.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Text;

namespace Dsl.Diff;

public static class ProgramComparer
{
    /// <summary>
    /// Differences in meaning, and in mere wording. Layout, order, notation and names of 令 are ignored.
    /// </summary>
    public static ProgramDifference Compare(IrProgram old, IrProgram @new) => new Comparison(old, @new).Run();

    private sealed class Comparison(IrProgram old, IrProgram @new)
    {
        private readonly ExpressionKeys _keys = new();
        private readonly Renumbering _names = new();

        public ProgramDifference Run()
        {
            var policies = MatchPolicies();
            foreach (var (before, after) in policies)
            {
                if (before is not null && after is not null)
                    _names.Add(before, after);
            }
            var clauses = policies.SelectMany(MatchClauses).ToImmutableArray();
            foreach (var pair in clauses)
            {
                if (pair is { OldPolicy: { } oldPolicy, Old: { } before, NewPolicy: { } newPolicy, New: { } after })
                    _names.Add(oldPolicy, before, newPolicy, after);
            }
            var comparer = new PartComparer(_keys);
            return new(
                [.. policies.Select(pair => Compare(pair.Old, pair.New, comparer)).OfType<PolicyDifference>()],
                Compare(SchemaParts.Of(old), SchemaParts.Of(@new), comparer),
                clauses);
        }

        private List<(IrPolicy? Old, IrPolicy? New)> MatchPolicies()
        {
            var left = old.Policies.ToDictionary(static policy => policy.Number, Identity.Comparer);
            var pairs = new List<(IrPolicy? Old, IrPolicy? New)>();
            foreach (var policy in @new.Policies)
            {
                left.Remove(policy.Number, out var same);
                pairs.Add((same, policy));
            }
            // Another 文号 under the same title: the number was assigned or corrected.
            for (var i = 0; i < pairs.Count; i++)
            {
                if (pairs[i] is (null, { } alone) && left.Values.FirstOrDefault(policy => policy.Title == alone.Title) is { } renamed
                    && left.Remove(renamed.Number))
                    pairs[i] = (renamed, alone);
            }
            return [.. pairs, .. old.Policies.Where(policy => left.ContainsKey(policy.Number))
                .Select(static policy => ((IrPolicy?)policy, (IrPolicy?)null))];
        }

        private IEnumerable<ClausePair> MatchClauses((IrPolicy? Old, IrPolicy? New) pair)
        {
            IEnumerable<Item> Clauses(IrPolicy? policy) =>
                policy is null ? [] : new PolicyParts(new(_keys, Renumbering.None), policy).Clauses();
            return Item.Match(Clauses(pair.Old), Clauses(pair.New))
                .Select(items => new ClausePair(items.Old is null ? null : pair.Old, items.Old?.Clause, items.New is null ? null : pair.New,
                    items.New?.Clause));
        }

        private PolicyDifference? Compare(IrPolicy? before, IrPolicy? after, PartComparer comparer)
        {
            var (left, right) = (before is null ? null : new PolicyParts(new(_keys, _names), before),
                after is null ? null : new PolicyParts(new(_keys, Renumbering.None), after));
            var kind = before is null ? ChangeKind.Added
                : after is null ? ChangeKind.Removed
                : Identity.Same(before.Number, after.Number) ? ChangeKind.Changed
                : ChangeKind.Renumbered;
            var changes = comparer.Compare(left?.Metadata() ?? [], right?.Metadata() ?? []);
            var items = Compare(left?.Items() ?? [], right?.Items() ?? [], comparer);
            return kind == ChangeKind.Changed && changes.IsEmpty && items.IsEmpty ? null : new(kind, before, after, changes, items);
        }

        private static ImmutableArray<ItemDifference> Compare(IEnumerable<Item> old, IEnumerable<Item> @new, PartComparer comparer)
        {
            var differences = ImmutableArray.CreateBuilder<ItemDifference>();
            foreach (var (before, after) in Item.Match(old, @new))
            {
                var changes = comparer.Compare(before?.Parts ?? [], after?.Parts ?? []);
                var kind = before is null ? ChangeKind.Added
                    : after is null ? ChangeKind.Removed
                    : before.Number != after.Number ? ChangeKind.Renumbered
                    : ChangeKind.Changed;
                if (kind == ChangeKind.Changed && changes.IsEmpty)
                    continue;
                var told = after ?? before;
                differences.Add(new(kind, told?.Type ?? "", before?.Number ?? "", after?.Number ?? "", told?.Title ?? "", changes)
                    { Origin = told?.Origin ?? SourceLocation.None });
            }
            return differences.ToImmutable();
        }
    }
}
