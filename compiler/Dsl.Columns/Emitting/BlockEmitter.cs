// One clause as a loop over the units of a block whose inputs are all known: plain values, masks instead of branches.
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Columns.Emitting;

/// <summary>Emits the block method of a clause.</summary>
internal sealed class BlockEmitter
{
    private readonly CodeWriter _writer;
    private readonly IrPolicy _policy;
    private readonly IrClause _clause;
    private readonly PointEmitter _plain;
    private readonly ExpressionEmitter _expressions;
    private readonly RowScope? _row;

    public BlockEmitter(CodeWriter writer, ProgramTables tables, IrPolicy policy, IrClause clause, UnknownBitTable bits)
    {
        (_writer, _policy, _clause) = (writer, policy, clause);
        _plain = new(writer, isOfRows: clause.Each is not null);
        _expressions = new(writer, _plain, bits, tables, policy);
        _row = clause.Each is { } detail ? new(detail, "row", false, null, 0) : null;
    }

    /// <summary>Writes the method.</summary>
    public void Emit()
    {
        _writer.Line();
        _writer.Line("// All units at once, in plain values; one that lacks an input is opened, and evaluated with bounds by the method above.");
        _writer.Open("public override bool Evaluate(BlockFrame block, UnitColumns units)");
        _writer.NewScope();
        _expressions.Begin(_row);
        var inputs = _writer.Mark();
        _writer.Line("var (failedOf, qualifiesOf, awardOf, openOf) = (units.Failed, units.Qualifies, units.Award, units.Open);");
        _writer.Line($"var inForce = units.InForce = block.Run.AsOf >= {_policy.EffectiveDate.DayNumber}{(_policy.ExpiryDate is { } end ? $" & block.Run.AsOf <= {end.DayNumber}" : "")};");
        if (_row is not null)
            _writer.Line("var owners = block.Owners;");
        _writer.Open("for (var i = 0; i < block.Count; i++)");
        if (_row is not null)
            _writer.Line("var subject = owners[i];");
        _writer.Line("var failed = 0UL;");
        _writer.Line("var open = false;");
        for (var i = 0; i < _clause.Conditions.Length; i++)
            Condition(i, _clause.Conditions[i]);
        _writer.Line($"var qualifies = inForce & failed == 0{Frequency()};");
        Award();
        _writer.Line("(failedOf[i], qualifiesOf[i]) = (failed, qualifies);");
        _writer.Line("openOf[i] |= open;");
        _writer.Close();
        _writer.Line("return true;");
        _writer.Insert(inputs, _plain.Inputs);
        _writer.Line("#line default");
        _writer.Close();
    }

    private void Condition(int index, IrCondition condition)
    {
        _writer.At(condition.Expression.Origin);
        _writer.Line($"// {CodeWriter.Comment(condition.Text)}");
        _writer.Line($"failed |= BlockMath.Failed({index}, {_expressions.Truth(condition.Expression, _row).Text});");
    }

    private string PaidYears
    {
        get
        {
            _plain.Inputs.Add("var paidYears = block.PaidYears;");
            return "paidYears[i]";
        }
    }

    private string Frequency()
    {
        switch (_clause.Frequency)
        {
            case { Kind: FrequencyKind.Once }:
                return $" & {PaidYears} == 0";
            case { Kind: FrequencyKind.Yearly, Years: { } years }:
                return $" & {PaidYears} < {years}";
            case { Kind: FrequencyKind.Consecutive, Anchor: { } anchor } consecutive:
                var code = _expressions.Number(anchor, _row);
                var first = anchor.Type is YearType ? code.Text : $"BlockMath.YearOf({code.Text})";
                return $" & BlockMath.Follows({first}, block.Run.Year - {consecutive.YearsToFirst}, {consecutive.Years ?? 0})";
            default:
                return "";
        }
    }

    private void Award()
    {
        switch (_clause.Award)
        {
            case IrFormula formula:
                _writer.At(formula.Amount.Origin);
                _writer.Line($"// 奖补 = {CodeWriter.Comment(formula.Amount.Origin.Text)}");
                var amount = _plain.AtLeastZero(_expressions.Number(formula.Amount, _row));
                var steps = ExpressionEmitter.Proven(AwardRounding.Of(_clause, amount.Layout));
                _writer.Line($"awardOf[i] = {_plain.Round(amount, $"{_clause.Rounding.Mode}", steps.Multiplier, steps.Divisor, steps.Step, steps.Layout).Text}; // {amount.Layout.Lane}");
                break;
            case null:
                _writer.Line("awardOf[i] = 0;");
                break;
            default:
                // An authority decides: whoever qualifies is looked at one by one.
                _writer.Line("open |= qualifies;");
                break;
        }
    }
}
