// The expressions of one clause as a class; the rules that go on with them are not generated.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;

namespace Dsl.Columns.Emitting;

/// <summary>Emits the class of a clause.</summary>
internal sealed class ClauseEmitter(CodeWriter writer, ProgramTables tables, IrPolicy policy, IrClause clause, WaitTable waits)
{
    // Bits of UnitOutcome.Failed.
    private const int MostConditions = 64;

    private const string OfUnit = "(in SubjectFrame subject, in RowFrame row)", OfSubject = "(in SubjectFrame subject)";

    private readonly BoundsNotation _bounds = new(writer, waits);
    private readonly ExpressionEmitter _expressions = new(writer, new BoundsNotation(writer, waits), waits, tables, policy);

    /// <summary>In which fractions the numbers are held.</summary>
    public ClauseForms Forms { get; private set; } = new();

    /// <summary>Emits the class under a name.</summary>
    /// <exception cref="BeyondColumnsException">The clause is left to the interpreter; what was written must be dropped.</exception>
    public void Emit(string name)
    {
        if (clause.Conditions.Length > MostConditions)
            throw new BeyondColumnsException("more than 64 conditions");
        if (!(clause.Rounding.Step * 100).IsInteger)
            throw new BeyondColumnsException("取整 to less than a fen");
        if (clause.Each is { } detail)
        {
            tables.Read(detail, null);
            waits.Bit(new(UnknownKind.Table, detail.Name, WaitScope.Fixed));
        }
        if (clause.Award is IrDiscretion or IrCaseByCase)
            waits.Bit(ClausePlan.Approval);
        writer.Line($"/// <summary>{CodeWriter.Comment($"{policy.Number} 条款 {clause.Number} {clause.Basis.Title}")}</summary>");
        writer.Open($"internal sealed class {name} : ClauseKernel");
        var constants = writer.Mark();
        Conditions();
        Anchor();
        Amount();
        Block();
        Gate();
        Caps();
        writer.Insert(constants, [.. waits.Names.Select(static (constant, bit) => $"private const ulong {constant} = 1UL << {bit};"), ""]);
        writer.Close();
    }

    // Facts that already stand in a variable are those of one method.
    private RowScope? NewRow() => clause.Each is { } detail ? new(detail, "row", false, null, 0) : null;

    private void Conditions()
    {
        var row = NewRow();
        Begin("public override void Conditions(in SubjectFrame subject, in RowFrame row, ref UnitOutcome unit)", row);
        for (var i = 0; i < clause.Conditions.Length; i++)
        {
            var condition = clause.Conditions[i];
            writer.At(condition.Expression.Origin);
            var word = condition.FromScope ? "范围" : condition.IsExclusion ? "排除" : "条件";
            writer.Line($"// {word} {CodeWriter.Comment(condition.Text)}");
            writer.Line($"unit.Require({i}, {_expressions.Truth(condition.Expression, row).Text});");
        }
        End();
    }

    private void Begin(string head, RowScope? row)
    {
        writer.Open(head);
        writer.NewScope();
        _expressions.Begin(row);
    }

    private void End()
    {
        writer.Line("#line default");
        writer.Close();
    }

    private void Anchor()
    {
        if (clause.Frequency.Anchor is not { } anchor)
            return;
        var row = NewRow();
        writer.Line();
        Begin($"public override Interval Anchor{OfUnit}", row);
        writer.At(anchor.Origin);
        writer.Line($"// 频次 自 {CodeWriter.Comment(anchor.Origin.Text)}");
        var code = _expressions.Number(anchor, row);
        if (code.Shape.IsExact || !code.Shape.Denominator.IsOne)
            throw new BeyondColumnsException("a first year that is not whole");
        writer.Line($"return {code.Text};");
        End();
    }

    private void Amount()
    {
        if (clause.Award is IrFormula formula)
            Forms = Forms with { Amount = Number("Amount", "奖补 =", formula.Amount, clause.Rounding) };
        else if (clause.Award is IrDiscretion { Ceiling: { } ceiling })
            Forms = Forms with { Amount = Number("Amount", "核定 最高", ceiling, clause.Rounding) };
        else
            Forms = Forms with { Amount = Rounded(clause.Rounding, Forms.Amount) };
    }

    private void Caps()
    {
        if (clause.SubjectCap is { } subjectCap)
            Forms = Forms with { SubjectCap = Number("SubjectCap", "单位上限", subjectCap, IrRounding.ToFen) };
        if (clause.CumulativeCap is { } cumulativeCap)
            Forms = Forms with { CumulativeCap = Number("CumulativeCap", "累计上限", cumulativeCap, IrRounding.ToFen) };
    }

    /// <summary>A method that returns an amount of money which is rounded afterwards. Says how it is held.</summary>
    private NumberShape Number(string name, string word, IrExpression amount, IrRounding rounding)
    {
        var (parameters, row) = name == "Amount" ? (OfUnit, NewRow()) : (OfSubject, null);
        var isFormula = name == "Amount" && clause.Award is IrFormula;
        writer.Line();
        var head = writer.Mark();
        writer.Open();
        writer.NewScope();
        _expressions.Begin(row);
        writer.At(amount.Origin);
        writer.Line($"// {word} {CodeWriter.Comment(amount.Origin.Text)}");
        var code = _expressions.Number(amount, row);
        // What is taken off it, or compared with it, is in fen.
        var held = code.Shape.IsExact || isFormula ? code : _bounds.In(code, NumberShape.Common(code.Shape, new(100, 0, false)));
        if (Rounded(rounding, held.Shape).IsExact)
            held = _bounds.ToExact(code);
        writer.Line($"return {held.Text}; // {(held.Shape.IsExact ? "" : $"1/{held.Shape.Denominator}元, ")}{held.Shape.Lane}");
        End();
        var type = held.Shape.IsExact ? "ExactInterval Exact" : "Interval ";
        writer.Insert(head, [$"public override {type}{name}{parameters}"]);
        return held.Shape;
    }

    private static NumberShape Rounded(IrRounding rounding, NumberShape amount) =>
        ClauseForms.Rounded(rounding, amount).IsExact ? NumberShape.Exact : amount;

    private void Block()
    {
        NumberShape? amount = null;
        var oneByOne = writer.TryWrite(() =>
        {
            var block = new BlockEmitter(writer, tables, policy, clause, waits);
            block.Emit();
            amount = block.Amount;
        });
        if (oneByOne is not null)
            writer.Line($"// No loop over a block ({oneByOne}): every unit is evaluated by itself.");
        Forms = Forms with { BlockAmount = amount };
    }

    private void Gate()
    {
        var gates = policy.GatesOf(clause).ToList();
        if (gates.Count == 0)
            return;
        writer.Line();
        Begin($"public override Tri Gate{OfSubject}", null);
        writer.Line("var gates = GateRule<Tri>.None;");
        foreach (var gate in gates)
        {
            writer.Line($"// 程序 {CodeWriter.Comment($"{gate.Basis.Number} {gate.Basis.Title}")}");
            writer.Line($"gates.Begin({(gate.Applies is { } when ? _expressions.Truth(when, null).Text : "Tri.Yes")});");
            foreach (var step in gate.Steps)
            {
                var open = waits.Bit(new(UnknownKind.Procedure, step.Text, WaitScope.Fixed));
                writer.Line($"gates.Step({_expressions.Truth(step.Expression, null).Text}, Tri.Unknown({open}));");
            }
        }
        writer.Line("return gates.Passes;");
        End();
    }
}
