// The 令 of a clause while it is bound: each when it is first used, so that a 令 may stand below its use.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Binding.Context;

/// <summary>The 令 of a clause and their values.</summary>
/// <param name="shared">Those of the head of the policy, which a clause has once it uses them.</param>
/// <param name="subject">What they are about.</param>
internal sealed class LocalTable(ImmutableArray<BoundLet> shared, SubjectSymbol? subject)
{
    private readonly Dictionary<string, LocalSymbol> _byName = new(StringComparer.Ordinal);
    private readonly Dictionary<LocalSymbol, BoundLet> _values = [];
    private readonly List<BoundLet> _bound = [];
    private readonly List<LocalSymbol> _open = [];

    /// <summary>A table without those of a head.</summary>
    public LocalTable()
        : this([], null)
    {
    }

    /// <summary>What the 令 of the head are about.</summary>
    public SubjectSymbol? SharedSubject => subject;

    /// <summary>How many are being bound, each for the one before.</summary>
    public int OpenCount => _open.Count;

    public IEnumerable<string> Names => _byName.Keys.Concat(shared.Select(static let => let.Symbol.Name));

    /// <summary>All 令 of the clause itself in the order declared.</summary>
    public IEnumerable<LocalSymbol> All => _byName.Values;

    /// <summary>The bound 令, each after those that it uses.</summary>
    public IReadOnlyList<BoundLet> Bound => _bound;

    /// <summary>A table of 令 that are bound already.</summary>
    public static LocalTable Of(IEnumerable<BoundLet> bound)
    {
        var table = new LocalTable();
        foreach (var let in bound)
        {
            table.TryAdd(let.Symbol);
            table.Add(let);
        }
        return table;
    }

    /// <summary>The 令 of a name, or null.</summary>
    public LocalSymbol? Find(string name) => _byName.GetValueOrDefault(name) ?? Shared(name)?.Symbol;

    /// <summary>The 令 of the head of a name, or null.</summary>
    public BoundLet? Shared(string name) => shared.FirstOrDefault(let => let.Symbol.Name == name);

    /// <summary>Its value; null where it is not bound yet.</summary>
    public BoundLet? ValueOf(LocalSymbol local) =>
        _values.GetValueOrDefault(local) ?? shared.FirstOrDefault(let => let.Symbol == local);

    /// <summary>Notes that one is used; one of the head, and those that it uses, are among those of the clause from now on.</summary>
    public void Use(BoundLet let)
    {
        if (_values.ContainsKey(let.Symbol))
            return;
        foreach (var before in let.Used)
            Use(before);
        Add(let);
    }

    /// <summary>Whether the value is being bound, so that a use now is a cycle.</summary>
    public bool IsOpen(LocalSymbol local) => _open.Contains(local);

    /// <summary>Adds a 令; false where the name is taken.</summary>
    public bool TryAdd(LocalSymbol local) => _byName.TryAdd(local.Name, local);

    /// <summary>Marks the begin of binding.</summary>
    public void Open(LocalSymbol local) => _open.Add(local);

    /// <summary>Marks the end of binding.</summary>
    public void Close(BoundLet let)
    {
        _open.Remove(let.Symbol);
        Add(let);
    }

    /// <summary>The way from an open 令 back to itself: 甲 → 乙 → 甲.</summary>
    public string CycleThrough(LocalSymbol local) =>
        string.Join(" → ", _open.SkipWhile(open => open != local).Append(local).Select(static open => open.Name));

    private void Add(BoundLet let)
    {
        _values.Add(let.Symbol, let);
        _bound.Add(let);
    }
}
