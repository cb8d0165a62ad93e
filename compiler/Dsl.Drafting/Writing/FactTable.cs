// The facts of all blocks as data definitions. Two blocks that mean different things by one name get two names.
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Writing;

internal sealed class FactTable
{
    private readonly Dictionary<(string Table, string Name), Fact> _facts = [];
    private readonly Dictionary<string, string> _units = new(StringComparer.Ordinal);

    /// <summary>The 明细 in the order in which they were first needed; the subject itself is the empty name.</summary>
    public List<string> Tables { get; } = [""];

    /// <summary>The facts of a table in the order in which they were first needed.</summary>
    public IEnumerable<Fact> Of(string table) => _facts.Where(pair => pair.Key.Table == table).Select(static pair => pair.Value);

    /// <summary>The unit of a 明细; empty for none.</summary>
    public string UnitOf(string table) => _units.GetValueOrDefault(table, "");

    /// <summary>Adds the facts of a block, and gives the block with the names that they got.</summary>
    public DraftBlock Add(DraftBlock block)
    {
        if (block.Rows is { } rows)
        {
            if (!Tables.Contains(rows))
                Tables.Add(rows);
            if (block.RowUnit.Length > 0)
                _units.TryAdd(rows, block.RowUnit);
        }
        foreach (var fact in block.Facts)
        {
            var table = fact.Table ?? "";
            if (table.Length > 0 && !Tables.Contains(table))
                Tables.Add(table);
            // What a firm is said to be stays a fact of the firm in a clause that goes through its rows.
            if (table.Length > 0 && fact.Type.StartsWith("是否", StringComparison.Ordinal) && _facts.ContainsKey(("", fact.Name)))
                continue;
            var name = fact.Name;
            for (var count = 2; IsTaken(table, name, fact); count++)
                name = count == 2 && !_facts.ContainsKey((table, fact.Name))
                    ? (table.Length > 0 ? table : "本单位") + fact.Name
                    : $"{fact.Name}{count}";
            _facts.TryAdd((table, name), fact with { Name = name });
            if (name != fact.Name)
                block = block with { Lines =
                    [.. block.Lines.Select(line => line with { Content = DistinctFacts.Renamed(line.Content, fact.Name, name) })]
                    };
        }
        return block;
    }

    /// <summary>
    /// Whether a name means something else already: in the same table, also where it stands for other words of the document;
    /// or in one that a clause reads beside it.
    /// </summary>
    private bool IsTaken(string table, string name, Fact fact) =>
        _facts.Any(pair => pair.Key.Name == name
            && (pair.Key.Table == table
                ? pair.Value.Type != fact.Type || pair.Value.Comment != fact.Comment
                : table.Length == 0 || pair.Key.Table.Length == 0));
}
