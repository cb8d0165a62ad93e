// A whole IR program as text (policy emit --target ir): one block per declaration, one line per rule.
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Library.Values;

namespace Dsl.Ir.Printing;

/// <summary>Writes IR programs.</summary>
public static class IrText
{
    /// <summary>The text of a program; equal programs give equal texts.</summary>
    public static string Of(IrProgram program)
    {
        var text = new Writer();
        foreach (var subject in program.Schema.Subjects)
            WriteSubject(text, subject);
        foreach (var parameter in program.Parameters)
            WriteParameter(text, parameter);
        foreach (var policy in program.Policies)
            WritePolicy(text, policy);
        return text.ToString();
    }

    private static void WriteSubject(Writer text, IrSubject subject)
    {
        text.Block($"subject {subject.Name}");
        foreach (var field in subject.Fields)
            WriteField(text, field, field == subject.Key);
        foreach (var detail in subject.Details)
        {
            text.Line(1, $"detail {detail.Name}{(detail.CountingUnit is { } unit ? $" counted in {unit}" : "")}{(detail.IsBuiltIn ? " built in" : "")}");
            foreach (var field in detail.Fields)
                WriteField(text, field, field == detail.Key, level: 2);
        }
    }

    private static void WriteField(Writer text, IrField field, bool isKey, int level = 1) =>
        text.Line(level, $"{(isKey ? "key " : "")}{field.Name}: {field.Type.DisplayName}"
            + (field.DeclaredRange is { } range ? $" in {Range(range)}" : "")
            + (field.Default is { } value ? $" default {ExpressionText.Constant(value, field.Type)}" : "")
            + (field.IsRecognition ? " recognised by an authority" : ""));

    private static void WriteParameter(Writer text, IrParameter parameter)
    {
        text.Block($"parameter {parameter.Name}: {parameter.Type.DisplayName}{(parameter.IsExternal ? " external" : "")}");
        foreach (var (from, value) in parameter.History)
            text.Line(1, $"from {(from is { } date ? Date(date) : "the beginning")}: {ExpressionText.Constant(value, parameter.Type)}");
    }

    private static void WritePolicy(Writer text, IrPolicy policy)
    {
        text.Block($"policy {policy.Number} {policy.Title}");
        text.Line(1, $"in force {Date(policy.EffectiveDate)}..{(policy.ExpiryDate is { } end ? Date(end) : "")}{(policy.EffectiveDateIsAssumed ? " (assumed)" : "")}");
        text.Line(1, $"area {policy.Area}, level {policy.Level}");
        if (policy.Combination != IrCombination.None)
            text.Line(1, "combination" + (policy.Combination.OthersInArea ? " others-in-area" : "") + (policy.Combination.WithinPolicy ? " within-policy" : "")
                + (policy.Combination.SupersedesEarlier ? " supersedes-earlier" : ""));
        foreach (var clause in policy.Clauses)
            ClauseText.Write(text, clause);
        foreach (var procedure in policy.Procedures)
            WriteProcedure(text, procedure);
        foreach (var target in policy.Targets)
            WriteTarget(text, target);
        foreach (var pool in policy.Pools)
            text.Line(1, $"pool {pool.Basis.Number} {pool.Basis.Title} = {ExpressionText.Of(pool.Size)} for {Clauses(pool.Clauses)}");
        foreach (var duty in policy.Duties)
            text.Line(1, $"duty {duty.Basis.Number} {duty.Basis.Title}{(duty.Deadline is { } deadline ? " by " + ExpressionText.Of(deadline) : "")}");
        foreach (var invariant in policy.Invariants)
            text.Line(1, $"invariant {invariant.Number}: {ExpressionText.Of(invariant.Condition)}");
    }

    private static void WriteProcedure(Writer text, IrProcedure procedure)
    {
        text.Line(1, $"procedure {procedure.Basis.Number} {procedure.Basis.Title} for {Clauses(procedure.Clauses)}");
        if (procedure.Applies is { } applies)
            text.Line(2, "applies if " + ExpressionText.Of(applies));
        foreach (var step in procedure.Steps)
            text.Line(2, "step " + ExpressionText.Of(step.Expression));
    }

    private static void WriteTarget(Writer text, IrTarget target)
    {
        var deadline = target.Deadline is { } by ? " by " + ExpressionText.Of(by) : "";
        text.Line(1, $"target {target.Basis.Number} {target.Basis.Title}{deadline}: {Indicator(target.Indicator)} {ExpressionText.Symbol(target.Comparison)} {ExpressionText.Of(target.Value)}");
        foreach (var part in target.Parts)
            text.Line(2, $"part {part.Text}: {Indicator(part.Indicator)} {ExpressionText.Symbol(part.Comparison)} {ExpressionText.Of(part.Value)}");
    }

    private static string Indicator(IrExpression? indicator) => indicator is null ? "external" : ExpressionText.Of(indicator);

    private static string Clauses(IReadOnlyCollection<string> numbers) => numbers.Count == 0 ? "all clauses" : "clauses " + string.Join(", ", numbers);

    private static string Range(Bounds range) => $"{range.Low?.ToString() ?? ""}..{range.High?.ToString() ?? ""}";

    private static string Date(DateOnly date) => CivilDate.Format(date);

    /// <summary>Indented lines; a blank line before each block.</summary>
    internal sealed class Writer
    {
        private readonly StringBuilder _text = new();

        public void Block(string line) => _text.Append(_text.Length > 0 ? "\n" : "").Append(line).Append('\n');

        public void Line(int level, string line) => _text.Append(' ', 2 * level).Append(line.TrimEnd()).Append('\n');

        public override string ToString() => _text.ToString();
    }
}
