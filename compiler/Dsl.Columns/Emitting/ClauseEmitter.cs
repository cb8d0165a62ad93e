// One clause as a class.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Emits the class of a clause.</summary>
internal sealed class ClauseEmitter(CodeWriter writer, ProgramTables tables, IrPolicy policy, IrClause clause, WaitTable waits)
{
    // Bits of UnitOutcome.Failed.
    private const int MostConditions = 64;

    private readonly BoundsNotation _bounds = new(writer, waits);
    private readonly ExpressionEmitter _expressions = new(writer, new BoundsNotation(writer, waits), waits, tables, policy);

    /// <summary>Whether the clause has a loop over blocks, too.</summary>
    public bool HasBlockKernel { get; private set; }

    /// <summary>Emits the class under a name.</summary>
    /// <exception cref="BeyondColumnsException">The clause is left to the interpreter; what was written must be dropped.</exception>
    public void Emit(string name)
    {
        if (clause.Conditions.Length > MostConditions)
            throw new BeyondColumnsException("more than 64 conditions");
        if (clause.Each is { } detail)
        {
            tables.Read(detail, null);
            waits.Bit(new(UnknownKind.Table, detail.Name, WaitScope.Fixed));
        }
        writer.Line($"/// <summary>{CodeWriter.Comment($"{policy.Number} 条款 {clause.Number} {clause.Basis.Title}")}</summary>");
        writer.Open($"internal sealed class {name} : ClauseKernel");
        var constants = writer.Mark();
        Evaluate();
        var oneByOne = writer.TryWrite(() => new BlockEmitter(writer, tables, policy, clause, waits).Emit());
        HasBlockKernel = oneByOne is null;
        if (oneByOne is not null)
            writer.Line($"// No loop over a block ({oneByOne}): every unit is evaluated by itself.");
        Gate();
        Caps();
        writer.Insert(constants, [.. waits.Names.Select(static (constant, bit) => $"private const ulong {constant} = 1UL << {bit};"), ""]);
        writer.Close();
    }

    private void Evaluate()
    {
        var row = clause.Each is { } detail ? new RowScope(detail, "row", false, null, 0) : null;
        Method("public override UnitOutcome Evaluate(in SubjectFrame subject, in RowFrame row, in UnitRecords records)", row);
        InForce(row);
        for (var i = 0; i < clause.Conditions.Length; i++)
            Condition(i, clause.Conditions[i], row);
        Frequency(row);
        writer.Line("if (unit.IsRefused)");
        writer.Line("    return unit;");
        Award(row);
        writer.Line("return unit;");
        EndMethod();
    }

    private void Method(string head, RowScope? row)
    {
        writer.Open(head);
        writer.NewScope();
        _expressions.Begin(row);
    }

    private void EndMethod()
    {
        writer.Line("#line default");
        writer.Close();
    }

    private void InForce(RowScope? row)
    {
        var (first, last) = ((long)policy.EffectiveDate.DayNumber, policy.ExpiryDate is { } expiry ? $"{expiry.DayNumber}" : "long.MaxValue");
        writer.At(clause.Basis.Origin);
        if (policy.ExpiryDate is { } end && clause.Frequency is { Kind: IrFrequencyKind.Consecutive, Anchor: { } anchor })
        {
            var code = _expressions.Number(anchor, row);
            if (code.Shape.IsExact || !code.Shape.Denominator.IsOne)
                throw new BeyondColumnsException("a first year that is not whole");
            var (from, to) = anchor.Type is YearType ? (policy.EffectiveDate.Year, end.Year) : (policy.EffectiveDate.DayNumber, end.DayNumber);
            writer.Line($"var unit = UnitOutcome.Begin(ClauseSteps.RunsOn(subject.Run, {first}, {last}, {code.Text}, {from}, {to}));");
        }
        else
        {
            writer.Line($"var unit = UnitOutcome.Begin(subject.Run.IsInForce({first}, {last}));");
        }
    }

    private void Condition(int index, IrCondition condition, RowScope? row)
    {
        writer.At(condition.Expression.Origin);
        writer.Line($"// {(condition.FromScope ? "范围" : condition.IsExclusion ? "排除" : "条件")} {CodeWriter.Comment(condition.Text)}");
        writer.Line($"unit.Require({index}, {_expressions.Truth(condition.Expression, row).Text});");
    }

    private void Frequency(RowScope? row)
    {
        var frequency = clause.Frequency;
        switch (frequency.Kind)
        {
            case IrFrequencyKind.Once:
                writer.Line("unit.RequireFrequency(Tri.Of(records.PaidYears == 0)); // 频次 一次性");
                break;
            case IrFrequencyKind.Yearly when frequency.Years is { } years:
                writer.Line($"unit.RequireFrequency(Tri.Of(records.PaidYears < {years})); // 频次 每年 最多 {years}年");
                break;
            case IrFrequencyKind.Consecutive when frequency.Anchor is { } anchor:
                var code = _expressions.Number(anchor, row);
                if (code.Shape.IsExact || !code.Shape.Denominator.IsOne)
                    throw new BeyondColumnsException("a first year that is not whole");
                var first = anchor.Type is YearType ? code.Text : $"Days.YearOf({code.Text})";
                writer.Line($"unit.RequireFrequency(ClauseSteps.Follows({first}, subject.Run.Year - {frequency.YearsToFirst}, {frequency.Years ?? 0})); // 频次 连续");
                break;
        }
    }

