// Expressions with figures put in: min(200万元 × 30% = 60万元, 100万元) = 60万元.
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Explaining;

/// <summary>An expression as text.</summary>
/// <param name="Binding">How tightly its operator binds; 9 for what needs no brackets.</param>
/// <param name="IsComputed">Whether the value says more than the text: then an argument or a side of a comparison shows it after
/// =.</param>
internal readonly record struct Rendered(string Text, int Binding, bool IsComputed);

/// <summary>Renders expressions with the values that an evaluation recorded. Parts that were not evaluated appear as written.</summary>
internal sealed class FigureRenderer(EvaluationTrace trace) : IrExpressionVisitor<Frame, Rendered>
{
    private const int Choice = 1, Disjunction = 2, Conjunction = 3, Comparison = 5, Sum = 6, Product = 7, Whole = 9;

    /// <summary>Of a longer chain only the first and last terms are shown.</summary>
    private const int LongestChain = 12;

    /// <summary>The expression, followed by = and its value where it is computed.</summary>
    public string WithValue(IrExpression node, Frame frame)
    {
        var rendered = Visit(node, frame);
        return rendered.IsComputed ? $"{rendered.Text} = {Value(node, frame)}" : rendered.Text;
    }

    /// <summary>The value of a node as text.</summary>
    public string Value(IrExpression node, Frame frame) =>
        trace.TryGetValue(node, frame, out var value) ? Wording.Of(value, node.Type) : node.Origin.Text;

    private string Inside(IrExpression node, Frame frame, int binding)
    {
        var rendered = Visit(node, frame);
        return rendered.Binding < binding ? $"({rendered.Text})" : rendered.Text;
    }

    // Numbers stand for themselves; a text or truth is shown with its name: 是 alone says nothing.
    private Rendered Named(IrExpression node, Frame frame, string name)
    {
        if (!trace.TryGetValue(node, frame, out var value))
            return new(name, Whole, false);
        var isFigure = value is NumberValue && value.IsCertain;
        return new(isFigure ? Wording.Of(value, node.Type) : $"{name}（{Wording.Of(value, node.Type)}）", Whole, false);
    }

    /// <inheritdoc/>
    protected override Rendered Constant(IrConstant node, Frame context) => new(Wording.Of(node.Value, node.Type), Whole, false);

    /// <inheritdoc/>
    protected override Rendered Fact(IrFact node, Frame context) => Named(node, context, node.Field.Name);

    /// <inheritdoc/>
    protected override Rendered ParameterValue(IrParameterValue node, Frame context) => Named(node, context, node.Parameter.Name);

    /// <inheritdoc/>
    protected override Rendered Context(IrContext node, Frame context) => Named(node, context, node.Origin.Text);

    /// <inheritdoc/>
    protected override Rendered History(IrHistory node, Frame context) => Named(node, context, node.Origin.Text);

    /// <inheritdoc/>
    protected override Rendered LocalValue(IrLocalValue node, Frame context) => Named(node, context, node.Local.Name);

    /// <inheritdoc/>
    protected override Rendered Arithmetic(IrArithmetic node, Frame context)
    {
        var spine = new Stack<IrArithmetic>();
        IrExpression first = node;
        for (; first is IrArithmetic link && (spine.Count == 0 || Binding(link) == Binding(node)); first = link.Left)
            spine.Push(link);
        var links = spine.ToArray();
        var terms = new List<string> { Inside(first, context, Binding(node)) };
        for (var i = 0; i < links.Length; i++)
        {
            if (links.Length <= LongestChain || i < LongestChain / 2 || i >= links.Length - LongestChain / 2)
                terms.Add($" {Wording.Sign(links[i].Operator)} {Inside(links[i].Right, context, Binding(node) + 1)}");
            else if (i == LongestChain / 2)
                terms.Add(" ……");
        }
        return new(string.Concat(terms), Binding(node), true);
    }

    private static int Binding(IrArithmetic node) => node.Operator is ArithmeticOperator.Add or ArithmeticOperator.Subtract ? Sum : Product;

    /// <inheritdoc/>
    protected override Rendered Negate(IrNegate node, Frame context) => new($"−{Inside(node.Operand, context, Whole)}", Product, true);

    /// <inheritdoc/>
    protected override Rendered DateShift(IrDateShift node, Frame context)
    {
        var amount = trace.TryGetValue(node.Amount, context, out var value)
            ? Wording.Of(value, DslType.In(node.InMonths ? Units.Months : Units.Days))
            : node.Amount.Origin.Text;
        return new($"{Inside(node.Date, context, Sum)} + {amount}", Sum, true);
    }

    /// <inheritdoc/>
    protected override Rendered Compare(IrCompare node, Frame context) =>
        new($"{WithValue(node.Left, context)} {Wording.Sign(node.Operator)} {WithValue(node.Right, context)}", Comparison, false);

    /// <inheritdoc/>
    protected override Rendered SameText(IrSameText node, Frame context) =>
        new($"{WithValue(node.Left, context)} = {WithValue(node.Right, context)}", Comparison, false);

    /// <inheritdoc/>
    protected override Rendered SameTruth(IrSameTruth node, Frame context) =>
        new($"{Inside(node.Left, context, Whole)} = {Inside(node.Right, context, Whole)}", Comparison, false);

