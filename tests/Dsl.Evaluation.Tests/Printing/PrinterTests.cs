// The printed IR of a small program with every kind of member, against a checked-in file.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Nodes;
using Dsl.Ir.Printing;
using Dsl.Ir.Schema;
using Dsl.Values.Terms;
using Dsl.Testing;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Types;
using Xunit;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Printing;

public class PrinterTests
{
    [Fact]
    public void 各种声明()
    {
        var world = new World();
        world.Parameters.Add(new IrParameter("市级比例", DslType.Ratio) { IsExternal = true });
        world.Parameters.Add(
            new IrParameter("标准", DslType.Money) { History = [(null, Known(5)), (new(2023, 1, 1), Known(new Rational(1, 3)))] });
        var effective = new IrContext(ContextKind.EffectiveDate, DslType.Date, At("施行日期"));
        var local = new IrLocal("基数", Times(Of(world.Grant), Percent(3)));
        var clause = new IrClause
        {
            LegalBasis = new() { Number = "3.1", Title = "研发团队奖励" },
            Kind = ClauseKind.Award,
            Subject = world.Enterprise,
            PerRow = world.Projects,
            Conditions = [Condition(Of(world.Honest), fromScope: true), Condition(Member(Of(world.Industry), true, "文化旅游", "专业服务")),
                new(Not(Of(world.Lead)), true, false, "")],
            Locals = [local],
            Award = new IrApproval(Min(Of(local), If(Yes, Money(5), Of(world.Parameters[1])))),
            Frequency = new(FrequencyKind.Consecutive, 3, Of(world.Founded)),
            SubjectCap = Money(1000 * Wan),
            CumulativeCap = Aggregate(AggregateKind.Sum, world.Projects, Of(world.Grant), Of(world.Lead)),
            Rounding = new(RoundingMode.Down, Wan),
            Shares = [new("市级", 6, 10), new("区级", 4, 10)],
            Beneficiary = "研发团队",
            BenefitItem = "研发",
            IsStackable = true,
            PassThrough = new("乙", "1", true),
        };
        var policy = new IrPolicy
        {
            Title = "若干政策",
            Number = "甲",
            Area = "渝中区",
            Level = "区级",
            EffectiveDate = new(2021, 6, 21),
            ExpiryDate = new(2025, 6, 20),
            EffectiveDateIsAssumed = true,
            Combination = new(true, false, true),
            Clauses = [clause,
                new IrClause { LegalBasis = LegalBasis("10.3"), Kind = ClauseKind.Entitlement, Subject = world.Enterprise,
                    Entitlement = "重点培育" },
                world.Clause("12", new IrCaseByCase())],
            Targets = [new(LegalBasis("8"), Date(2025, 12, 31), null, DslType.Number, ComparisonOperator.Greater, Number(10),
                [new("其一", Aggregate(AggregateKind.Count, world.Projects, null, Yes), ComparisonOperator.GreaterOrEqual, Number(3))])],
            Pools = [new(new() { Number = "9", Title = "资金池" }, Money(100), ["3.1"], ["区级"])],
            Duties = [new(new() { Number = "22", Title = "细则" }, new IrDateShift(effective, Number(1), true, At("")))],
            Procedures = [new(new() { Number = "21", Title = "研究" }, world.Enterprise, AtLeast(Of(world.Investment), Money(5)),
                [Condition(Of(world.Done), "已研究")], ["3.1"])],
            Invariants =
                [new("3.1", AtLeast(Of(world.Grant), new IrContext(ContextKind.Award, DslType.Money, At(""))), SourceLocation.None)],
        };
        var list = new EnumType("区县", ["渝中区", "其他"], true);
        var program = world.Program(policy) with { Schema = new([list], [world.Enterprise]) };
        Snapshot.Verify(RepositoryRoot.Combine("tests", "Dsl.Evaluation.Tests", "Printing", "cases", "各种声明.ir.verified.txt"),
            IrPrinter.Print(program));
    }

    [Fact]
    public void 很深的表达式()
    {
        var sum = Money(1);
        for (var i = 0; i < 50_000; i++)
            sum = Add(sum, Money(1));
        Assert.StartsWith("(+ (+ (+ ", IrExpressionPrinter.Print(sum), StringComparison.Ordinal);
    }
}
