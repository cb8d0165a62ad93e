// Makes a case that breaks a 恒有 small: leaves out and simplifies whatever the case does not need to break it.
using Dsl.Evaluation.Examples;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Verification.Examples;

/// <summary>Shrinks counterexamples, one step at a time, as long as the case still breaks the same 恒有.</summary>
internal sealed class CounterexampleShrinker(ExampleRunner runner)
{
    /// <summary>Each round tries every step; a case that still gets smaller after so many is small enough.</summary>
    private const int MostRounds = 8;

    /// <summary>The small case, with what is tested on it.</summary>
    public InvariantFailure Shrink(InvariantFailure failure)
    {
        if (failure is not { Facts: { } facts, Context: { } context })
            return failure;
        var smallest = failure;
        for (var (round, isSmaller) = (0, true); isSmaller && round < MostRounds; round++)
        {
            isSmaller = false;
            foreach (var step in Steps(facts).ToList())
            {
                if (step(facts) is not { } candidate || Breaks(failure.Result, candidate, context) is not { } result)
                    continue;
                (facts, smallest, isSmaller) = (candidate, failure with { Result = result, Facts = candidate }, true);
            }
        }
        return smallest;
    }

    private InvariantResult? Breaks(InvariantResult like, SubjectFacts facts, EvaluationContext context) =>
        runner.CheckInvariants(like.Policy, facts, context)
            .FirstOrDefault(result => ReferenceEquals(result.Invariant, like.Invariant) && result.Truth == Truth.No);

    /// <summary>
    /// Ways to make a case smaller, the greatest first; null where there is nothing to take away.
    /// Steps look up their target again, since earlier steps may have changed it.
    /// </summary>
    private static IEnumerable<Func<SubjectFacts, SubjectFacts?>> Steps(SubjectFacts facts)
    {
        yield return static facts => facts.Payments.IsEmpty ? null : facts with { Payments = [] };
        yield return static facts => facts.Approvals.IsEmpty ? null : facts with { Approvals = [] };
        foreach (var detail in facts.Subject.Details)
            yield return facts =>
                facts.Details[detail.Ordinal] is null ? null : facts with { Details = facts.Details.SetItem(detail.Ordinal, null) };
        foreach (var payment in facts.Payments)
            yield return facts => facts.Payments.Contains(payment) ? facts with { Payments = facts.Payments.Remove(payment) } : null;
        foreach (var approval in facts.Approvals)
            yield return facts => facts.Approvals.Contains(approval) ? facts with { Approvals = facts.Approvals.Remove(approval) } : null;
        foreach (var detail in facts.Subject.Details)
        {
            foreach (var row in Enumerable.Range(0, facts.Details[detail.Ordinal]?.Length ?? 0).Reverse())
                yield return facts => WithoutRow(facts, detail, row);
        }
        foreach (var field in facts.Subject.Fields.Skip(1))
        {
            foreach (var value in Simpler(field))
                yield return facts => value(facts.Values[field.Ordinal]) is { } simpler
                    ? facts with { Values = facts.Values.SetItem(field.Ordinal, simpler.Value) }
                    : null;
        }
        foreach (var step in RowSteps(facts))
            yield return step;
    }

    private static IEnumerable<Func<SubjectFacts, SubjectFacts?>> RowSteps(SubjectFacts facts)
    {
        foreach (var detail in facts.Subject.Details)
        {
            foreach (var row in Enumerable.Range(0, facts.Details[detail.Ordinal]?.Length ?? 0))
            {
                foreach (var field in detail.Fields.Where(field => field != detail.Key))
                {
                    foreach (var value in Simpler(field))
                    {
                        yield return facts => facts.Details[detail.Ordinal] is { } rows && row < rows.Length
                            && value(rows[row].Values[field.Ordinal]) is { } simpler
                            ? facts with { Details = facts.Details.SetItem(detail.Ordinal,
                                rows.SetItem(row, rows[row] with { Values = rows[row].Values.SetItem(field.Ordinal, simpler.Value) })) }
                            : null;
                    }
                }
            }
        }
    }

    // Rows without a key of their own are numbered: records that name them would refer to another row.
    private static SubjectFacts? WithoutRow(SubjectFacts facts, IrDetail detail, int index)
    {
        if (facts.Details[detail.Ordinal] is not { } rows || index >= rows.Length)
            return null;
        var left = rows.RemoveAt(index);
        return facts with { Details = facts.Details.SetItem(detail.Ordinal,
            detail.Key is null ? [.. left.Select(static (row, i) => row with { Key = $"{i + 1}" })] : left) };
    }

    /// <summary>Simpler values for a value: nothing known, then rounder figures. Null where the value is as simple.</summary>
    private static IEnumerable<Func<Value?, Simplified?>> Simpler(IrField field)
    {
        yield return static value => value is null ? null : new Simplified(null);
        if (field.Type is not QuantityType)
            yield break;
        foreach (var change in (Func<Rational, Rational>[])[static number => number / 10, static number => number / 2, LeadingDigit])
        {
            yield return value => value is NumberValue { IsCertain: true, Bounds.Low: { } number } && change(number) is var simpler
                && simpler != number && IsAllowed(field, number, simpler) ? new Simplified(NumberValue.Of(simpler)) : null;
        }
    }

    /// <summary>Within the input range, and no more decimals than before.</summary>
    private static bool IsAllowed(IrField field, Rational number, Rational simpler) =>
        (field.InputRange.Low is not { } low || simpler >= low) && (field.InputRange.High is not { } high || simpler <= high)
        && (simpler.Denominator == 1 || simpler.Denominator <= number.Denominator);

    /// <summary>35.7 as 30: the first digit alone.</summary>
    private static Rational LeadingDigit(Rational number)
    {
        if (number.IsZero)
            return number;
        var power = Rational.One;
        var size = Rational.Max(number, -number);
        while (size >= power * 10)
            power *= 10;
        while (size < power)
            power /= 10;
        return (number / power).Floor() * power;
    }

    /// <summary>A simpler value, which may be none.</summary>
    private sealed record Simplified(Value? Value);
}
