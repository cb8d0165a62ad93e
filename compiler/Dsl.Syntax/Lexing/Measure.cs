// Scale, unit and suffix behind a figure: 万元以上.
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Syntax.Lexing;

/// <summary>What a run of letters behind a figure says. The default value stands for nothing (its strings are null).</summary>
/// <param name="Scale">万, 亿 … or empty.</param>
/// <param name="Unit">The unit's word, or empty.</param>
/// <param name="Suffix">以上, 以下 …, or empty.</param>
internal readonly record struct Measure(string Scale, string Unit, string Suffix)
{
    private const int Longest = 12;

    /// <summary>Whether a scale or unit is said.</summary>
    public bool HasUnit => Scale.Length > 0 || Unit.Length > 0;

    /// <summary>Reads a whole run; false where something is left over. A unit wins over a scale (千瓦 is no 千 of 瓦).</summary>
    public static bool TryRead(ReadOnlySpan<char> run, out Measure measure)
    {
        measure = new("", "", "");
        if (run.IsEmpty)
            return true;
        if (run.Length > Longest)
            return false;
        if (TryReadCore(run, "", out measure))
            return true;
        foreach (var (suffix, _) in SyntaxFacts.LiteralSuffixes)
        {
            if (run.EndsWith(suffix) && TryReadCore(run[..^suffix.Length], suffix, out measure))
                return true;
        }
        return false;
    }

    /// <summary>10000 for 万; 1 for no scale.</summary>
    public static long Factor(string scale)
    {
        foreach (var (word, factor) in SyntaxFacts.Scales)
        {
            if (word == scale)
                return factor;
        }
        return 1;
    }

    private static bool TryReadCore(ReadOnlySpan<char> core, string suffix, out Measure measure)
    {
        if (core.IsEmpty || Units.Find(core.ToString()) is not null)
        {
            measure = new("", core.ToString(), suffix);
            return true;
        }
        foreach (var (scale, _) in SyntaxFacts.Scales)
        {
            if (!core.StartsWith(scale))
                continue;
            var unit = core[scale.Length..].ToString();
            if (unit.Length == 0 || Units.Find(unit) is not null)
            {
                measure = new(scale, unit, suffix);
                return true;
            }
        }
        measure = new("", "", "");
        return false;
    }
}
