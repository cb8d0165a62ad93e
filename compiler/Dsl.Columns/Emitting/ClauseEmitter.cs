// One clause as a class.
using Dsl.Ir.Nodes;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Emits the class of a clause.</summary>
internal sealed class ClauseEmitter(CodeWriter writer, ProgramTables tables, IrPolicy policy, IrClause clause, Vectorizability answer)
{
    private readonly IntervalEmitter _bounds = new(writer);
    private readonly ExpressionEmitter _expressions = new(writer, new IntervalEmitter(writer), answer.Unknowns, tables, policy);

    /// <summary>Emits the class under a name.</summary>
    public void Emit(string name)
    {
        if (clause.Each is { } detail)
            tables.Read(detail, null);
        writer.Line($"/// <summary>{CodeWriter.Comment($"{policy.Number} 条款 {clause.Number} {clause.Basis.Title}")}</summary>");
        writer.Line(answer.BlockRefusal is { } oneByOne ? $"// 按列计算，没有整块的循环，逐个计算：{CodeWriter.Comment($"{oneByOne}")}。" : "// 按列计算，整块循环。");
        writer.Open($"internal sealed class {name} : ClauseKernel");
        foreach (var (constant, bit) in answer.Unknowns.Names.Select(static (constant, bit) => (constant, bit)))
            writer.Line($"private const ulong {constant} = 1UL << {bit};");
        writer.Line();
        Evaluate();
        if (answer.BlockRefusal is null)
            new BlockEmitter(writer, tables, policy, clause, answer.Unknowns).Emit();
        Gate();
        Caps();
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
        if (policy.ExpiryDate is { } end && clause.Frequency is { Kind: FrequencyKind.Consecutive, Anchor: { } anchor })
        {
            var code = _expressions.Number(anchor, row);
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
            case FrequencyKind.Once:
                writer.Line("unit.RequireFrequency(Tri.Of(records.PaidYears == 0)); // 频次 一次性");
                break;
            case FrequencyKind.Yearly when frequency.Years is { } years:
                writer.Line($"unit.RequireFrequency(Tri.Of(records.PaidYears < {years})); // 频次 每年 最多 {years}年");
                break;
            case FrequencyKind.Consecutive when frequency.Anchor is { } anchor:
                var code = _expressions.Number(anchor, row);
                var first = anchor.Type is YearType ? code.Text : $"Days.YearOf({code.Text})";
                writer.Line($"unit.RequireFrequency(ClauseSteps.Follows({first}, subject.Run.Year - {frequency.YearsToFirst}, {frequency.Years ?? 0})); // 频次 连续");
                break;
        }
    }

    private void Award(RowScope? row)
    {
        string Approval() => answer.Unknowns.NameOf(UnknownBit.OfApproval);
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
                var perFen = EmittedNumber.Literal(limit.Layout.Denominator / 100);
                writer.Line($"unit.Award = {Rounded(limit with { Text = $"unit.UpTo({limit.Text}, records.Approved, {perFen}, {Approval()})", IsPrimary = true }, clamp: false)};");
                break;
            case IrDiscretion or IrCaseByCase:
                writer.Line($"unit.Award = {Rounded(new($"ClauseSteps.Fixed(records.Approved, {Approval()})", true, FixedPointLayout.Fixed(100, long.MaxValue)), clamp: false)};");
                break;
        }
    }

    private EmittedNumber InFen(EmittedNumber amount) => _bounds.In(amount, amount.Form.InFen().Layout.Denominator);

    /// <summary>Rounded once, as whole fen.</summary>
    private string Rounded(EmittedNumber amount, bool clamp)
    {
        var rounding = AwardRounding.Of(clause, amount.Layout);
        if (rounding is not { } steps)
            return $"{_bounds.ToExact(amount).Primary}.RoundAward(RoundingDirection.{clause.Rounding.Mode}, new Rational({clause.Rounding.Step.Numerator}, {clause.Rounding.Step.Denominator})) /* {FixedPointLayout.Exact.Lane} */";
        var clamped = clamp ? _bounds.AtLeastZero(amount) : amount;
        return $"{_bounds.Round(clamped, $"{clause.Rounding.Mode}", steps.Multiplier, steps.Divisor, steps.Step, steps.Layout).Text} /* {amount.Layout.Lane} */";
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
                $"ClauseSteps.Open({_expressions.Truth(step.Expression, null).Text}, {answer.Unknowns.NameOf(UnknownBit.OfStep(step))})").ToList();
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
        if (code.Layout.IsExact)
        {
            writer.Line($"return ClauseSteps.Cap({code.Text}, {paidBefore});");
        }
        else
        {
            var inFen = InFen(code);
            writer.Line($"return ClauseSteps.Cap({inFen.Text}, {paidBefore}, {EmittedNumber.Literal(inFen.Layout.Denominator / 100)});");
        }
        EndMethod();
    }
}
