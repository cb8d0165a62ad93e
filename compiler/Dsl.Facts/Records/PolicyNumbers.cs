// 文号 that are none of the policies at hand, yet probably were meant to be one of them.
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;
using Dsl.Values.Text;

namespace Dsl.Facts.Records;

/// <summary>
/// Compares 文号 that are not the same. One slip in the figures and one in the words are taken for an error where the policy has the
/// clause: a record of another document can be moved to another file, money that is paid twice is gone.
/// </summary>
internal static class PolicyNumbers
{
    /// <summary>The 文号 that was probably meant; null where the record is of another document.</summary>
    public static string? Nearest(string written, string clause, IrProgram program) =>
        program.Policies.FirstOrDefault(policy => AreNear(written, policy.Number) || Identity.Same(written, policy.Title)
            || (policy.FindClause(clause) is { Kind: not ClauseKind.Declaratory } && IsSlip(written, policy.Number)))?.Number;

    /// <summary>9号 for 19号, 2012 for 2021, 渝中府办 for 渝中府.</summary>
    private static bool IsSlip(string written, string number)
    {
        var (left, right) = (Bare(written), Bare(number));
        // 示〔2021〕1号 has too few words for one of them to be a slip.
        return EditDistance.Between(Figures(left), Figures(right), 1) <= 1 && Words(left) is { Length: > 0 } words
            && EditDistance.Between(words, Words(right), 1) <= (words.Length > 1 ? 1 : 0);
    }

    /// <summary>Look-alikes, 第1号 for 1号, a missing agency or bracket, characters of the same sound; all figures agree.</summary>
    private static bool AreNear(string written, string number)
    {
        var (left, right) = (Bare(written), Bare(number));
        if (left.Length == 0 || Figures(left) != Figures(right))
            return false;
        return left == right
            || (left.Any(char.IsAsciiDigit)
                && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal)))
            || Pinyin.Distance(left, right) == 0;
    }

    private static string Bare(string number) =>
        string.Concat(LookAlikes.Shape(number).Where(static character => character is not ('第' or '号' or '字')));

    private static string Words(string bare) => string.Concat(bare.Where(static character => !char.IsAsciiDigit(character)));

    private static string Figures(string bare) => string.Concat(bare.Where(char.IsAsciiDigit));
}
