// Splits words that were run together (依法纳税且诚信经营) into known names, figures and infix words.
using System.Text.RegularExpressions;
using Dsl.Values.Quantities;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Expressions;

/// <summary>Finds the split of a name in which operands and infix words alternate.</summary>
internal sealed partial class NameSplitter(Func<string, bool> isKnown)
{
    private const int LongestName = 80;

    private static readonly string[] Infix =
        [.. SyntaxFacts.ExpressionWords
            .Where(static word => word.Value is not (SyntaxKind.YesKeyword or SyntaxKind.NoKeyword or SyntaxKind.NotKeyword
                or SyntaxKind.IfKeyword or SyntaxKind.ThenKeyword or SyntaxKind.ElseKeyword or SyntaxKind.EtcKeyword))
            .Select(static word => word.Key)
            .OrderByDescending(static word => word.Length).ThenBy(static word => word, StringComparer.Ordinal)];

    // 大于, 并且: split like the words of the language, and written as these.
    private static readonly string[] Infixes = [
        .. Infix.Concat(OfficialWords.Operators.Keys.Where(static word => word.Length > 1 && word.All(static character => character > 127)))
            .OrderByDescending(static word => word.Length).ThenBy(static word => word, StringComparer.Ordinal)];

    private static readonly string UnitPattern = string.Join('|', Units.Words.Select(Regex.Escape));

    private static readonly Regex Figure = new(
        $"^[0-9]+(\\.[0-9]+)?(%|‰|({Scales.Pattern})?({UnitPattern})?)({Suffixes.Pattern})?", RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private readonly Dictionary<(int Start, bool WantsOperand), string?> _seen = [];

    /// <summary>The words with single spaces between them; null where there is no such split with an infix word in it.</summary>
    public string? Split(string name) =>
        name.Length is < 2 or > LongestName ? null : From(name, 0, true) is { } split && split.Contains(' ') ? split : null;

    private string? From(string name, int start, bool wantsOperand)
    {
        if (start == name.Length)
            return "";
        if (_seen.TryGetValue((start, wantsOperand), out var known))
            return known;
        _seen[(start, wantsOperand)] = null;
        return _seen[(start, wantsOperand)] = wantsOperand ? Operand(name, start) : Operator(name, start);
    }

    private string? Operand(string name, int start)
    {
        if (name[start] == '非' && start + 1 < name.Length && From(name, start + 1, true) is { Length: > 0 } negated)
            return Join("非", negated);
        var figure = Figure.Match(name[start..]);
        if (figure is { Success: true, Length: > 0 } && From(name, start + figure.Length, false) is { } afterFigure)
            return Join(figure.Value, afterFigure);
        for (var end = name.Length; end > start; end--)
        {
            if (isKnown(name[start..end]) && From(name, end, false) is { } rest)
                return Join(name[start..end], rest);
        }
        return null;
    }

    private string? Operator(string name, int start)
    {
        foreach (var word in Infixes)
        {
            if (string.CompareOrdinal(name, start, word, 0, word.Length) == 0 && From(name, start + word.Length, true) is { } rest)
                return Join(OfficialWords.Operators.GetValueOrDefault(word, word), rest);
        }
        return null;
    }

    private static string Join(string word, string rest) => rest.Length == 0 ? word : word + " " + rest;
}
