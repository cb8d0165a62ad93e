// Documents that records may name though they are not evaluated: those that the policies name, and those that the operator names.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Ir.Nodes;
using Dsl.Values.Text;

namespace Dsl.Facts.Records;

/// <summary>Documents that exist beside the policies that are evaluated.</summary>
/// <param name="policies">The policies whose texts may name them.</param>
/// <param name="named">What the operator named.</param>
public sealed partial class KnownDocuments(ImmutableArray<IrPolicy> policies, ImmutableArray<string> named)
{
    // In running text nothing but a word like these parts a 文号 from what stands before it: 按照渝府发〔2020〕8号执行.
    private const string WordsBefore = "据照按和与及或同由对在以的原行将用自至从";

    private readonly Lazy<HashSet<string>> _inTexts = new(() => InTexts(policies));
    private readonly HashSet<string> _named = new(named.Concat(policies.Select(static policy => policy.Number)), Identity.Comparer);

    /// <summary>What the operator named.</summary>
    public ImmutableArray<string> Named => named;

    /// <summary>Whether a document is known, whichever way its 文号 is written.</summary>
    public bool Contains(string number) => _named.Contains(number) || _inTexts.Value.Contains(Identity.Of(number));

    private static HashSet<string> InTexts(ImmutableArray<IrPolicy> policies)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in policies.SelectMany(static policy => policy.Texts).Distinct())
        {
            foreach (Match match in Number().Matches(text))
            {
                var written = Identity.Of(match.Value);
                found.Add(written);
                var words = written.TakeWhile(static character => !char.IsAsciiDigit(character)).Count();
                for (var at = 0; at < words - 2; at++)
                {
                    if (WordsBefore.Contains(written[at], StringComparison.Ordinal))
                        found.Add(written[(at + 1)..]);
                }
            }
        }
        // What is left of the 文号 of a policy once words are missing is a slip, not a document.
        var numbers = policies.Select(static policy => Identity.Of(policy.Number)).ToList();
        found.RemoveWhere(written => numbers.Exists(number => number != written && number.EndsWith(written, StringComparison.Ordinal)));
        return found;
    }

    [GeneratedRegex(
        "[\u4e00-\u9fff]{1,40}[ \u3000]{0,2}[〔﹝［【\\[（(][ ]?[0-9０-９]{4}[ ]?[〕﹞］】\\]）)][ \u3000]{0,2}第?[ ]?[0-9０-９"
        + "]{1,5}[ ]?号",
        RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
