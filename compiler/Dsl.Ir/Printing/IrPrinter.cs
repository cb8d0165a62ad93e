// The IR as text, for `policy emit --target ir` and snapshots: stable, complete, one declaration per line.
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Ir.Printing;

public static class IrPrinter
{
    /// <summary>The whole program: schema, parameters, policies.</summary>
    public static string Print(IrProgram program)
    {
        var text = new StringBuilder();
        foreach (var list in program.Schema.Lists)
            text.Append($"list {list.Name} = {list.DisplayNameOfMembers()}\n");
        foreach (var subject in program.Schema.Subjects)
            Subject(text, subject);
        foreach (var parameter in program.Parameters)
            text.Append($"parameter {parameter.Name} : {parameter.Type} {History(parameter)}\n");
        foreach (var policy in program.Policies)
            Policy(text, policy);
        return text.ToString();
    }

    private static string DisplayNameOfMembers(this EnumType list) => $"[{string.Join(", ", list.Members)}{(list.IsOpen ? ", 等" : "")}]";

    private static string History(IrParameter parameter) => parameter.IsExternal
        ? "external"
        : string.Join(" | ", parameter.History.Select(entry => $"{(entry.From is { } from ? CivilDate.Format(from) : "always")} "
            + $"{IrExpressionPrinter.Value(entry.Value)}"));

    private static void Subject(StringBuilder text, IrSubject subject)
    {
        text.Append($"subject {subject.Name}\n");
        foreach (var field in subject.Fields)
            text.Append($"  {Field(field)}\n");
        foreach (var detail in subject.Details)
        {
            text.Append($"  detail {detail.Name}{(detail.Key is { } key ? $" key {key.Name}" : "")}"
                + $"{(detail.CountingUnit is { } unit ? $" per {unit.Name}" : "")}"
                + $"{(detail.IsByYear ? " by year" : "")}{(detail.IsBuiltIn ? " builtin" : "")}\n");
            foreach (var field in detail.Fields)
                text.Append($"    {Field(field)}\n");
        }
    }

    private static string Field(IrField field)
    {
        var range = field.DeclaredRange is { } declared ? $" known {declared.Low}..{declared.High}" : "";
        var input = field.InputRange == Bounds.Everything ? "" : $" input {field.InputRange.Low}..{field.InputRange.High}";
        var fallback = field.Default is { } value ? $" default {IrExpressionPrinter.Value(value)}" : "";
        return $"{field.Name} : {field.Type}{range}{input}{fallback}{(field.IsRecognition ? " recognition" : "")}"
            + $"{(field.IsChoice ? " choice" : "")}";
    }

    private static void Policy(StringBuilder text, IrPolicy policy)
    {
        var combination = policy.Combination;
        text.Append($"\npolicy {policy.Number} \"{policy.Title}\"\n");
        text.Append($"  in force {CivilDate.Format(policy.EffectiveDate)}.."
            + $"{(policy.ExpiryDate is { } expiry ? CivilDate.Format(expiry) : "")}{(policy.EffectiveDateIsAssumed ? " assumed" : "")}\n");
        Line(text, "  issuer", [policy.Issuer]);
        text.Append($"  area {policy.Area} level {policy.Level}".TrimEnd()).Append('\n');
        Line(text, "  combination",
            [combination.OthersInArea ? "others-in-area" : "", combination.WithinPolicy ? "within-policy" : "",
                combination.SupersedesEarlier ? "supersedes-earlier" : ""]);
        foreach (var exclusion in policy.Exclusions)
            text.Append($"  exclusion {exclusion.Kind} [{string.Join(", ", exclusion.Clauses)}]"
                + $"{(exclusion.Against.IsEmpty ? "" : $" against [{string.Join(", ", exclusion.Against)}]")}"
                + $"{(exclusion.Choice is { } choice ? $" by {choice.Name}" : "")}\n");
        foreach (var cap in policy.JointCaps)
        {
            foreach (var local in cap.Locals)
                text.Append($"  joint-cap let {local.Name} = {IrExpressionPrinter.Print(local.Value)}\n");
            text.Append($"  joint-cap [{string.Join(", ", cap.Clauses)}] {IrExpressionPrinter.Print(cap.Limit)}"
                + $"{(cap.First.IsEmpty ? "" : $" first [{string.Join(", ", cap.First)}]")}\n");
        }
        foreach (var clause in policy.Clauses)
            IrClausePrinter.Print(text, clause);
        foreach (var target in policy.Targets)
            IrClausePrinter.Print(text, target);
        foreach (var pool in policy.Pools)
        {
            text.Append($"  pool {pool.LegalBasis.Number} {pool.LegalBasis.Title}: {IrExpressionPrinter.Print(pool.Size)} clauses "
                + $"[{string.Join(", ", pool.Clauses)}]{(pool.Levels.IsEmpty ? "" : $" levels [{string.Join(", ", pool.Levels)}]")}\n");
            IrClausePrinter.LegalBasis(text, pool.LegalBasis);
        }
        foreach (var duty in policy.Duties)
        {
            text.Append($"  duty {duty.LegalBasis.Number} {duty.LegalBasis.Title}: "
                + $"{(duty.Deadline is { } deadline ? IrExpressionPrinter.Print(deadline) : "no date")}\n");
            IrClausePrinter.LegalBasis(text, duty.LegalBasis);
        }
        foreach (var gate in policy.Procedures)
            IrClausePrinter.Print(text, gate);
        foreach (var invariant in policy.Invariants)
            text.Append($"  invariant {invariant.Number}: {IrExpressionPrinter.Print(invariant.Condition)}\n");
        if (!policy.Examples.IsEmpty)
            text.Append($"  examples {policy.Examples.Length}\n");
    }

    internal static void Line(StringBuilder text, string label, IEnumerable<string> parts)
    {
        var present = parts.Where(static part => part.Length > 0).ToList();
        if (present.Count > 0)
            text.Append($"{label} {string.Join(", ", present)}\n");
    }
}
