// The facts of all blocks as data definitions. Two blocks that mean different things by one name get two names.
using Dsl.Drafting.Blocks;

namespace Dsl.Drafting.Writing;

/// <summary>Collects facts.</summary>
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
            var name = fact.Name;
            for (var count = 2; _facts.TryGetValue((table, name), out var other) && other.Type != fact.Type; count++)
                name = $"{fact.Name}{count}";
            _facts.TryAdd((table, name), fact with { Name = name });
            if (name != fact.Name)
                block = block with { Lines = [.. block.Lines.Select(line => line with { Content = line.Content.Replace(fact.Name, name, StringComparison.Ordinal) })] };
        }
        return block;
    }
}
