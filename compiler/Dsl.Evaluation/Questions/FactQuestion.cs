// What is asked next, and how much hangs on it. Plain data.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Questions;

/// <summary>Money that answers can still move.</summary>
/// <param name="Most">By how much, in yuan, as far as there is an upper bound.</param>
/// <param name="Unbounded">How many amounts have none (不封顶).</param>
public readonly record struct MoneyAtStake(Rational Most, int Unbounded) : IComparable<MoneyAtStake>
{
    /// <summary>Both together.</summary>
    public static MoneyAtStake operator +(MoneyAtStake left, MoneyAtStake right) =>
        new(left.Most + right.Most, left.Unbounded + right.Unbounded);

    /// <summary>What lies between the ends of an amount.</summary>
    public static MoneyAtStake Of(Bounds amount) =>
        amount is { Low: { } low, High: { } high } ? new(Rational.Max(high - low, Rational.Zero), 0) : new(Rational.Zero, 1);

    /// <inheritdoc/>
    public int CompareTo(MoneyAtStake other) =>
        Unbounded != other.Unbounded ? Unbounded.CompareTo(other.Unbounded) : Most.CompareTo(other.Most);

    public static bool operator <(MoneyAtStake left, MoneyAtStake right) => left.CompareTo(right) < 0;

    public static bool operator >(MoneyAtStake left, MoneyAtStake right) => left.CompareTo(right) > 0;

    public static bool operator <=(MoneyAtStake left, MoneyAtStake right) => left.CompareTo(right) <= 0;

    public static bool operator >=(MoneyAtStake left, MoneyAtStake right) => left.CompareTo(right) >= 0;
}

/// <summary>A question.</summary>
/// <param name="Fact">What is asked.</param>
/// <param name="Topic">Under which heading: the detail, the only clause that reads the fact, else the kind of subject. It depends on
/// the policies alone, so that a question never changes its page.</param>
/// <param name="Clauses">The clauses whose status or bounds an answer can change.</param>
/// <param name="AtStake">What lies between the bounds of these clauses, and of those that compete with them.</param>
/// <param name="IsProven">Whether a value was found that changes something; else it could not be excluded within the effort.</param>
public sealed record FactQuestion(OpenFact Fact, string Topic, ImmutableArray<(IrPolicy Policy, IrClause Clause)> Clauses,
    MoneyAtStake AtStake, bool IsProven);

/// <summary>What is still to be asked.</summary>
/// <param name="Questions">Topic by topic; the topic and in it the question on which most money hangs first.</param>
/// <param name="AtStake">What all of them together can still move of the total.</param>
/// <param name="Evaluations">How many evaluations of clauses it took to find out.</param>
public sealed record QuestionList(ImmutableArray<FactQuestion> Questions, MoneyAtStake AtStake, int Evaluations)
{
    /// <summary>How many questions could not be excluded within the effort.</summary>
    public int Undecided => Questions.Count(static question => !question.IsProven);
}
