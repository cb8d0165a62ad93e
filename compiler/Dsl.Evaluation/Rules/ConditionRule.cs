// 范围, 条件 and 排除 of a clause together.
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Rules;

/// <summary>Collects the conditions of a unit: 是 where all hold, and where there is none; 否 where one certainly does not.</summary>
/// <typeparam name="TTruth">What holds a truth.</typeparam>
public struct ConditionRule<TTruth>() where TTruth : ITruthFace<TTruth>
{
    /// <summary>All conditions together.</summary>
    public TTruth All { get; private set; } = TTruth.Of(true);

    /// <summary>The next condition.</summary>
    public void Require(TTruth condition) => All &= condition;

    /// <summary>All conditions together where each is known.</summary>
    /// <param name="failed">A bit for each that does not hold.</param>
    public static TTruth AllOfKnown(ulong failed) => TTruth.Of(failed == 0);
}
