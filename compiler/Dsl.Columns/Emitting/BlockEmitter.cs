// The expressions of a clause as a loop over the units of a block whose inputs are all known: plain values, masks instead of branches.
using Dsl.Ir.Nodes;

namespace Dsl.Columns.Emitting;

/// <summary>Emits the block method of a clause.</summary>
internal sealed class BlockEmitter
{
    private readonly CodeWriter _writer;
    private readonly IrClause _clause;
    private readonly PointEmitter _plain;
    private readonly ExpressionEmitter _expressions;
    private readonly RowScope? _row;
    private readonly FixedPointLayout _amount;

    public BlockEmitter(CodeWriter writer, ProgramTables tables, IrPolicy policy, IrClause clause, Vectorizability answer)
    {
        (_writer, _clause, _amount) = (writer, clause, answer.Forms.BlockAmount ?? FixedPointLayout.Exact);
        _plain = new(writer, isOfRows: clause.PerRow is not null);
        _expressions = new(writer, _plain, answer.Unknowns, tables, policy);
        _row = clause.PerRow is { } detail ? new(detail, "row", false, null, 0) : null;
    }

    /// <summary>Writes the method.</summary>
    public void Emit()
    {
        _writer.Line();
        _writer.Line("// All units at once, in plain values; one that lacks an input is evaluated with bounds by the methods above.");
        _writer.Open("public override bool Evaluate(ColumnBatch block, UnitColumns units)");
        _writer.NewScope();
        _expressions.Begin(_row);
        var inputs = _writer.Mark();
        _writer.Open("for (var i = 0; i < block.Count; i++)");
        if (_row is not null)
            _writer.Line("var subject = owners[i];");
        _writer.Line("var failed = 0UL;");
        _writer.Line("var open = false;");
        for (var i = 0; i < _clause.Conditions.Length; i++)
            Condition(i, _clause.Conditions[i]);
        Anchor();
        Award();
        _writer.Line("failedOf[i] = failed;");
        _writer.Line("openOf[i] |= open;");
        _writer.Close();
        _writer.Line("return true;");
        _writer.Insert(inputs, [.. _plain.Inputs, .. Targets()]);
        _writer.Line("#line default");
        _writer.Close();
    }

    private IEnumerable<string> Targets()
    {
        yield return "var (failedOf, openOf) = (units.Failed, units.Open);";
        if (_clause.Frequency.Anchor is not null)
            yield return "var anchorOf = units.Anchor;";
        if (_clause.Award is IrFormula)
            yield return $"var amountOf = units.{(_amount.IsNarrow ? "Amount" : "WideAmount")};";
        if (_row is not null)
            yield return "var owners = block.Owners;";
    }

    private void Condition(int index, IrCondition condition)
    {
        _writer.Line($"// {CodeWriter.Comment(condition.Text)}");
        _writer.At(condition.Expression.Origin);
        _writer.Line($"failed |= BlockMath.Failed({index}, {_expressions.Truth(condition.Expression, _row).Text});");
    }

    private void Anchor()
    {
        if (_clause.Frequency.Anchor is not { } anchor)
            return;
        var code = _expressions.Number(anchor, _row);
        _writer.Line($"anchorOf[i] = {code.Text}; // 频次 自 {CodeWriter.Comment(anchor.Origin.Text)}");
    }

    private void Award()
    {
        if (_clause.Award is not IrFormula formula)
            return;
        _writer.Line($"// 奖补 = {CodeWriter.Comment(formula.Amount.Origin.Text)}");
        _writer.At(formula.Amount.Origin);
        var amount = _expressions.Number(formula.Amount, _row);
        _writer.Line($"amountOf[i] = {amount.Text}; // 1/{_amount.Denominator}元, {_amount.Lane}");
    }
}
