// Names of 明细, one per article and noun, and of facts that mean something else from clause to clause.
namespace Dsl.Drafting.Blocks;

/// <summary>Gives names to 明细.</summary>
internal sealed class DetailNames
{
    /// <summary>A periodic evaluation is the same table in every article.</summary>
    private const string Shared = "绩效评价";

    /// <summary>What a firm did in each year.</summary>
    public const string ByYear = "年度经营";

    private readonly Dictionary<(string Article, string Noun), string> _names = [];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal) { ByYear };
    private readonly Dictionary<string, List<string>> _meanings = new(StringComparer.Ordinal);

    /// <summary>
    /// The name of a fact whose words say little by themselves (实际费用): another one for each thing that it is said of.
    /// </summary>
    public string ForFact(string name, string of)
    {
        if (!_meanings.TryGetValue(name, out var meanings))
            _meanings[name] = meanings = [];
        var index = meanings.IndexOf(of);
        if (index < 0)
        {
            meanings.Add(of);
            index = meanings.Count - 1;
        }
        return index == 0 ? name : $"{name}{index + 1}";
    }

    /// <summary>The name of the rows of a noun in an article.</summary>
    public string For(string article, string noun)
    {
        if (noun == Shared)
            return noun;
        if (_names.TryGetValue((article, noun), out var known))
            return known;
        var name = noun;
        for (var count = 2; !_used.Add(name); count++)
            name = $"{noun}{count}";
        return _names[(article, noun)] = name;
    }
}
