// The expressions of one clause as a class; the rules that go on with them are not generated.
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Emitting;

/// <summary>Emits the class of a clause.</summary>
internal sealed class ClauseEmitter(CodeWriter writer, ProgramTables tables, IrPolicy policy, IrClause clause, Vectorizability answer)
{
    private const string OfUnit = "(in SubjectView subject, in RowView row)", OfSubject = "(in SubjectView subject)";

    private readonly IntervalEmitter _bounds = new(writer);
    private readonly ExpressionEmitter _expressions = new(writer, new IntervalEmitter(writer), answer.Unknowns, tables, policy);

    /// <summary>Emits the class under a name.</summary>
    public void Emit(string name)
    {
        if (clause.PerRow is { } detail)
            tables.Read(detail, null);
        writer.Line($"/// <summary>{CodeWriter.Comment($"{policy.Number} 条款 {clause.Number} {clause.LegalBasis.Title}")}</summary>");
        writer.Line(answer.BlockRefusal is { } oneByOne
            ? $"// 按列计算，没有整块的循环，逐个计算：{CodeWriter.Comment($"{oneByOne}")}。"
            : "// 按列计算，整块循环。");
        writer.Open($"internal sealed class {name} : ClauseKernel");
        foreach (var (constant, bit) in answer.Unknowns.Names.Select(static (constant, bit) => (constant, bit)))
            writer.Line($"private const ulong {constant} = 1UL << {bit};");
        writer.Line();
        Conditions();
        Anchor();
        Amount();
        if (answer.BlockRefusal is null)
            new BlockEmitter(writer, tables, policy, clause, answer).Emit();
        Procedures();
        Caps();
        writer.Close();
    }

    // Facts that already stand in a variable are those of one method.
    private RowScope? NewRow() => clause.PerRow is { } detail ? new(detail, "row", false, null, 0) : null;

    private void Conditions()
    {
        var row = NewRow();
        Begin("public override void Conditions(in SubjectView subject, in RowView row, ref UnitConditions unit)", row);
        for (var i = 0; i < clause.Conditions.Length; i++)
        {
            var condition = clause.Conditions[i];
            var word = condition.FromScope ? "范围" : condition.IsExclusion ? "排除" : "条件";
            writer.Line($"// {word} {CodeWriter.Comment(condition.Text)}");
            writer.At(condition.Expression.Origin);
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
        writer.Line($"// 频次 自 {CodeWriter.Comment(anchor.Origin.Text)}");
        writer.At(anchor.Origin);
        var code = _expressions.Number(anchor, row);
        writer.Line($"return {code.Text};");
        End();
    }

    private void Amount()
    {
        if (clause.Award is IrFormula formula)
            Number("Amount", "奖补 =", formula.Amount, answer.Forms.Amount);
        else if (clause.Award is IrApproval { Ceiling: { } ceiling })
            Number("Amount", "核定 最高", ceiling, answer.Forms.Amount);
    }

    private void Caps()
    {
        if (clause.SubjectCap is { } subjectCap)
            Number("SubjectCap", "单位上限", subjectCap, answer.Forms.SubjectCap);
        if (clause.CumulativeCap is { } cumulativeCap)
            Number("CumulativeCap", "累计上限", cumulativeCap, answer.Forms.CumulativeCap);
    }

    /// <summary>A method that returns an amount of money, held as its rule expects it.</summary>
    private void Number(string name, string word, IrExpression amount, FixedPointLayout layout)
    {
        var (parameters, row) = name == "Amount" ? (OfUnit, NewRow()) : (OfSubject, null);
        writer.Line();
        Begin($"public override {(layout.IsExact ? "ExactInterval Exact" : "Interval ")}{name}{parameters}", row);
        writer.Line($"// {word} {CodeWriter.Comment(amount.Origin.Text)}");
        writer.At(amount.Origin);
        var code = _expressions.Number(amount, row);
        var held = layout.IsExact ? _bounds.ToExact(code) : _bounds.In(code, layout.Denominator);
        writer.Line($"return {held.Text}; // {(layout.IsExact ? "" : $"1/{layout.Denominator}元, ")}{layout.Lane}");
        End();
    }

    private void Procedures()
    {
        var procedures = policy.ProceduresOf(clause).Index().ToList();
        Truths("Applies(in SubjectView subject, int procedure)", "procedure", procedures
            .Select(static gate => ($"{gate.Index}", $"{NameOf(gate.Item)} 情形", gate.Item.Applies)));
        Truths("IsDone(in SubjectView subject, int procedure, int step)", "(procedure, step)", procedures
            .SelectMany(static gate => gate.Item.Steps.Index().Select(step =>
                ($"({gate.Index}, {step.Index})", $"{NameOf(gate.Item)} 须经", (IrExpression?)step.Item.Expression))));
    }

    private static string NameOf(IrProcedure procedure) => $"程序 {procedure.LegalBasis.Number} {procedure.LegalBasis.Title}";

    /// <summary>A method that returns the truth that an index stands for; none where there is no truth.</summary>
    private void Truths(string head, string index, IEnumerable<(string Case, string Word, IrExpression? Truth)> cases)
    {
        var isBegun = false;
        foreach (var (label, word, truth) in cases)
        {
            if (truth is null)
                continue;
            if (!isBegun)
            {
                writer.Line();
                writer.Open($"public override Tristate {head}");
                writer.Open($"switch ({index})");
                isBegun = true;
            }
            Begin($"case {label}:", null);
            writer.Line($"// {CodeWriter.Comment($"{word} {truth.Origin.Text}")}");
            writer.At(truth.Origin);
            writer.Line($"return {_expressions.Truth(truth, null).Text};");
            End();
        }
        if (!isBegun)
            return;
        writer.Close();
        writer.Line("return Tristate.Yes;");
        writer.Close();
    }
}
