// Binds 资金池, 义务 and 程序.
using System.Collections.Immutable;
using Dsl.Values.Terms;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Binding.Expressions;
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Exact;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>Binds the numbered blocks that pay nothing themselves.</summary>
internal static class DutyBinder
{
    /// <summary>资金池; null where 规模 is missing (reported).</summary>
    public static BoundPool? BindPool(PolicyContext context, NumberedBlock block)
    {
        var clauses = context.Clauses(block);
        var levels = block.Words("资金");
        GovernmentLevels.Check(context.Sink, levels);
        if (block.Expression("规模") is { } size)
            return new BoundPool(PolicyContext.LegalBasis(block),
                new ExpressionBinder(context.Sink, context.File.Frame).BindMoney(size, "资金池的规模"), clauses,
                [.. levels.Select(static level => level.Value)]);
        ReportMissing(context, block, "规模", "规模 1亿元");
        return null;
    }

    /// <summary>义务.</summary>
    public static BoundDuty BindDuty(PolicyContext context, NumberedBlock block)
    {
        var deadline = block.Expression("期限") is { } syntax
            ? new ExpressionBinder(context.Sink, context.File.Frame).BindAs(syntax, DslType.Date)
            : null;
        if (deadline is not null && context.Policy.EffectiveDate is { } effective && DateOf(deadline, effective) is { } date
            && date < effective)
            context.Sink.Report(DeclarationDiagnostics.DeadlineBeforeEffective, deadline.Span, CivilDate.Format(date),
                CivilDate.Format(effective));
        return new(PolicyContext.LegalBasis(block), deadline);
    }

    /// <summary>The day of a deadline that only the policy's own date decides; null where it depends on more.</summary>
    private static DateOnly? DateOf(BoundExpression deadline, DateOnly effective) => deadline switch
    {
        BoundIntrinsic { Name: ContextKind.EffectiveDate } => effective,
        BoundDateShift shift => DateOf(shift.Date, effective) is { } date && ConstantFolder.Number(shift.Amount) is { } amount
            ? CivilDate.FromNumber(
                shift.InMonths ? CivilDate.ToNumber(CivilDate.AddMonths(date, amount)) : CivilDate.ToNumber(date) + amount)
            : null,
        _ => ConstantFolder.Number(deadline) is { } number ? CivilDate.FromNumber(number) : null,
    };

    /// <summary>程序; null where 须经 or the subject is missing (reported).</summary>
    public static BoundProcedure? BindProcedure(PolicyContext context, NumberedBlock block)
    {
        var clauses = context.Clauses(block);
        if (block.First("须经") is null)
            ReportMissing(context, block, "须经", "须经 区领导小组已研究");
        if (context.SubjectOf(block) is not { } subject)
            return null;
        var binder = new ExpressionBinder(context.Sink, context.File.Frame with { Subject = subject });
        var applies = block.Expression("情形") is { } condition ? binder.BindTruth(condition) : null;
        var steps = block.LinesOf<ExpressionLine>("须经")
            .Select(line => new BoundCondition(line, binder.BindTruth(line.Expression), IsExclusion: false)).ToImmutableArray();
        return new BoundProcedure(PolicyContext.LegalBasis(block), subject, applies, steps, clauses);
    }

    /// <summary>Reports a line that a block needs.</summary>
    public static void ReportMissing(PolicyContext context, NumberedBlock block, string line, string example) =>
        context.Sink.Report(DeclarationDiagnostics.MissingLine, block.Number.Span, block.Keyword?.Text ?? "", block.Number.Text, line,
            example);
}