    private void Award(RowScope? row)
    {
        string Approval() => waits.Bit(new(UnknownKind.Approval, "核定", WaitScope.Fixed));
        switch (clause.Award)
        {
            case IrFormula formula:
                writer.At(formula.Amount.Origin);
                writer.Line($"// 奖补 = {CodeWriter.Comment(formula.Amount.Origin.Text)}");
                writer.Line($"unit.Award = {Rounded(_expressions.Number(formula.Amount, row), clamp: true)};");
                break;
            case IrDiscretion { Ceiling: { } ceiling }:
                writer.At(ceiling.Origin);
                writer.Line($"// 核定 最高 {CodeWriter.Comment(ceiling.Origin.Text)}");
                var limit = InFen(_expressions.Number(ceiling, row));
                var perFen = NumberCode.Literal(limit.Shape.Denominator / 100);
                writer.Line($"unit.Award = {Rounded(limit with { Text = $"unit.UpTo({limit.Text}, records.Approved, {perFen}, {Approval()})", IsPrimary = true }, clamp: false)};");
                break;
            case IrDiscretion or IrCaseByCase:
                writer.Line($"unit.Award = {Rounded(new($"ClauseSteps.Fixed(records.Approved, {Approval()})", true, NumberShape.Fixed(100, long.MaxValue)), clamp: false)};");
                break;
        }
    }

    private NumberCode InFen(NumberCode amount)
    {
        if (amount.Shape.IsExact)
            throw new BeyondColumnsException("a ceiling or cap that is a quotient");
        var scaled = _bounds.In(amount, NumberShape.Common(amount.Shape, new(100, 0, false)));
        return scaled.Shape.IsExact ? throw new BeyondColumnsException("a ceiling or cap that may leave 128 bits") : scaled;
    }

    /// <summary>Rounded once, as whole fen.</summary>
    private string Rounded(NumberCode amount, bool clamp)
    {
        var rounding = AwardRounding.Of(clause, amount.Shape);
        if (rounding is not { } steps)
            return $"{_bounds.ToExact(amount).Primary}.RoundAward(RoundingDirection.{clause.Rounding.Mode}, new Rational({clause.Rounding.Step.Numerator}, {clause.Rounding.Step.Denominator})) /* {NumberShape.Exact.Lane} */";
        var clamped = clamp ? _bounds.AtLeastZero(amount) : amount;
        return $"{_bounds.Round(clamped, $"{clause.Rounding.Mode}", steps.Multiplier, steps.Divisor, steps.Step, steps.Shape).Text} /* {amount.Shape.Lane} */";
    }

    private void Gate()
    {
        var gates = policy.GatesOf(clause).ToList();
        if (gates.Count == 0)
            return;
        writer.Line();
        Method("public override Tri Gate(in SubjectFrame subject)", null);
        writer.Line("var waits = 0UL;");
        foreach (var gate in gates)
        {
            writer.Line($"// 程序 {CodeWriter.Comment($"{gate.Basis.Number} {gate.Basis.Title}")}");
            var applies = gate.Applies is { } when ? _expressions.Truth(when, null).Text : "Tri.Yes";
            var steps = gate.Steps.Select(step =>
                $"ClauseSteps.Open({_expressions.Truth(step.Expression, null).Text}, {waits.Bit(new(UnknownKind.Procedure, step.Text, WaitScope.Fixed))})").ToList();
            writer.Line($"waits |= ClauseSteps.GateWaits({applies}, {string.Join(" | ", steps.DefaultIfEmpty("0UL"))});");
        }
        writer.Line("return waits == 0 ? Tri.Yes : Tri.Unknown(waits);");
        EndMethod();
    }

    private void Caps()
    {
        if (clause.SubjectCap is { } subjectCap)
            Cap("public override Interval SubjectCap(in SubjectFrame subject)", subjectCap, "0");
        if (clause.CumulativeCap is { } cumulativeCap)
            Cap("public override Interval CumulativeCap(in SubjectFrame subject, Int128 paidBefore)", cumulativeCap, "paidBefore");
    }

    private void Cap(string head, IrExpression cap, string paidBefore)
    {
        writer.Line();
        Method(head, null);
        writer.At(cap.Origin);
        var code = _expressions.Number(cap, null);
        if (code.Shape.IsExact)
        {
            writer.Line($"return ClauseSteps.Cap({code.Text}, {paidBefore});");
        }
        else
        {
            var inFen = InFen(code);
            writer.Line($"return ClauseSteps.Cap({inFen.Text}, {paidBefore}, {NumberCode.Literal(inFen.Shape.Denominator / 100)});");
        }
        EndMethod();
    }
}
