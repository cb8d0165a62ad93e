// A small program built by hand: two kinds of subjects, details with and without a key, a formula, rows under a cap, a discretion.
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Batch.Tests;

internal static class TestProgram
{
    public const string PolicyNumber = "测府〔2021〕1号";

    public static readonly EvaluationContext Context = new(new DateOnly(2024, 6, 30), 2024);

    public static readonly Bounds MoneyRange = new(Rational.Zero, 1_000_000_000_000);

    private static readonly DslType Persons = DslType.In(Units.Find("人") ?? Units.Yuan);

    private static readonly IrDetail Projects = new("科技项目", 0, isBuiltIn: false)
    {
        Fields = [Field("项目编号", DslType.Text, 0, "科技项目"), Field("国拨经费", DslType.Money, 1, "科技项目")],
        Key = null,
    };

    private static readonly IrDetail Activities =
        new("主题活动", 1, isBuiltIn: false) { Fields = [Field("费用", DslType.Money, 0, "主题活动")] };

    public static IrSubject Enterprise { get; } = new("企业")
    {
        Fields =
        [
            Field("统一社会信用代码", DslType.Text, 0),
            Field("名称", DslType.Text, 1),
            Field("注册区县", new EnumType("区县", ["渝中区", "江津区"], IsOpen: false), 2),
            Field("登记日期", DslType.Date, 3),
            Field("依法纳税", DslType.Truth, 4),
            Field("职工总数", Persons, 5),
            Field("研发投入", DslType.Money, 6),
            Field("研发占比", DslType.Ratio, 7),
        ],
        Details = [WithKey(Projects), Activities, OtherSupport(2)],
    };

    public static IrSubject Talent { get; } = new("人才")
    {
        Fields = [Field("证件号", DslType.Text, 0), Field("资助金额", DslType.Money, 1)],
        Details = [OtherSupport(0)],
    };

    public static IrProgram Program { get; } = new(
        new IrSchema([], [Enterprise, Talent]),
        [new IrParameter("补助比例", DslType.Ratio) { IsExternal = true }],
        [
            new IrPolicy
            {
                Title = "测试办法", Number = PolicyNumber, Level = "区级", EffectiveDate = new(2021, 1, 1),
                Clauses = [Formula(), PerProject(), Approval(), ForTalent()],
                // Reads the facts that no clause reads: unread facts are not checked.
                Targets =
                    [new(LegalBasis("8", "骨干企业"), null, Leading(), DslType.Number, ComparisonOperator.GreaterOrEqual, Number(1), [])],
                Pools = [new(LegalBasis("9", "资金池"), Money(1_000_000), ["1", "2"], ["区级"])],
                Duties = [new(LegalBasis("10", "印发细则"),
                    new IrDateShift(new IrContext(ContextKind.EffectiveDate, DslType.Date, SourceLocation.None), Number(1), inMonths: true,
                        SourceLocation.None))],
            },
        ]);

    private static IrClause Formula() => new()
    {
        LegalBasis = LegalBasis("1", "研发补助") with { Lead = ["区科技局"] },
        Kind = ClauseKind.Award,
        Subject = Enterprise,
        Conditions = [new(Fact(Enterprise.Fields[4]), false, true, "依法纳税")],
        Award = new IrFormula(Least(Times(Fact(Enterprise.Fields[6]), Number(new Rational(1, 10))), Money(1_000_000))),
        Shares = [new("区级", 1, 1)],
    };

    private static IrClause PerProject() => new()
    {
        LegalBasis = LegalBasis("2", "项目奖励") with { Lead = ["区科技局"] },
        Kind = ClauseKind.Award,
        Subject = Enterprise,
        PerRow = Enterprise.Details[0],
        Award = new IrFormula(Times(Fact(Enterprise.Details[0].Fields[1]), Number(new Rational(3, 100)))),
        SubjectCap = Money(500_000),
        Shares = [new("市级", 6, 10), new("区级", 4, 10)],
    };

    private static IrClause Approval() => new()
    {
        LegalBasis = LegalBasis("3", "一次性奖励"),
        Kind = ClauseKind.Award,
        Subject = Enterprise,
        Award = new IrApproval(Money(200_000)),
        Frequency = new(FrequencyKind.Once, null, null),
        Shares = [new("区级", 1, 1)],
    };

    private static IrClause ForTalent() => new()
    {
        LegalBasis = LegalBasis("4", "人才配套"),
        Kind = ClauseKind.Award,
        Subject = Talent,
        Award = new IrFormula(Fact(Talent.Fields[1])),
        Shares = [new("区级", 1, 1)],
    };

    private static IrAggregate Leading() => new(
        AggregateKind.Count, null, Enterprise, null,
        new IrAnd(
            [
                new IrMember(Fact(Enterprise.Fields[2]), ["渝中区"], isOpen: false, SourceLocation.None),
                AtLeast(Enterprise.Fields[3], new DateOnly(2000, 1, 1).DayNumber),
                AtLeast(Enterprise.Fields[5], 500),
                AtLeast(Enterprise.Fields[7], new Rational(1, 2)),
            ],
            SourceLocation.None),
        DslType.Number, SourceLocation.None);

    private static IrCompare AtLeast(IrField field, Rational least) => new(
        ComparisonOperator.GreaterOrEqual, Fact(field), new IrConstant(NumberValue.Of(least), field.Type, SourceLocation.None),
        SourceLocation.None);

    private static IrDetail WithKey(IrDetail detail) =>
        new(detail.Name, detail.Ordinal, detail.IsBuiltIn) { Fields = detail.Fields, Key = detail.Fields[0] };

    private static IrDetail OtherSupport(int ordinal) => new(IrDetail.OtherSupportName, ordinal, isBuiltIn: true)
    {
        Fields =
        [
            Field("文号", DslType.Text, 0, IrDetail.OtherSupportName), Field("事项", DslType.Text, 1, IrDetail.OtherSupportName),
            Field("事项行", DslType.Text, 2, IrDetail.OtherSupportName), Field("年度", DslType.Year, 3, IrDetail.OtherSupportName),
            Field("金额", DslType.Money, 4, IrDetail.OtherSupportName),
        ],
    };

    private static IrField Field(string name, DslType type, int ordinal, string? detail = null) => new(name, type, ordinal, detail)
    {
        InputRange = type is not QuantityType quantity ? Bounds.Everything
            : quantity.IsRatio ? new(Rational.Zero, Rational.One)
            : quantity.IsMoney ? MoneyRange
            : Bounds.NonNegative,
    };

    private static IrLegalBasis LegalBasis(string number, string title) => new() { Number = number, Title = title };

    private static IrFact Fact(IrField field) => new(field, SourceLocation.None);

    private static IrConstant Money(Rational yuan) => new(NumberValue.Of(yuan), DslType.Money, SourceLocation.None);

    private static IrConstant Number(Rational number) => new(NumberValue.Of(number), DslType.Number, SourceLocation.None);

    private static IrArithmetic Times(IrExpression left, IrExpression right) =>
        new(ArithmeticOperator.Multiply, left, right, DslType.Money, SourceLocation.None);

    private static IrCall Least(IrExpression left, IrExpression right) =>
        new(BuiltinFunctions.Find("min") ?? throw new InvalidOperationException("min"), [left, right], DslType.Money, SourceLocation.None);
}
