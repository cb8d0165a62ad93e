// A numbered block or a definition as the comparison sees it, and the pairing of old and new ones.
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;

namespace Dsl.Diff;

/// <summary>A block to compare.</summary>
/// <param name="Type">条款, 目标, …</param>
/// <param name="Number">Its number, or its name.</param>
/// <param name="Parts">Its lines.</param>
internal sealed record Item(string Type, string Number, string Title, IReadOnlyList<Part> Parts)
{
    public SourceLocation Origin { get; init; } = SourceLocation.None;

    /// <summary>The clause; null for other blocks.</summary>
    public IrClause? Clause { get; init; }

    /// <summary>A numbered block.</summary>
    public static Item Of(string type, IrLegalBasis basis, IReadOnlyList<Part> parts) =>
        new(type, basis.Number, basis.Title, parts) { Origin = basis.Origin };

    private string Quotes => KeyOf("依据");

    private string Name => KeyOf("标题");

    /// <summary>What it decides, without proofs.</summary>
    private string Body =>
        string.Join('\n',
            Parts.Where(static part => part is { IsWording: false, IsLocal: false, IsCounted: false, Label: not "恒有" })
                .Select(static part => $"{part.Label} {part.Key}").Order(StringComparer.Ordinal));

    /// <summary>
    /// Pairs of old and new items; one side is null if there is no counterpart. New items in their order, then removed ones.
    /// </summary>
    public static List<(Item? Old, Item? New)> Match(IEnumerable<Item> old, IEnumerable<Item> @new)
    {
        var (before, after) = (old.ToList(), @new.ToList());
        var matched = new Dictionary<Item, Item>(ReferenceEqualityComparer.Instance);
        void Take(Func<Item, string> key)
        {
            var (left, right) = (ByKey(before, key), ByKey(after.Where(item => !matched.ContainsKey(item)), key));
            foreach (var (text, item) in right)
            {
                if (left.TryGetValue(text, out var same) && before.Remove(same))
                    matched.Add(item, same);
            }
        }
        // Items with the same number are paired if anything else agrees; otherwise equal items under another number come first.
        Take(static item => item.Quotes.Length == 0 ? "" : $"{item.Number}\n{item.Quotes}");
        Take(static item => item.Name.Length == 0 ? "" : $"{item.Number}\n{item.Name}");
        Take(static item => $"{item.Number}\n{item.Body}");
        Take(static item => item.Quotes.Length + item.Name.Length == 0 ? "" : $"{item.Quotes}\n{item.Name}\n{item.Body}");
        Take(static item => item.Quotes.Length == 0 ? "" : $"{item.Quotes}\n{item.Body}");
        Take(static item => item.Quotes.Length == 0 || item.Name.Length == 0 ? "" : $"{item.Quotes}\n{item.Name}");
        Take(static item => item.Quotes);
        Take(static item => item.Number);
        Take(static item =>
            item.Clause is { Kind: ClauseKind.Declaratory } ? "" : item.Type is "条款" or "目标" or "资金池" or "程序" ? item.Body : "");
        return [.. after.Select(item => ((Item?)matched.GetValueOrDefault(item), (Item?)item)),
            .. before.Select(static item => ((Item?)item, (Item?)null))];
    }

    /// <summary>Items by a key that no other of them has; an empty key is none.</summary>
    private static Dictionary<string, Item> ByKey(IEnumerable<Item> items, Func<Item, string> key) => items
        .GroupBy(item => $"{item.Type}\n{key(item)}", StringComparer.Ordinal)
        .Where(group => group.Count() == 1 && key(group.First()).Length > 0)
        .ToDictionary(static group => group.Key, static group => group.First(), StringComparer.Ordinal);

    private string KeyOf(string label) => Parts.FirstOrDefault(part => part.Label == label)?.Key ?? "";
}
