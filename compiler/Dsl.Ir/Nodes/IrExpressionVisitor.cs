// The one type switch over expressions: every back end must handle every node.
using System.Diagnostics;

namespace Dsl.Ir.Nodes;

/// <summary>Computes a result per node.</summary>
/// <typeparam name="TContext">The context passed to each call.</typeparam>
/// <typeparam name="TResult">The result of each call.</typeparam>
public abstract class IrExpressionVisitor<TContext, TResult>
{
    /// <summary>Dispatches on the node's type.</summary>
    public virtual TResult Visit(IrExpression node, TContext context) => node switch
    {
        IrConstant n => Constant(n, context),
        IrFact n => Fact(n, context),
        IrParameterValue n => ParameterValue(n, context),
        IrContext n => Context(n, context),
        IrLocalValue n => LocalValue(n, context),
        IrArithmetic n => Arithmetic(n, context),
        IrNegate n => Negate(n, context),
        IrDateShift n => DateShift(n, context),
        IrCompare n => Compare(n, context),
        IrSameText n => SameText(n, context),
        IrSameTruth n => SameTruth(n, context),
        IrMember n => Member(n, context),
        IrAnd n => And(n, context),
        IrOr n => Or(n, context),
        IrNot n => Not(n, context),
        IrChoose n => Choose(n, context),
        IrTable n => Table(n, context),
        IrAggregate n => Aggregate(n, context),
        IrCall n => Call(n, context),
        IrHistory n => History(n, context),
        IrClauseValue n => ClauseValue(n, context),
        _ => throw new UnreachableException(node.GetType().Name),
    };

    protected abstract TResult Constant(IrConstant node, TContext context);

    protected abstract TResult Fact(IrFact node, TContext context);

    protected abstract TResult ParameterValue(IrParameterValue node, TContext context);

    protected abstract TResult Context(IrContext node, TContext context);

    protected abstract TResult LocalValue(IrLocalValue node, TContext context);

    protected abstract TResult Arithmetic(IrArithmetic node, TContext context);

    protected abstract TResult Negate(IrNegate node, TContext context);

    protected abstract TResult DateShift(IrDateShift node, TContext context);

    protected abstract TResult Compare(IrCompare node, TContext context);

    protected abstract TResult SameText(IrSameText node, TContext context);

    protected abstract TResult SameTruth(IrSameTruth node, TContext context);

    protected abstract TResult Member(IrMember node, TContext context);

    protected abstract TResult And(IrAnd node, TContext context);

    protected abstract TResult Or(IrOr node, TContext context);

    protected abstract TResult Not(IrNot node, TContext context);

    protected abstract TResult Choose(IrChoose node, TContext context);

    protected abstract TResult Table(IrTable node, TContext context);

    protected abstract TResult Aggregate(IrAggregate node, TContext context);

    protected abstract TResult Call(IrCall node, TContext context);

    protected abstract TResult History(IrHistory node, TContext context);

    protected abstract TResult ClauseValue(IrClauseValue node, TContext context);
}
