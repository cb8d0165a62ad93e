// Clauses, targets and gates as text.
using System.Text;
using Dsl.Ir.Nodes;
using Dsl.Values.Terms;

namespace Dsl.Ir.Printing;

internal static class IrClausePrinter
{
    public static void Print(StringBuilder text, IrClause clause)
    {
        text.Append($"  clause {clause.Number} {clause.Kind} {clause.LegalBasis.Title}".TrimEnd()).Append('\n');
        text.Append($"    for {clause.Subject.Name}{(clause.PerRow is { } detail ? $" each {detail.Name}" : "")}\n");
        LegalBasis(text, clause.LegalBasis);
        foreach (var condition in clause.Conditions)
            text.Append($"    {(condition.FromScope ? "scope" : condition.IsExclusion ? "unless" : "when")} "
                + $"{IrExpressionPrinter.Print(condition.Expression)}\n");
        foreach (var local in clause.Locals)
            text.Append($"    let {local.Name} = {IrExpressionPrinter.Print(local.Value)}\n");
        if (clause.Award is { } award)
            text.Append($"    award {Award(award)}\n");
        if (clause.Frequency.Kind != FrequencyKind.Unlimited || clause.Frequency.IsStepUp)
            text.Append($"    frequency {Frequency(clause.Frequency)}\n");
        Expression(text, "subject-cap", clause.SubjectCap);
        if (clause.IsSubjectCapShared)
            text.Append("    subject-cap in proportion\n");
        Expression(text, "cumulative-cap", clause.CumulativeCap);
        if (clause.Quota is { } quota)
            text.Append($"    quota {(quota.IsYearly ? "yearly " : "")}{IrExpressionPrinter.Print(quota.Count)}{Order(quota.Order)}\n");
        if (clause.Budget is { } budget)
            text.Append($"    budget {IrExpressionPrinter.Print(budget.Amount)}{Order(budget.Order)}\n");
        Expression(text, "row-cap", clause.RowCap);
        if (clause.Payout is { } payout)
            text.Append($"    payout {(payout.YearsToFirst == 0 ? "from" : "after")} "
                + $"{string.Join(", ", payout.Parts.Select(Part))}\n");
        if (clause.Rounding != IrRounding.ToFen)
            text.Append($"    round {clause.Rounding.Mode} to {clause.Rounding.Step}\n");
        Members(text, clause);
    }

    private static void Members(StringBuilder text, IrClause clause)
    {
        IrPrinter.Line(text, "    shares", clause.Shares.Select(static share => $"{share.Level} {share.Parts}/{share.TotalParts}"));
        IrPrinter.Line(text, "    beneficiary", [clause.Beneficiary]);
        IrPrinter.Line(text, "    matter", [clause.BenefitItem ?? ""]);
        IrPrinter.Line(text, "    contest", [clause.Contest == clause.BenefitItem ? "" : clause.Contest ?? ""]);
        if (clause.PaysOneRow)
            text.Append("    one row\n");
        IrPrinter.Line(text, "    form", [clause.Form]);
        IrPrinter.Line(text, "    entitlement", [clause.Entitlement]);
        if (clause.IsStackable)
            text.Append("    additional\n");
        if (clause.PassThrough is { } target)
            text.Append($"    passes-on {target.PolicyNumber} {target.ClauseNumber}{(target.IsInProgram ? " evaluated" : "")}\n");
    }

    public static void Print(StringBuilder text, IrTarget target)
    {
        text.Append($"  target {target.LegalBasis.Number} {target.LegalBasis.Title}".TrimEnd()).Append('\n');
        LegalBasis(text, target.LegalBasis);
        Expression(text, "deadline", target.Deadline);
        text.Append($"    figure {Goal(target.Indicator, target.Comparison, target.Value)}\n");
        foreach (var part in target.Parts)
            text.Append($"    part {part.Text}: {Goal(part.Indicator, part.Comparison, part.Value)}\n");
    }

    public static void Print(StringBuilder text, IrProcedure gate)
    {
        text.Append($"  gate {gate.LegalBasis.Number} {gate.LegalBasis.Title} clauses [{string.Join(", ", gate.Clauses)}]\n");
        text.Append($"    for {gate.Subject.Name}\n");
        LegalBasis(text, gate.LegalBasis);
        Expression(text, "applies", gate.Applies);
        foreach (var step in gate.Steps)
            text.Append($"    step {step.Text}: {IrExpressionPrinter.Print(step.Expression)}\n");
    }

    /// <summary>Where a block stands in the document and what it quotes.</summary>
    public static void LegalBasis(StringBuilder text, IrLegalBasis basis)
    {
        IrPrinter.Line(text, "    place", [basis.Place]);
        IrPrinter.Line(text, "    lead", basis.Lead);
        IrPrinter.Line(text, "    responsible", basis.Responsible);
        foreach (var quote in basis.Quotes)
            IrPrinter.Line(text, "    quote", [quote]);
        IrPrinter.Line(text, "    note", [basis.Note]);
    }

    private static string Order(IrOrder? order) => order is null ? ""
        : $" {(order.IsLowestFirst ? "lowest" : "highest")} {IrExpressionPrinter.Print(order.By)} first";

    private static string Goal(IrExpression? indicator, ComparisonOperator comparison, IrExpression value) =>
        $"{(indicator is { } written ? IrExpressionPrinter.Print(written) : "external")} {Wording.Sign(comparison)} "
        + $"{IrExpressionPrinter.Print(value)}";

    private static void Expression(StringBuilder text, string label, IrExpression? expression)
    {
        if (expression is not null)
            text.Append($"    {label} {IrExpressionPrinter.Print(expression)}\n");
    }

    private static string Part(IrPayoutPart part) =>
        part.Stage is { } stage ? $"{part.Share} at {IrExpressionPrinter.Print(stage)}" : $"{part.Share}";

    private static string Award(IrAward award) => award switch
    {
        IrFormula formula => IrExpressionPrinter.Print(formula.Amount),
        IrApproval discretion => $"discretion{From(award)}"
            + (discretion.Ceiling is { } ceiling ? $" up to {IrExpressionPrinter.Print(ceiling)}" : ""),
        _ => $"case by case{From(award)}",
    };

    private static string From(IrAward award) => award.Floor is { } floor ? $" from {IrExpressionPrinter.Print(floor)}" : "";

    private static string Frequency(IrFrequency frequency)
    {
        var from = (frequency.Months, frequency.YearsToFirst, frequency.MonthsToFirst) switch
        {
            (not null, _, 0) or (null, 0, _) => "from",
            (null, > 1 and var years, _) => $"{years} after",
            _ => "after",
        };
        var length = frequency.Months is { } months ? $" {months} months" : frequency.Years is { } limit ? $" {limit}" : "";
        return $"{frequency.Kind}{(frequency.IsStepUp ? " step-up" : "")}{length}"
            + $"{(frequency.Times is { } times ? $" at most {times} rows" : "")}"
            + (frequency.Allowance is { } allowance
                ? $" at most {allowance.Most} of {IrExpressionPrinter.Print(allowance.Counted)}" : "")
            + (frequency.Anchor is { } anchor ? $" {from} {IrExpressionPrinter.Print(anchor)}" : "");
    }
}
