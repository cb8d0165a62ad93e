// The explanation as text for a terminal or a letter.
using System.Text;
using Dsl.Ir.Printing;
using Dsl.Ir.Results;
using Dsl.Values.Exact;

namespace Dsl.Evaluation.Explaining;

/// <summary>Writes explanations as text.</summary>
public static class ExplanationText
{
    /// <summary>The whole explanation, policy by policy.</summary>
    public static string Write(Explanation explanation)
    {
        var text = new StringBuilder();
        text.Append($"{explanation.Key}　测算日 {CivilDate.Format(explanation.AsOf)}　年度 {explanation.Year}\n");
        foreach (var policy in explanation.Policies.Where(static policy => !policy.Clauses.IsEmpty))
        {
            text.Append($"\n{policy.Title}（{policy.Number}）\n");
            foreach (var clause in policy.Clauses)
                text.Append('\n').Append(Write(clause));
            text.Append($"\n小计 {policy.Total}\n");
        }
        text.Append($"\n合计 {explanation.Total}\n");
        foreach (var note in explanation.Notes)
            text.Append($"说明：{note}\n");
        return text.ToString();
    }

    /// <summary>One clause.</summary>
    public static string Write(ClauseExplanation clause)
    {
        var text = new StringBuilder();
        text.Append(
            $"条款 {clause.Number}{(clause.Title.Length > 0 ? " " + clause.Title : "")}：{clause.Status.Word()}，{clause.Amount}\n");
        foreach (var quote in clause.Quotes)
            text.Append($"  依据「{quote}」{Place(clause)}\n");
        if (clause.Entitlement.Length > 0)
            text.Append($"  享受 {clause.Entitlement}\n");
        foreach (var unit in clause.Units)
            Write(text, unit);
        foreach (var step in clause.Steps)
            text.Append($"  {step}\n");
        foreach (var need in clause.Needs)
            text.Append($"  → {need.Text}\n");
        foreach (var note in clause.Notes)
            text.Append($"  说明  {note}\n");
        return text.ToString();
    }

    private static string Place(ClauseExplanation clause)
    {
        var line = clause.Path.Length > 0 ? $"{clause.Path}:{clause.Line}" : "";
        var place = string.Join("，", new[] { clause.Place, line }.Where(static part => part.Length > 0));
        return place.Length == 0 ? "" : $"（{place}）";
    }

    private static void Write(StringBuilder text, UnitExplanation unit)
    {
        var indent = "  ";
        if (unit.RowKey is { } key)
        {
            text.Append($"  行 {key}：{unit.Status.Word()}，{unit.Amount}\n");
            indent = "    ";
        }
        foreach (var condition in unit.Conditions)
            text.Append($"{indent}{Line(condition)}\n");
        if (unit.Frequency is { } frequency)
            text.Append($"{indent}{Line(frequency)}\n");
        foreach (var local in unit.Locals)
            text.Append($"{indent}令 {local}\n");
        // A ceiling or award that is one figure is not told twice; a table would fill the page.
        if (unit.Figures.Length > 0 && unit.Formula != unit.Figures && !unit.Formula.StartsWith('|')
            && unit.Figures.Contains('=', StringComparison.Ordinal))
            text.Append($"{indent}{unit.FormulaLabel} {unit.Formula}\n{indent}     {unit.Figures}\n");
        else if (unit.Figures.Length > 0)
            text.Append($"{indent}{unit.FormulaLabel} {unit.Figures}\n");
        foreach (var step in unit.Steps)
            text.Append($"{indent}{step}\n");
    }

    private static string Line(ConditionExplanation condition)
    {
        var label = condition.IsExclusion ? "排除 " : condition.FromScope ? "范围 " : "";
        var facts = condition.Facts.IsEmpty
            ? ""
            : $"　〔{string.Join("；", condition.Facts.Select(static fact => $"{fact.Name} = {fact.Value}"))}〕";
        // ✓ says that the clause passes here, the word whether what is written holds: an exclusion passes where it does not.
        var holds = condition.IsExclusion ? condition.Truth.Not() : condition.Truth;
        return $"{condition.Truth.Mark()} {holds.Word()}　{label}{condition.Text}{facts}";
    }
}
