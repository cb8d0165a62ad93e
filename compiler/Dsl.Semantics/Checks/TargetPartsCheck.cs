// 其中 of a target that is to be reached or passed: the figures of parts that make up the whole add up to its figure.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Quantities;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Semantics.Checks;

/// <summary>
/// Targets that do not add up. Looked at are sums and counts with parts that share out the whole: one part for each value of a closed list,
/// or several named figures from outside. Parts that overlap or leave something out say nothing of the whole.
/// </summary>
public sealed class TargetPartsCheck : ICheck
{
    private static readonly DiagnosticRule Below = new("DSL3022", Severity.Warning,
        "各部分之和是{0}，比总数{1}少{2}：各部分都达到了，总数仍可能没有达到。",
        "对照原文检查各个数；原文如此的，在上一行写「// 忽略 DSL3022 理由」。");

    private static readonly DiagnosticRule Above = new("DSL3023", Severity.Remark,
        "各部分之和是{0}，比总数{1}多{2}：总数达到了，不等于各部分都达到。",
        "对照原文检查各个数；原文如此的，在上一行写「// 忽略 DSL3023 理由」。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Below, Above];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var policy in context.Model.Policies.Where(context.IsSound))
        {
            foreach (var target in policy.Targets
                .Where(static target => IsLowerBound(target.Comparison) && CanBeAdded(target.Type) && AreWhole(target)))
                Check(context, policy, target);
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, BoundTarget target)
    {
        var parts = target.Parts.Select(static part => ConstantFolder.Number(part.Value)).OfType<Rational>().ToList();
        if (ConstantFolder.Number(target.Value) is not { } whole || parts.Count < target.Parts.Length)
            return;
        var sum = parts.Aggregate(Rational.Zero, static (total, part) => total + part);
        if (sum == whole)
            return;
        var (rule, apart) = sum < whole ? (Below, whole - sum) : (Above, sum - whole);
        context.Report(rule.At(policy.Source, target.Value.Span, QuantityFormat.Typeable(sum, target.Type),
            QuantityFormat.Typeable(whole, target.Type), QuantityFormat.Typeable(apart, target.Type)));
    }

    private static bool IsLowerBound(ComparisonOperator comparison) =>
        comparison is ComparisonOperator.Greater or ComparisonOperator.GreaterOrEqual;

    /// <summary>Shares (36%) and rates (17件/亿元) of parts do not add up to that of the whole.</summary>
    private static bool CanBeAdded(DslType type) => type is QuantityType { IsRatio: false, Dimension.Factors: [{ Power: 1 }] };

    private static bool AreWhole(BoundTarget target) =>
        target.Parts.Length > 1 && target.Parts.All(static part => IsLowerBound(part.Comparison))
        && (target.Indicator is null || SharesOutList(target));

    /// <summary>片区 = 中心城区, 片区 = 主城新区, … : each value of the field's list once.</summary>
    private static bool SharesOutList(BoundTarget target)
    {
        if (target.Indicator is not BoundAggregate { Kind: AggregateKind.Count or AggregateKind.Sum })
            return false;
        var values = target.Parts.Select(ValueOf).OfType<(FieldSymbol Field, string Value)>().ToList();
        return values.Count == target.Parts.Length
            && values.TrueForAll(value => value.Field == values[0].Field)
            && values[0].Field.Type is EnumType { IsOpen: false } list
            && values.Select(static value => value.Value).Order(StringComparer.Ordinal)
                .SequenceEqual(list.Members.Order(StringComparer.Ordinal));
    }

    /// <summary>The field and value of a part's condition, where it is 字段 = 值; null for any other.</summary>
    private static (FieldSymbol Field, string Value)? ValueOf(BoundTargetPart part) =>
        part is { Indicator: { } indicator, Syntax.Part: BinaryExpression { Operator.Kind: SyntaxKind.Equals } syntax }
            && indicator.DescendantsAndSelf().OfType<BoundSameText>().FirstOrDefault(node => node.Span == syntax.Span) is
                { Left: BoundFact fact, Right: BoundConstant { Value: TextValue { Text: { } value } } }
            ? (fact.Field, value)
            : null;
}
