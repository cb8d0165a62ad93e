// The accepted forms of figures by context: source text, cells of tables, official prose.
using System.Collections.Frozen;

namespace Dsl.Values.Quantities;

/// <summary>
/// What <see cref="FigureScanner"/> takes. Every policy takes digits with a point, a scale and the units of the language.
/// </summary>
public sealed class FigurePolicy
{
    /// <summary>Source text: a strict notation (the lexer reports what is written otherwise), with a suffix: 100万元以上.</summary>
    public static FigurePolicy Source { get; } = new() { TakesSuffix = true };

    /// <summary>Cells, as people and programs fill them: -1,234.50 万 元, 5km, 3万RMB.</summary>
    public static FigurePolicy Cells { get; } = new()
    {
        TakesSign = true, TakesThousands = true, IsSpace = char.IsWhiteSpace, OtherUnits = UnitWords.Same,
            Comparison = StringComparison.OrdinalIgnoreCase,
    };

    /// <summary>Official prose: 1,000 万元, 100余万元, 5个百分点, 3周年.</summary>
    public static FigurePolicy Prose { get; } = new()
    {
        TakesThousands = true, IsSpace = static character => character == ' ', Approximations = "余多",
        OtherUnits = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["%"] = "%", ["‰"] = "‰", ["BP"] = "BP", ["bp"] = "BP", ["个基点"] = "BP", ["基点"] = "BP", ["个百分点"] = "%",
            ["百分点"] = "%",
            ["个工作日"] = "工作日", ["工作日"] = "工作日", ["个年度"] = "年", ["周年"] = "年", ["㎡"] = "平方米", ["位"] = "名",
            ["美金"] = "美元", ["港币"] = "港元", ["日圆"] = "日元", ["倍"] = "倍",
        }.ToFrozenDictionary(StringComparer.Ordinal),
    };

    /// <summary>Whether a sign may stand before the digits.</summary>
    public bool TakesSign { get; private init; }

    /// <summary>Whether commas may stand between thousands.</summary>
    public bool TakesThousands { get; private init; }

    /// <summary>Whether 以上 and similar words may follow the unit.</summary>
    public bool TakesSuffix { get; private init; }

    /// <summary>The space that may stand between digits, scale and unit.</summary>
    public Predicate<char> IsSpace { get; private init; } = static _ => false;

    /// <summary>Characters before a scale or unit that say the figure is not exact.</summary>
    public string Approximations { get; private init; } = "";

    /// <summary>Words beside those of the language, with the unit that each stands for.</summary>
    public FrozenDictionary<string, string> OtherUnits { get; private init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>How words of units are compared.</summary>
    public StringComparison Comparison { get; private init; } = StringComparison.Ordinal;
}
