// A clause of the IR as text.
using Dsl.Ir.Nodes;

namespace Dsl.Ir.Printing;

/// <summary>Writes clauses.</summary>
internal static class ClauseText
{
    /// <summary>Writes a clause: what it gives, to whom, under which conditions, how much.</summary>
    public static void Write(IrText.Writer text, IrClause clause)
    {
        text.Line(1, $"clause {clause.Number} {clause.Basis.Title}");
        text.Line(2, $"gives {clause.Kind} to {clause.Subject.Name}{(clause.Each is { } each ? " for each " + each.Name : "")}");
        foreach (var condition in clause.Conditions)
            text.Line(2, $"{(condition.FromScope ? "scope" : condition.IsExclusion ? "unless" : "if")} {ExpressionText.Of(condition.Expression)}");
        foreach (var local in clause.Locals)
            text.Line(2, $"let %{local.Name} = {ExpressionText.Of(local.Value)}");
        if (clause.Award is { } award)
            text.Line(2, $"award {Award(award)}");
        if (clause.Award is not null && clause.Rounding != IrRounding.ToFen)
            text.Line(2, $"round {clause.Rounding.Mode} to {clause.Rounding.Step}");
        if (clause.Frequency != IrFrequency.Unlimited)
            text.Line(2, $"frequency {Frequency(clause.Frequency)}");
        if (clause.SubjectCap is { } cap)
            text.Line(2, $"cap per subject {ExpressionText.Of(cap)}");
        if (clause.CumulativeCap is { } cumulative)
            text.Line(2, $"cap over all years {ExpressionText.Of(cumulative)}");
        WriteMoney(text, clause);
    }

    private static void WriteMoney(IrText.Writer text, IrClause clause)
    {
        if (!clause.Shares.IsEmpty)
            text.Line(2, "paid by " + string.Join(", ", clause.Shares.Select(static share => $"{share.Level} {share.Parts}/{share.TotalParts}")));
        if (clause.Matter is { } matter)
            text.Line(2, $"matter {matter}");
        if (clause.IsAdditional)
            text.Line(2, "in addition to other support");
        if (clause.PassThrough is { } pass)
            text.Line(2, $"passes on {pass.PolicyNumber} {pass.ClauseNumber}{(pass.IsInProgram ? " (counted there)" : "")}");
        if (clause.Form.Length > 0)
            text.Line(2, $"form {clause.Form}");
        if (clause.Entitlement.Length > 0)
            text.Line(2, $"entitlement {clause.Entitlement}");
    }

    private static string Award(IrAward award) => award switch
    {
        IrFormula formula => "= " + ExpressionText.Of(formula.Amount),
        IrDiscretion { Ceiling: { } ceiling } => "decided, at most " + ExpressionText.Of(ceiling),
        IrDiscretion => "decided, without ceiling",
        _ => "case by case",
    };

    private static string Frequency(IrFrequency frequency) => frequency.Kind switch
    {
        IrFrequencyKind.Once => "once",
        IrFrequencyKind.Consecutive when frequency.Anchor is { } anchor => $"years 1..{frequency.Years} after {ExpressionText.Of(anchor)}",
        _ => frequency.Years is { } years ? $"yearly, at most {years} years" : "yearly",
    };
}
