// Expressions with their meaning: every name resolved, every unit settled. Long chains are balanced here, so that later stages may recurse.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Types;

namespace Dsl.Semantics.Bound;

/// <summary>A bound expression: the closed set of records below.</summary>
/// <param name="Syntax">Where it comes from.</param>
/// <param name="Span">The place in the text (kept, because long chains make it costly to ask the tree).</param>
public abstract record BoundExpression(ExpressionSyntax Syntax, TextSpan Span, DslType Type)
{
    /// <summary>Whether a mistake in it was reported; absorbs every operation.</summary>
    public bool IsError => Type.IsError;

    /// <summary>Whether it reads the row under 每个 (outside aggregates), also through 令.</summary>
    internal bool ReadsRow() => ReadsRow([]);

    /// <summary>Rows of aggregates around it are not those under 每个.</summary>
    private bool ReadsRow(ImmutableArray<TableSymbol> within) => this switch
    {
        BoundFact fact => fact.Field.Table is DetailSymbol && !within.Contains(fact.Field.Table),
        BoundLocal local => local.Let.ReadsRow,
        BoundHistory history => history.IsOfRow,
        BoundAggregate aggregate => aggregate.ChildNodes().Any(child => child.ReadsRow(within.Add(aggregate.Rows))),
        _ => this.ChildNodes().Any(child => child.ReadsRow(within)),
    };
}

/// <summary>What could not be bound; already reported.</summary>
public sealed record BoundError(ExpressionSyntax Syntax, TextSpan Span) : BoundExpression(Syntax, Span, DslType.Error)
{
    internal BoundError(ExpressionSyntax syntax)
        : this(syntax, syntax.Span)
    {
    }
}

/// <summary>A literal, or a value of a list.</summary>
/// <param name="Syntax">Where it comes from.</param>
/// <param name="Span">The place in the text.</param>
public sealed record BoundConstant(ExpressionSyntax Syntax, TextSpan Span, Value Value, DslType Type) : BoundExpression(Syntax, Span, Type);

/// <summary>A fact of the subject or of the current row.</summary>
public sealed record BoundFact(ExpressionSyntax Syntax, TextSpan Span, FieldSymbol Field) : BoundExpression(Syntax, Span, Field.Type);

/// <summary>The value of a 参数.</summary>
public sealed record BoundParameter(ExpressionSyntax Syntax, TextSpan Span, ParameterSymbol Parameter)
    : BoundExpression(Syntax, Span, Parameter.Type);

/// <summary>测算日, 年度, 施行日期, 奖补.</summary>
public sealed record BoundIntrinsic(ExpressionSyntax Syntax, TextSpan Span, ContextKind Name, DslType Type)
    : BoundExpression(Syntax, Span, Type);

/// <summary>A 令 with its value. It has an identity of its own: all uses in a clause share it.</summary>
public sealed class BoundLet(LocalSymbol symbol, BoundExpression value)
{
    /// <summary>The 令.</summary>
    public LocalSymbol Symbol { get; } = symbol;

    /// <summary>Its value; a <see cref="BoundError"/> where it was reported.</summary>
    public BoundExpression Value { get; } = value;

    /// <summary>How long the value is with every 令 in it written out.</summary>
    internal FormulaSize Size { get; } = FormulaSize.Of(value);

    /// <summary>Whether the value reads facts of the row under 每个, also through other 令.</summary>
    internal bool ReadsRow { get; } = value.ReadsRow();

    /// <summary>The 令 in it.</summary>
    internal IEnumerable<BoundLet> Used => Value.DescendantsAndSelf().OfType<BoundLocal>().Select(static use => use.Let);

    /// <summary>Whether the value reads facts or rows of the subject, also through other 令.</summary>
    internal bool ReadsSubject => Value.DescendantsAndSelf().Any(static node =>
        node is BoundFact or BoundAggregate || (node is BoundLocal local && local.Let.ReadsSubject));
}

/// <summary>A use of a 令.</summary>
public sealed record BoundLocal(ExpressionSyntax Syntax, TextSpan Span, BoundLet Let, DslType Type) : BoundExpression(Syntax, Span, Type);

/// <summary>Arithmetic on numbers of settled units; also date − date in days and year ± years.</summary>
public sealed record BoundArithmetic(
    ExpressionSyntax Syntax, TextSpan Span, ArithmeticOperator Operator, BoundExpression Left, BoundExpression Right, DslType Type)
        : BoundExpression(Syntax, Span, Type);

