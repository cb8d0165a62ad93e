// Operations that have no result whatever the facts are: a divisor or a step of 取整 that is 0, constants beyond the limits of numbers.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;

namespace Dsl.Semantics.Checks;

/// <summary>Constants (also 参数, in every value of their history) that an operation cannot have.</summary>
public sealed class ImpossibleOperationCheck : ICheck
{
    private const int LongestShown = 60;

    private static readonly DiagnosticRule ZeroDivisor = new("DSL2246", Severity.Error,
        "「{0}」的除数{1}是 0，除不出数来。", "核对除数；要按比例给的写成乘法，例如 研发费用 * 50%。");

    private static readonly DiagnosticRule NoStep = new("DSL2247", Severity.Error,
        "「{0}」取整的单位{1}是 {2}，应当大于 0。", "写明取到多少的整数倍，例如 向下取整(研发费用, 100元)。");

    private static readonly DiagnosticRule BeyondLimits = new("DSL2248", Severity.Error,
        "「{0}」算出来的数超出限度。", "数的绝对值不超过 10 的 100 次方，分母不超过 300 位；核对其中的数和乘除。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [ZeroDivisor, NoStep, BeyondLimits];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies)
        {
            // A 令 stands in the clause that declares it; used twice, it is said once.
            foreach (var node in BoundParts.Of(policy).SelectMany(static root => root.DescendantsAndSelf())
                .Where(static node => node is BoundArithmetic or BoundCall).DistinctBy(static node => node.Span))
            {
                if (Problem(policy, node) is { } problem)
                    context.Report(problem);
            }
        }
    }

    private static Diagnostic? Problem(BoundPolicy policy, BoundExpression node)
    {
        string Shown() =>
            policy.Source[node.Span] is { Length: > LongestShown } text ? text[..LongestShown] + "……" : policy.Source[node.Span];
        switch (node)
        {
            case BoundArithmetic { Operator: ArithmeticOperator.Divide, Right: { IsError: false } divisor }
                when First(divisor, static value => value.IsZero) is { } zero:
                return ZeroDivisor.At(policy.Source, divisor.Span, Shown(), zero.When);
            case BoundArithmetic arithmetic when ConstantFolder.IsBeyondLimits(arithmetic):
                return BeyondLimits.At(policy.Source, node.Span, Shown());
            case BoundCall { Function.Meaning: RoundingMeaning { Mode: not RoundingMode.HalfAwayFromZero },
                Arguments: [_, { IsError: false } step] }
                when First(step, static value => value.Sign <= 0) is { } wrong:
                return NoStep.At(policy.Source, step.Span, Shown(), wrong.When, QuantityFormat.Typeable(wrong.Value, step.Type));
            default:
                return null;
        }
    }

    /// <summary>The first value of a constant or of a 参数 that an operation cannot have, and when it is that.</summary>
    private static (Rational Value, string When)? First(BoundExpression node, Func<Rational, bool> isWrong)
    {
        if (ConstantFolder.Number(node) is { } constant)
            return isWrong(constant) ? (constant, "") : null;
        if (ParameterOf(node) is not { IsExternal: false } parameter)
            return null;
        foreach (var (from, value) in parameter.History)
        {
            if (value is NumberValue { IsCertain: true, Bounds.Low: { } number } && isWrong(number))
                return (number, from is { } day ? $"自 {CivilDate.Format(day)} 起" : "");
        }
        return null;
    }

    private static ParameterSymbol? ParameterOf(BoundExpression node) => node switch
    {
        BoundParameter parameter => parameter.Parameter,
        BoundLocal { Let.Value: var value } => ParameterOf(value),
        BoundNegate { Operand: var operand } => ParameterOf(operand),
        _ => null,
    };
}
