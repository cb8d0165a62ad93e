// Every place in a folder where a declared thing is named, as the binder understood it: so none is taken for another of the same name.
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Workspaces;

/// <param name="Symbol">What it stands for.</param>
/// <param name="Source">The file.</param>
/// <param name="Span">The name.</param>
/// <param name="IsDeclaration">Whether it is declared here.</param>
internal sealed record Occurrence(Symbol Symbol, SourceText Source, TextSpan Span, bool IsDeclaration);

/// <summary>The names of all files of a folder.</summary>
internal sealed class Occurrences
{
    private readonly Dictionary<string, List<Occurrence>> _byPath = new(StringComparer.Ordinal);
    private readonly Dictionary<Symbol, List<Occurrence>> _bySymbol = new(ReferenceEqualityComparer.Instance);

    /// <summary>Reads the names that the binder met.</summary>
    public Occurrences(BoundModel model)
    {
        foreach (var file in model.Names)
        {
            // Text may be bound twice: one name stands once. Of a use and a declaration at one place the declaration counts.
            var names = file.All.GroupBy(static use => use.Span)
                .Select(static same => same.OrderByDescending(static use => use.IsDeclaration).First())
                .OrderBy(static use => use.Span.Start)
                .Select(use => new Occurrence(use.Symbol, file.Source, use.Span, use.IsDeclaration)).ToList();
            _byPath[file.Source.Path] = names;
            foreach (var name in names)
            {
                if (!_bySymbol.TryGetValue(name.Symbol, out var all))
                    _bySymbol.Add(name.Symbol, all = []);
                all.Add(name);
            }
        }
    }

    /// <summary>The names of a file in the order of the text.</summary>
    public IReadOnlyList<Occurrence> In(string path) => _byPath.GetValueOrDefault(path) ?? [];

    /// <summary>Every place of a symbol, file by file.</summary>
    public IReadOnlyList<Occurrence> Of(Symbol symbol) => _bySymbol.GetValueOrDefault(symbol) ?? [];

    /// <summary>The name that holds an offset or ends at it; null where none does.</summary>
    public Occurrence? At(string path, int offset)
    {
        var names = In(path);
        var (low, high) = (0, names.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (names[middle].Span.Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low > 0 && names[low - 1].Span.Touches(offset) ? names[low - 1] : null;
    }
}
