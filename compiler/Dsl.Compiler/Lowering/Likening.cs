// 比照: conditions and formula of another clause with other values in place of facts.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Semantics.Bound;

namespace Dsl.Compiler.Lowering;

/// <summary>What a clause takes from another one.</summary>
/// <param name="Locals">令.</param>
/// <param name="Conditions">条件 and 排除, without those of the scope.</param>
/// <param name="Award">奖补.</param>
internal sealed record Likening(ImmutableArray<IrLocal> Locals, ImmutableArray<IrCondition> Conditions, IrAward? Award)
{
    /// <summary>Takes it.</summary>
    public static Likening Of(BoundLikeness like, IrClause other, string number, SchemaLowering schema, ExpressionLowering expressions,
        JointLowering joint)
    {
        var values = like.Replacements.ToDictionary(replaced => schema[replaced.Fact], replaced => expressions.Visit(replaced.Value));
        var made = new IrReplacement(values, number);
        return new([.. other.Locals.Select(made.Of)],
            [.. other.Conditions.Where(condition => !condition.FromScope && !joint.IsChoice(condition)).Select(condition => condition with
            {
                Expression = made.Of(condition.Expression), Text = $"比照条款 {like.Number}：{condition.Text}{Replaced(condition, values)}",
            })],
            other.Award switch
            {
                IrFormula formula => new IrFormula(made.Of(formula.Amount)),
                IrApproval approval => new IrApproval(made.OfOptional(approval.Ceiling), made.OfOptional(approval.Least)),
                IrCaseByCase free => new IrCaseByCase(made.OfOptional(free.Least)),
                var none => none,
            });
    }

    private static string Replaced(IrCondition condition, Dictionary<IrField, IrExpression> values)
    {
        var used = IrWalk.All(condition.Expression).OfType<IrFact>().Select(static fact => fact.Field).ToHashSet();
        var pairs = values.Where(pair => used.Contains(pair.Key)).Select(static pair => $"{pair.Key.Name} = {pair.Value.Origin.Text}");
        return string.Join("，", pairs) is { Length: > 0 } text ? $"（{text}）" : "";
    }
}
