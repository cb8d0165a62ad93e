// The functions that the language knows, found where they are declared.
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Reflection;

namespace Dsl.Values.Functions;

public static class BuiltinFunctions
{
    private static readonly FrozenDictionary<string, BuiltinFunction> ByName = Discover();

    /// <summary>Every function, ordered by canonical name.</summary>
    public static ImmutableArray<BuiltinFunction> All { get; } =
        [.. ByName.Values.Distinct().OrderBy(function => function.Name, StringComparer.Ordinal)];

    /// <summary>Every accepted name, canonical and alias.</summary>
    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The function of a canonical name or alias, or null.</summary>
    public static BuiltinFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static FrozenDictionary<string, BuiltinFunction> Discover()
    {
        var definitions = typeof(BuiltinFunctions).Assembly.GetTypes()
            .Where(static type => type.Namespace?.StartsWith($"{typeof(BuiltinFunctions).Namespace}.", StringComparison.Ordinal) == true)
            .SelectMany(static type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
            .Where(static property => property.PropertyType == typeof(BuiltinFunction))
            .Select(static property => property.GetValue(null)).OfType<BuiltinFunction>();
        return definitions
            .SelectMany(definition => definition.Aliases.Prepend(definition.Name).Select(name => (name, definition)))
            .ToFrozenDictionary(pair => pair.name, pair => pair.definition, StringComparer.Ordinal);
    }
}
