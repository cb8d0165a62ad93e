// Maps expressions to the numbers of their meaning (KeyTable).
using System.Diagnostics;
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Functions.Meanings;
using Dsl.Values.Terms;

namespace Dsl.Diff;

/// <summary>How a 令 is read.</summary>
internal enum LocalReading
{
    /// <summary>As its value: whether something is named or written out changes nothing.</summary>
    Value,

    /// <summary>As its value, but kept apart: in the rows of an aggregate a 令 still belongs to the frame of the clause.</summary>
    ValueOfFrame,

    /// <summary>As its name.</summary>
    Name,
}

/// <summary>Gives expressions of both programs their numbers; equal numbers, equal meaning. Expressions may have any depth.</summary>
internal sealed class ExpressionKeys
{
    private readonly KeyTable _table = new();
    private readonly Dictionary<(IrExpression Node, LocalReading Locals), int> _known = [];

    /// <summary>The number of an expression.</summary>
    public int Of(IrExpression root, LocalReading locals = LocalReading.Value)
    {
        var left = new Stack<(IrExpression Node, LocalReading Locals, bool PartsAreKnown)>([(root, locals, false)]);
        while (left.TryPop(out var next))
        {
            if (_known.ContainsKey((next.Node, next.Locals)))
                continue;
            if (next.PartsAreKnown)
            {
                _known.Add((next.Node, next.Locals), Make(next.Node, next.Locals));
                continue;
            }
            left.Push(next with { PartsAreKnown = true });
            foreach (var part in Parts(next.Node, next.Locals))
                left.Push((part, LocalsInside(next.Node, next.Locals), false));
        }
        return _known[(root, locals)];
    }

    /// <summary>The number of the opposite of a truth.</summary>
    public int NotOf(IrExpression root, LocalReading locals = LocalReading.Value) => _table.Not(Of(root, locals));

    private static IEnumerable<IrExpression> Parts(IrExpression node, LocalReading locals) =>
        node is IrLocalValue && locals == LocalReading.Name ? []
        : IrWalk.Parts(node);

    private static LocalReading LocalsInside(IrExpression node, LocalReading locals) => (node, locals) switch
    {
        (_, LocalReading.Name) => LocalReading.Name,
        (IrAggregate, _) => LocalReading.ValueOfFrame,
        (IrLocalValue, _) => LocalReading.Value,
        _ => locals,
    };

    private int Make(IrExpression node, LocalReading locals)
    {
        int Known(IrExpression part) => _known[(part, LocalsInside(node, locals))];
        return node switch
        {
            IrConstant constant => Constant(constant.Value),
            IrFact fact => _table.Make($"事实 {fact.Field.Detail}.{fact.Field.Name}"),
            IrParameterValue parameter => _table.Make($"参数 {parameter.Parameter.Name}"),
            IrContext context => _table.Make($"测算 {context.Kind}"),
            IrLocalValue local => locals switch
            {
                LocalReading.Name => _table.Make($"令 {local.Local.Name}"),
                LocalReading.ValueOfFrame => _table.Make("令", Known(local.Local.Value)),
                _ => Known(local.Local.Value),
            },
            IrArithmetic arithmetic => Arithmetic(arithmetic.Operator, Known(arithmetic.Left), Known(arithmetic.Right)),
            IrNegate negate => _table.Negative(Known(negate.Operand)),
            IrDateShift shift => _table.Make(shift.InMonths ? "加月" : "加天", Known(shift.Date), Known(shift.Amount)),
            IrCompare compare => Comparison(compare.Operator, Known(compare.Left), Known(compare.Right)),
            IrSameText same => _table.Either("同文", Known(same.Left), Known(same.Right)),
            IrSameTruth same => _table.SameTruth(Known(same.Left), Known(same.Right)),
            IrMember member => Member(member, Known(member.Operand)),
            IrAnd and => _table.Set(KeyTable.AndOperator, and.Operands.Select(Known)),
            IrOr or => _table.Set(KeyTable.OrOperator, or.Operands.Select(Known)),
            IrNot not => _table.Not(Known(not.Operand)),
            IrChoose choose => _table.Choice(Known(choose.Condition), Known(choose.WhenTrue), Known(choose.WhenFalse)),
            IrTable { Rows: [{ Test: null } only] } => Known(only.Value),
            IrTable table => Table(table, Known),
            IrAggregate aggregate => _table.Make(
                $"汇总 {aggregate.Kind} {aggregate.Detail?.Name} {aggregate.Registry?.Name}",
                aggregate.Selector is { } selector ? Known(selector) : -1, aggregate.Filter is { } filter ? Known(filter) : -1),
            IrHistory history => _table.Make($"已得 {history.Kind} {history.ClauseNumber}"),
            IrCall { Function.Meaning: ExtremeMeaning } call => _table.Set(call.Function.Name, call.Arguments.Select(Known)),
            IrCall call => _table.Make($"函数 {call.Function.Name}", [.. call.Arguments.Select(Known)]),
            _ => throw new UnreachableException(node.GetType().Name),
        };
    }

    private int Constant(Value value) => value switch
    {
        NumberValue { Bounds.Low: { } number } => _table.Number(number),
        TruthValue truth => _table.TruthOf(truth.Truth == Truth.Yes),
        TextValue { Text: { } text } => _table.Make($"文 {text}"),
        _ => _table.Make("未知"),
    };

    private int Arithmetic(ArithmeticOperator op, int left, int right) => op switch
    {
        ArithmeticOperator.Add => _table.Sum(left, right),
        ArithmeticOperator.Subtract => _table.Sum(left, _table.Negative(right)),
        ArithmeticOperator.Multiply => _table.Product(left, right),
        _ => _table.Quotient(left, right),
    };

    private int Comparison(ComparisonOperator op, int left, int right) => op switch
    {
        ComparisonOperator.Equal => _table.Either(KeyTable.EqualOperator, left, right),
        ComparisonOperator.NotEqual => _table.Either(KeyTable.NotEqualOperator, left, right),
        ComparisonOperator.Less => _table.Make(KeyTable.LessOperator, left, right),
        ComparisonOperator.LessOrEqual => _table.Make(KeyTable.LessOrEqualOperator, left, right),
        ComparisonOperator.Greater => _table.Make(KeyTable.LessOperator, right, left),
        _ => _table.Make(KeyTable.LessOrEqualOperator, right, left),
    };

    // 属于 [甲] means the same as = 甲.
    private int Member(IrMember member, int operand)
    {
        var values = member.Values.Distinct().Order(StringComparer.Ordinal).ToList();
        return values is [var only] && !member.IsOpen
            ? _table.Either("同文", operand, _table.Make($"文 {only}"))
            : _table.Make($"属于 [{string.Join(", ", values)}{(member.IsOpen ? ", 等" : "")}]", operand);
    }

    // The rows of a table have no order.
    private int Table(IrTable table, Func<IrExpression, int> known)
    {
        var pairs = table.Rows.Select(row => _table.Make("行", row.Test is { } test ? known(test) : -1, known(row.Value)));
        return _table.Make("表", [.. pairs.Order()]);
    }
}
