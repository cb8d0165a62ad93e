// Units of several words: 元/平方米/月, 元/平方米·月, 元/(人·月).
using System.Collections.Immutable;
using Dsl.Values.Types;

namespace Dsl.Values.Quantities;

/// <summary>Units with others below the line. Each stroke and each dot after the first stroke puts one more below it.</summary>
public static class CompoundUnits
{
    /// <summary>The dots that stand between units; in cells a full stop is one as well.</summary>
    private const string Dots = "·・•⋅‧∙";

    /// <summary>Whether a character puts one more unit below the line.</summary>
    public static bool IsDot(char character) => Dots.Contains(character);

    /// <summary>The dimension of a unit with others below the line; null where a word is no unit.</summary>
    /// <param name="above">元; empty for a pure number.</param>
    /// <param name="below">平方米/月; empty for none.</param>
    public static Dimension? Find(string above, string below)
    {
        var dimension = Dimension.None;
        if (above.Length > 0)
        {
            if (Units.Find(above) is not { } unit)
                return null;
            dimension = Dimension.Of(unit);
        }
        foreach (var word in Words(below))
        {
            if (Units.Find(word) is not { } unit)
                return null;
            dimension = dimension.Over(Dimension.Of(unit));
        }
        return dimension;
    }

    /// <summary>The units below the line, in the order written.</summary>
    public static ImmutableArray<string> Words(string below) => below.Length == 0 ? [] : [.. below.Split('/')];

    /// <summary>The parts of a unit as people write it: 元, 平方米, 月 for 元/平方米·月 and 元/(平方米.月).</summary>
    public static ImmutableArray<string> Parts(string written)
    {
        var parts = written.Split('/');
        if (parts.Length == 1)
            return [written];
        return
        [
            parts[0].Trim(),
            .. parts.Skip(1).SelectMany(static part => part.Trim().Trim('(', ')').Split([.. Dots, '.', '*', '×']))
                .Select(static part => part.Trim()),
        ];
    }
}