    /// <inheritdoc/>
    protected override Rendered Member(IrMember node, Frame context) =>
        new($"{Inside(node.Operand, context, Whole)} 属于 [{string.Join(", ", node.Values)}{(node.IsOpen ? ", 等" : "")}]", Comparison,
            false);

    /// <inheritdoc/>
    protected override Rendered And(IrAnd node, Frame context) => Chain(node.Operands, context, " 且 ", Conjunction);

    /// <inheritdoc/>
    protected override Rendered Or(IrOr node, Frame context) => Chain(node.Operands, context, " 或 ", Disjunction);

    private Rendered Chain(IReadOnlyList<IrExpression> operands, Frame frame, string word, int binding)
    {
        var shown =
            operands.Count <= LongestChain ? operands : [.. operands.Take(LongestChain / 2), .. operands.TakeLast(LongestChain / 2)];
        var texts = shown.Select(operand => Inside(operand, frame, binding + 1)).ToList();
        if (shown.Count < operands.Count)
            texts.Insert(LongestChain / 2, "……");
        return new(string.Join(word, texts), binding, false);
    }

    /// <inheritdoc/>
    protected override Rendered Not(IrNot node, Frame context) => new($"非 {Inside(node.Operand, context, Whole)}", Conjunction + 1, false);

    /// <inheritdoc/>
    protected override Rendered Choose(IrChoose node, Frame context)
    {
        // Only the way that was taken is told.
        var (passed, told, rest) = (0, new List<string>(), (IrExpression)node);
        while (rest is IrChoose choose && told.Count < LongestChain)
        {
            var truth = TruthOf(choose.Condition, context);
            if (truth == Truth.No)
            {
                passed++;
            }
            else
            {
                var branch = $"若 {choose.Condition.Origin.Text}（{truth.Word()}）则 {WithValue(choose.WhenTrue, context)}";
                told.Add(branch);
                if (truth == Truth.Yes)
                    return new(string.Join(" ", told), Choice, IsComputed: told.Count > 1);
            }
            rest = choose.WhenFalse;
        }
        var before = told.Count == 0 && passed == 1 ? $"若 {node.Condition.Origin.Text}（否）" : "";
        var other = rest is IrChoose ? "否则 ……" : $"否则 {WithValue(rest, context)}";
        return new(string.Join(" ", told.Prepend(before).Append(other).Where(static text => text.Length > 0)), Choice,
            IsComputed: told.Count > 0);
    }

    // Rows that certainly do not apply are not told: 级别 = 国家（是）→ 100万元.
    /// <inheritdoc/>
    protected override Rendered Table(IrTable node, Frame context)
    {
        var (told, certain, isOpen) = (new List<string>(), 0, false);
        foreach (var row in node.Rows)
        {
            var truth = row.Test is { } test ? TruthOf(test, context) : certain > 0 ? Truth.No : isOpen ? Truth.Unknown : Truth.Yes;
            (certain, isOpen) = (truth == Truth.Yes ? certain + 1 : certain, isOpen || truth == Truth.Unknown);
            if (truth == Truth.No || told.Count > LongestChain)
                continue;
            told.Add(told.Count == LongestChain ? "……" : $"{row.Text}（{truth.Word()}）→ {WithValue(row.Value, context)}");
        }
        if (told.Count == 0)
            return new($"没有一行适用（{ColumnsOf(node, context)}）", Choice, IsComputed: false);
        var conflict =
            certain > 1 && trace.TryGetValue(node, context, out var value) && !value.IsCertain ? "（几行同时适用，结果不同）" : "";
        return new(string.Join("；", told) + conflict, Choice, IsComputed: told.Count > 1);
    }

    /// <summary>The facts that the rows of a table ask for, with what they are.</summary>
    private string ColumnsOf(IrTable node, Frame context)
    {
        var columns = node.Rows.Select(static row => row.Test).OfType<IrExpression>()
            .SelectMany(static test => test is IrAnd and ? and.Operands : [test])
            .Select(static cell =>
                IrWalk.All(cell).FirstOrDefault(static part => part is IrFact or IrLocalValue or IrParameterValue or IrContext))
            .OfType<IrExpression>().DistinctBy(static column => column.Origin.Text);
        return string.Join("；", columns.Select(column => $"{column.Origin.Text} = {Value(column, context)}"));
    }

    private Truth TruthOf(IrExpression node, Frame context) =>
        trace.TryGetValue(node, context, out var value) && value is TruthValue known ? known.Truth : Truth.Unknown;

    /// <inheritdoc/>
    protected override Rendered Aggregate(IrAggregate node, Frame context)
    {
        var name = AggregateFunctions.All.First(function => function.Kind == node.Kind).Name;
        var text = node.Origin.Text.Length > 0 ? node.Origin.Text : $"{name}({node.Detail?.Name ?? node.Registry?.Name})";
        return new($"{text}（{Value(node, context)}）", Whole, false);
    }

    /// <inheritdoc/>
    protected override Rendered ClauseValue(IrClauseValue node, Frame context) =>
        new($"{node.Origin.Text}（{Value(node, context)}）", Whole, false);

    /// <inheritdoc/>
    protected override Rendered Call(IrCall node, Frame context) =>
        new($"{node.Function.Name}({string.Join(", ", node.Arguments.Select(argument => WithValue(argument, context)))})", Whole, true);
}