/// <summary>−x.</summary>
public sealed record BoundNegate(ExpressionSyntax Syntax, TextSpan Span, BoundExpression Operand)
    : BoundExpression(Syntax, Span, Operand.Type);

/// <summary>A date moved by months or days.</summary>
public sealed record BoundDateShift(
    ExpressionSyntax Syntax, TextSpan Span, BoundExpression Date, BoundExpression Amount, bool InMonths)
        : BoundExpression(Syntax, Span, DslType.Date);

/// <summary>A comparison of numbers, dates or years of the same unit.</summary>
public sealed record BoundComparison(
    ExpressionSyntax Syntax, TextSpan Span, ComparisonOperator Operator, BoundExpression Left, BoundExpression Right)
        : BoundExpression(Syntax, Span, DslType.Truth);

/// <summary>Whether two texts or list values are the same.</summary>
public sealed record BoundSameText(ExpressionSyntax Syntax, TextSpan Span, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Syntax, Span, DslType.Truth);

/// <summary>Whether two truths are the same.</summary>
public sealed record BoundSameTruth(ExpressionSyntax Syntax, TextSpan Span, BoundExpression Left, BoundExpression Right)
    : BoundExpression(Syntax, Span, DslType.Truth);

/// <summary>x 属于 [values]; 不属于 is a <see cref="BoundNot"/> around it.</summary>
public sealed record BoundMembership(
    ExpressionSyntax Syntax, TextSpan Span, BoundExpression Operand, ImmutableArray<string> Values, bool IsOpen)
        : BoundExpression(Syntax, Span, DslType.Truth);

/// <summary>且 or 或 over two or more, flat.</summary>
public sealed record BoundLogical(ExpressionSyntax Syntax, TextSpan Span, bool IsAnd, ImmutableArray<BoundExpression> Operands)
    : BoundExpression(Syntax, Span, DslType.Truth);

/// <summary>非.</summary>
public sealed record BoundNot(ExpressionSyntax Syntax, TextSpan Span, BoundExpression Operand)
    : BoundExpression(Syntax, Span, DslType.Truth);

/// <summary>若 则 否则.</summary>
public sealed record BoundConditional(
    ExpressionSyntax Syntax, TextSpan Span, BoundExpression Condition, BoundExpression WhenTrue, BoundExpression WhenFalse, DslType Type)
        : BoundExpression(Syntax, Span, Type);

/// <summary>A decision table: the one row that applies. A last row without cells holds where no other does.</summary>
/// <param name="Syntax">Where it comes from.</param>
/// <param name="Span">The place in the text.</param>
/// <param name="Columns">The facts of the header.</param>
/// <param name="Type">The type of the results.</param>
public sealed record BoundTable(
    ExpressionSyntax Syntax, TextSpan Span, ImmutableArray<BoundExpression> Columns, ImmutableArray<BoundTableRow> Rows, DslType Type)
        : BoundExpression(Syntax, Span, Type);

/// <summary>A row of a decision table.</summary>
/// <param name="Syntax">The row.</param>
/// <param name="Cells">A truth per column; null for any value.</param>
/// <param name="Result">The value.</param>
public sealed record BoundTableRow(TableRowSyntax Syntax, ImmutableArray<BoundExpression?> Cells, BoundExpression Result);

/// <summary>An aggregate over rows of a detail, or over the registry (in 目标).</summary>
public sealed record BoundAggregate(
    ExpressionSyntax Syntax, TextSpan Span, AggregateKind Kind, TableSymbol Rows, BoundExpression? Selector, BoundExpression? Filter,
    DslType Type)
    : BoundExpression(Syntax, Span, Type)
{
    /// <summary>The detail whose rows it goes over; null where it goes over subjects.</summary>
    public DetailSymbol? Detail => Rows as DetailSymbol;

    /// <summary>The year that is meant, where it is a fact of one year: 本年.营业收入; null for any other.</summary>
    public BoundExpression? Year { get; init; }

    /// <summary>The kind of subjects that it goes over; null where it goes over the rows of a detail.</summary>
    public SubjectSymbol? Registry => Rows as SubjectSymbol;
}

/// <summary>A builtin function.</summary>
public sealed record BoundCall(
    ExpressionSyntax Syntax, TextSpan Span, BuiltinFunction Function, ImmutableArray<BoundExpression> Arguments, DslType Type)
        : BoundExpression(Syntax, Span, Type);
