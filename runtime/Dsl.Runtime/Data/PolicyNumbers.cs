// 文号 that are none of the policies at hand, yet probably were meant to be one of them.
using Dsl.Ir.Nodes;
using Dsl.Library.Text;

namespace Dsl.Runtime.Data;

/// <summary>Compares 文号 that are not the same. Another number, year or series is another document, however near it is written.</summary>
internal static class PolicyNumbers
{
    /// <summary>The 文号 that was probably meant; null where the record is of another document.</summary>
    public static string? Nearest(string written, IrProgram program) =>
        program.Policies.FirstOrDefault(policy => AreNear(written, policy.Number) || Identity.Same(written, policy.Title))?.Number;

    /// <summary>Look-alikes, 第1号 for 1号, a missing agency or bracket, characters of the same sound; all figures agree.</summary>
    private static bool AreNear(string written, string number)
    {
        var (left, right) = (Bare(written), Bare(number));
        if (left.Length == 0 || Figures(left) != Figures(right))
            return false;
        return left == right || (left.Any(char.IsAsciiDigit) && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal)))
            || Pinyin.Distance(left, right) == 0;
    }

    private static string Bare(string number) => string.Concat(LookAlikes.Shape(number).Where(static character => character is not ('第' or '号' or '字')));

    private static string Figures(string bare) => string.Concat(bare.Where(char.IsAsciiDigit));
}
