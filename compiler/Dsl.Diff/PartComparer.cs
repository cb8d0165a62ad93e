// Compares lines: equal ones are dropped, the rest is reported as added, removed or changed.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;

namespace Dsl.Diff;

/// <summary>Compares the lines of two versions of one thing.</summary>
internal sealed class PartComparer(ExpressionKeys keys)
{
    private readonly ExpressionStatements _statements = new(keys);

    /// <summary>The changes in the order of the lines.</summary>
    public ImmutableArray<Change> Compare(IReadOnlyList<Part> old, IReadOnlyList<Part> @new)
    {
        var (before, after) = (old.ToLookup(static part => part.Label), @new.ToLookup(static part => part.Label));
        var changes = Labels(old, @new).SelectMany(label => Compare([.. before[label]], [.. after[label]])).ToList();
        // A 令 that no line uses, or that only is written differently, is not a change.
        return changes.Exists(static entry => entry is { IsLocal: false, Change.IsWording: false })
            ? [.. changes.Where(static entry => !entry.IsSilent).Select(static entry => entry.Change)]
            : [.. changes.Where(static entry => entry.Change.IsWording).Select(static entry => entry.Change)];
    }

    private sealed record Entry(Change Change, bool IsLocal, bool IsSilent);

    /// <summary>The labels of both versions; new ones are inserted after the label that precedes them in the new version.</summary>
    private static List<string> Labels(IReadOnlyList<Part> old, IReadOnlyList<Part> @new)
    {
        var labels = old.Select(static part => part.Label).Distinct().ToList();
        var known = labels.ToHashSet(StringComparer.Ordinal);
        var at = 0;
        foreach (var label in @new.Select(static part => part.Label).Distinct())
        {
            if (known.Contains(label))
                at = labels.IndexOf(label) + 1;
            else
                labels.Insert(at++, label);
        }
        return labels;
    }

    private IEnumerable<Entry> Compare(List<Part> old, List<Part> @new)
    {
        var common = old.Select(static part => part.Key).Intersect(@new.Select(static part => part.Key)).ToHashSet(StringComparer.Ordinal);
        if ((old.FirstOrDefault() ?? @new.FirstOrDefault()) is { IsCounted: true })
            return Counts(Surplus(old, @new), Surplus(@new, old));
        var removed = old.Where(part => part.Key.Length > 0 && !common.Contains(part.Key)).DistinctBy(static part => part.Key).ToList();
        var added = @new.Where(part => part.Key.Length > 0 && !common.Contains(part.Key)).DistinctBy(static part => part.Key).ToList();
        var told = Pair(removed, added).Select(pair => Changed(pair.Old, pair.New)).ToList();
        told.AddRange(removed.Select(static part => Told(part, new(ChangeKind.Removed, part.Label, part.Text, ""))));
        told.AddRange(added.Select(static part => Told(part, new(ChangeKind.Added, part.Label, "", part.Text))));
        return told;
    }

    private static Entry Told(Part part, Change change) => new(change with { IsWording = part.IsWording }, part.IsLocal, IsSilent: false);

    private Entry Changed(Part old, Part @new)
    {
        List<string> details = old.Expression is { } before && @new.Expression is { } after
            ? _statements.Of(before, after)
            : [.. @new.Members.Except(old.Members).Select(static name => $"增加「{name}」"),
                .. old.Members.Except(@new.Members).Select(static name => $"删去「{name}」")];
        var change = new Change(ChangeKind.Changed, old.Label, old.Text, @new.Text) { Details = [.. details], IsWording = old.IsWording };
        // Lines that changed only through a 令 are reported with that 令.
        return new(change, old.IsLocal, IsSilent: old.NamedKey == @new.NamedKey);
    }

    /// <summary>Takes those out of both lists that are versions of one line: the only ones, or those that ask for the same facts.</summary>
    private static List<(Part Old, Part New)> Pair(List<Part> removed, List<Part> added)
    {
        var pairs = new List<(Part Old, Part New)>();
        var candidates =
            from before in removed.Index()
            from after in added.Index()
            let likeness = Likeness(before.Item, after.Item)
            where likeness > 0
            orderby likeness descending, before.Index, after.Index
            select (Old: before.Item, New: after.Item);
        foreach (var (old, @new) in candidates.ToList())
        {
            if (removed.Contains(old) && added.Contains(@new) && removed.Remove(old) && added.Remove(@new))
                pairs.Add((old, @new));
        }
        return pairs;
    }

    private static double Likeness(Part old, Part @new)
    {
        if (old.NamedKey == @new.NamedKey)
            return 2;
        if (!old.IsOneOfMany)
            return 1;
        var (before, after) = (NamesIn(old), NamesIn(@new));
        return before.Count + after.Count == 0 ? 0 : (double)before.Intersect(after).Count() / before.Union(after).Count();
    }

    private static HashSet<string> NamesIn(Part part) =>
        part.Expression is not { } expression ? [] : [.. IrWalk.All(expression).Select(static node => node switch
        {
            IrFact fact => fact.Field.Name,
            IrParameterValue parameter => parameter.Parameter.Name,
            IrLocalValue local => local.Local.Name,
            IrAggregate aggregate => aggregate.Detail?.Name ?? aggregate.Registry?.Name,
            IrContext context => context.Kind.ToString(),
            IrHistory history => $"{history.Kind} {history.ClauseNumber}",
            _ => null,
        }).OfType<string>()];

    /// <summary>What the first has more of than the second: examples may be there twice.</summary>
    private static List<Part> Surplus(List<Part> parts, List<Part> others)
    {
        var left = others.CountBy(static part => part.Key).ToDictionary(StringComparer.Ordinal);
        return [.. parts.Where(part => (left[part.Key] = left.GetValueOrDefault(part.Key) - 1) < 0)];
    }

    // An example under the same title with other facts or another result is the same example, changed.
    private static IEnumerable<Entry> Counts(List<Part> removed, List<Part> added)
    {
        var changed = removed.Select(static part => part.Text).Intersect(added.Select(static part => part.Text)).Count();
        var told = new[] { (Word: "增加", Count: added.Count - changed), (Word: "删去", Count: removed.Count - changed), (Word: "改动",
            Count: changed) }
            .Where(static count => count.Count > 0).Select(static count => $"{count.Word} {count.Count} 个").ToList();
        if (told.Count == 0)
            yield break;
        var kind = removed.Count == 0 ? ChangeKind.Added : added.Count == 0 ? ChangeKind.Removed : ChangeKind.Changed;
        yield return new(new(kind, (removed.FirstOrDefault() ?? added[0]).Label, "", "") { Details = [string.Join("，", told)] },
            IsLocal: false, IsSilent: false);
    }
}
