// The one type switch over expressions: every back end must answer for every node.
using System.Diagnostics;

namespace Dsl.Ir.Nodes;

/// <summary>Computes a result per node.</summary>
/// <typeparam name="TContext">What is handed down.</typeparam>
/// <typeparam name="TResult">What is handed up.</typeparam>
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
        _ => throw new UnreachableException(node.GetType().Name),
    };

    /// <summary>See <see cref="IrConstant"/>.</summary>
    protected abstract TResult Constant(IrConstant node, TContext context);

    /// <summary>See <see cref="IrFact"/>.</summary>
    protected abstract TResult Fact(IrFact node, TContext context);

    /// <summary>See <see cref="IrParameterValue"/>.</summary>
    protected abstract TResult ParameterValue(IrParameterValue node, TContext context);

    /// <summary>See <see cref="IrContext"/>.</summary>
    protected abstract TResult Context(IrContext node, TContext context);

    /// <summary>See <see cref="IrLocalValue"/>.</summary>
    protected abstract TResult LocalValue(IrLocalValue node, TContext context);

    /// <summary>See <see cref="IrArithmetic"/>.</summary>
    protected abstract TResult Arithmetic(IrArithmetic node, TContext context);

    /// <summary>See <see cref="IrNegate"/>.</summary>
    protected abstract TResult Negate(IrNegate node, TContext context);

    /// <summary>See <see cref="IrDateShift"/>.</summary>
    protected abstract TResult DateShift(IrDateShift node, TContext context);

    /// <summary>See <see cref="IrCompare"/>.</summary>
    protected abstract TResult Compare(IrCompare node, TContext context);

    /// <summary>See <see cref="IrSameText"/>.</summary>
    protected abstract TResult SameText(IrSameText node, TContext context);

    /// <summary>See <see cref="IrSameTruth"/>.</summary>
    protected abstract TResult SameTruth(IrSameTruth node, TContext context);

    /// <summary>See <see cref="IrMember"/>.</summary>
    protected abstract TResult Member(IrMember node, TContext context);

    /// <summary>See <see cref="IrAnd"/>.</summary>
    protected abstract TResult And(IrAnd node, TContext context);

    /// <summary>See <see cref="IrOr"/>.</summary>
    protected abstract TResult Or(IrOr node, TContext context);

    /// <summary>See <see cref="IrNot"/>.</summary>
    protected abstract TResult Not(IrNot node, TContext context);

    /// <summary>See <see cref="IrChoose"/>.</summary>
    protected abstract TResult Choose(IrChoose node, TContext context);

    /// <summary>See <see cref="IrTable"/>.</summary>
    protected abstract TResult Table(IrTable node, TContext context);

    /// <summary>See <see cref="IrAggregate"/>.</summary>
    protected abstract TResult Aggregate(IrAggregate node, TContext context);

    /// <summary>See <see cref="IrCall"/>.</summary>
    protected abstract TResult Call(IrCall node, TContext context);
}
