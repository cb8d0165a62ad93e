// The 参数 in sight of a file, with what was asked about them: what is bound stays as long as the answers are the same.
using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Dsl.Semantics.Symbols;

namespace Dsl.Semantics.Binding.Context;

/// <summary>What was asked about parameters.</summary>
/// <param name="ByName">What names stand for; null for one that is no parameter. Default where nothing was asked.</param>
/// <param name="All">All parameters in sight, where all were looked at; else default.</param>
internal readonly record struct ParameterAnswers(
    ImmutableArray<(string Name, ParameterSymbol? Answer)> ByName, ImmutableArray<ParameterSymbol> All)
{
    /// <summary>Whether the answers are still the same.</summary>
    public bool StillHold(IReadOnlyDictionary<string, ParameterSymbol> parameters)
    {
        if (ByName.IsDefault)
            return true;
        foreach (var (name, answer) in ByName)
        {
            if (parameters.GetValueOrDefault(name) != answer)
                return false;
        }
        return All.IsDefault || All.SequenceEqual(parameters.Values);
    }
}

/// <summary>The parameters in sight of a file that is kept. Used by one thread.</summary>
internal sealed class AskedParameters(IReadOnlyDictionary<string, ParameterSymbol> parameters)
    : IReadOnlyDictionary<string, ParameterSymbol>
{
    private Dictionary<string, ParameterSymbol?>? _asked;
    private bool _isAskedForAll;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => All.Keys;

    /// <inheritdoc/>
    public IEnumerable<ParameterSymbol> Values => All.Values;

    /// <inheritdoc/>
    public int Count => All.Count;

    private IReadOnlyDictionary<string, ParameterSymbol> All
    {
        get
        {
            _isAskedForAll = true;
            return parameters;
        }
    }

    /// <inheritdoc/>
    public ParameterSymbol this[string key] => TryGetValue(key, out var parameter) ? parameter : throw new KeyNotFoundException(key);

    /// <summary>Begins to note what is asked.</summary>
    public void Begin() => (_asked, _isAskedForAll) = (new(StringComparer.Ordinal), false);

    /// <summary>What was asked since then.</summary>
    public ParameterAnswers End()
    {
        var answers = new ParameterAnswers(
            [.. (_asked ?? []).Select(static pair => (pair.Key, pair.Value))], _isAskedForAll ? [.. parameters.Values] : default);
        _asked = null;
        return answers;
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => TryGetValue(key, out _);

    /// <inheritdoc/>
    public bool TryGetValue(string key, [MaybeNullWhen(false)] out ParameterSymbol value)
    {
        var isFound = parameters.TryGetValue(key, out value);
        _asked?.TryAdd(key, value);
        return isFound;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterSymbol>> GetEnumerator() => All.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
