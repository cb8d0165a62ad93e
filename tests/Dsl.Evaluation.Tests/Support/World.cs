// A small schema and the means to state facts and evaluate policies over it.
using System.Collections.Immutable;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Evaluation.Tests.Support;

/// <summary>企业 with 科技项目 and 其他政策支持, and policies over them.</summary>
internal sealed class World
{
    private static readonly Unit People = Units.Find("人") ?? throw new InvalidOperationException();

    public IrField Key { get; } = new("编号", DslType.Text, 0, null);
    public IrField Investment { get; } = new("投资额", DslType.Money, 1, null);
    public IrField Staff { get; } = new("职工总数", DslType.In(People), 2, null);
    public IrField Honest { get; } = new("诚信经营", DslType.Truth, 3, null);
    public IrField Recognised { get; } = new("已认定", DslType.Truth, 4, null) { IsRecognition = true };
    public IrField Industry { get; } = new("行业", DslType.Text, 5, null);
    public IrField Founded { get; } = new("登记日期", DslType.Date, 6, null);
    public IrField Ranged { get; } = new("利润", DslType.Money, 7, null) { DeclaredRange = new Bounds(-100, 500) };
    public IrField Defaulted { get; } = new("补贴", DslType.Money, 8, null) { Default = NumberValue.Of(0) };
    public IrField Second { get; } = new("研发人员数", DslType.In(People), 9, null);
    public IrField Done { get; } = new("已研究", DslType.Truth, 10, null);

    public IrField ProjectKey { get; } = new("项目编号", DslType.Text, 0, "科技项目");
    public IrField Grant { get; } = new("国拨经费", DslType.Money, 1, "科技项目");
    public IrField Lead { get; } = new("牵头", DslType.Truth, 2, "科技项目");
    public IrField Extra { get; } = new("追加", DslType.Money, 3, "科技项目") { Default = NumberValue.Of(0) };

    public World()
    {
        Projects = new("科技项目", 0, false) { Fields = [ProjectKey, Grant, Lead, Extra], Key = ProjectKey };
        var name = IrDetail.OtherSupportName;
        OtherSupport = new(name, 1, true)
        {
            Fields = [new("文号", DslType.Text, 0, name), new("事项", DslType.Text, 1, name), new("事项行", DslType.Text, 2, name),
                new("年度", DslType.Year, 3, name), new("金额", DslType.Money, 4, name)],
        };
        Enterprise = new("企业")
        {
            Fields = [Key, Investment, Staff, Honest, Recognised, Industry, Founded, Ranged, Defaulted, Second, Done],
            Details = [Projects, OtherSupport],
        };
        Facts = SubjectFacts.Empty(Enterprise, "E1").With(Key, "E1") with { Details = [null, ImmutableArray<RowFacts>.Empty] };
    }

    public IrSubject Enterprise { get; }
    public IrDetail Projects { get; }
    public IrDetail OtherSupport { get; }

    /// <summary>A subject of which nothing is known but that there is no other support.</summary>
    public SubjectFacts Facts { get; }

    public EvaluationContext Context { get; init; } = new(new DateOnly(2024, 6, 30), 2024);

    public List<IrParameter> Parameters { get; } = [];

    public IrClause Clause(string number, IrExpression amount) => Clause(number, new IrFormula(amount));

    public IrClause Clause(string number, IrAward award, Terms? terms = null) => new()
    {
        LegalBasis = Build.LegalBasis(number),
        Kind = ClauseKind.Award,
        Subject = Enterprise,
        Award = award,
        PerRow = terms?.PerRow,
        Conditions = [.. terms?.Conditions ?? []],
        Frequency = terms?.Frequency ?? IrFrequency.Unlimited,
        SubjectCap = terms?.SubjectCap,
        IsSubjectCapShared = terms?.IsSubjectCapShared ?? false,
        CumulativeCap = terms?.CumulativeCap,
        RowCap = terms?.RowCap,
        Rounding = terms?.Rounding ?? IrRounding.ToFen,
        Shares = [.. terms?.Shares ?? []],
        BenefitItem = terms?.BenefitItem,
        Contest = terms?.Contest,
        PaysOneRow = terms?.PaysOneRow ?? false,
        Form = terms?.Form ?? "",
        IsStackable = terms?.IsStackable ?? false,
        PassThrough = terms?.PassThrough,
    };

    public IrClause Formula(
        string number, IrExpression amount, IrExpression? when = null, IrDetail? each = null, string? matter = null,
        IrFrequency? frequency = null) =>
        Clause(number, new IrFormula(amount),
            new() { PerRow = each, Conditions = when is null ? [] : [Build.Condition(when)], Frequency = frequency, BenefitItem = matter });

    public static IrPolicy Policy(params IrClause[] clauses) =>
        Policy("甲〔2021〕1号", new DateOnly(2021, 1, 1), IrCombination.None, clauses);

    public static IrPolicy Policy(string number, DateOnly from, IrCombination combination, params IrClause[] clauses) =>
        new() { Title = number, Number = number, Area = "渝中区", EffectiveDate = from, Combination = combination, Clauses = [.. clauses] };

    public IrProgram Program(params IrPolicy[] policies) => new(new IrSchema([], [Enterprise]), [.. Parameters], [.. policies]);

    public SubjectResult Run(SubjectFacts facts, params IrPolicy[] policies) => new Interpreter(Program(policies), Context).Evaluate(facts);

    /// <summary>The result of the first clause of the first policy.</summary>
    public ClauseResult First(SubjectFacts facts, params IrPolicy[] policies) => Run(facts, policies).Policies[0].Clauses[0];

    /// <summary>The result of one clause in a policy of its own.</summary>
    public ClauseResult Only(SubjectFacts facts, IrClause clause) => First(facts, Policy(clause));

    /// <summary>The value of an expression on the subject's facts.</summary>
    public Value Evaluate(IrExpression expression, SubjectFacts? facts = null) =>
        new ExpressionEvaluator(Context).Visit(expression, Frame.OfSubject(Policy(), facts ?? Facts));

    public NumberValue Number(IrExpression expression, SubjectFacts? facts = null) => (NumberValue)Evaluate(expression, facts);

    public TruthValue Truth(IrExpression expression, SubjectFacts? facts = null) => (TruthValue)Evaluate(expression, facts);

    /// <summary>A row of 科技项目; null leaves a fact missing.</summary>
    public static RowFacts Project(string key, Rational? grant, bool? lead = null) =>
        new(key, [TextValue.Of(key), grant is { } g ? NumberValue.Of(g) : null, lead is { } l ? TruthValue.Of(l) : null, null]);

    /// <summary>A row of 其他政策支持.</summary>
    public static RowFacts OtherGrant(string key, string? matter, Rational? amount, string? row = null, int? year = null) =>
        new(key, [TextValue.Of("市〔2020〕9号"), matter is null ? null : TextValue.Of(matter), row is null ? null : TextValue.Of(row),
            year is { } y ? NumberValue.Of(y) : null, amount is { } a ? NumberValue.Of(a) : null]);
}

/// <summary>Facts stated one at a time.</summary>
internal static class FactsExtensions
{
    public static SubjectFacts With(this SubjectFacts facts, IrField field, Value? value) =>
        facts with { Values = facts.Values.SetItem(field.Ordinal, value) };

    public static SubjectFacts With(this SubjectFacts facts, IrField field, Rational value) => facts.With(field, NumberValue.Of(value));

    public static SubjectFacts With(this SubjectFacts facts, IrField field, bool value) => facts.With(field, TruthValue.Of(value));

    public static SubjectFacts With(this SubjectFacts facts, IrField field, string value) => facts.With(field, TextValue.Of(value));

    public static SubjectFacts With(this SubjectFacts facts, IrField field, DateOnly value) =>
        facts.With(field, NumberValue.Of(CivilDate.ToNumber(value)));

    public static SubjectFacts WithRows(this SubjectFacts facts, IrDetail detail, params RowFacts[] rows) =>
        facts with { Details = facts.Details.SetItem(detail.Ordinal, rows.ToImmutableArray()) };

    public static SubjectFacts WithoutTable(this SubjectFacts facts, IrDetail detail) =>
        facts with { Details = facts.Details.SetItem(detail.Ordinal, null) };

    public static SubjectFacts Approved(this SubjectFacts facts, string clause, Rational amount, string? row = null, int? year = null,
        string? policy = null) =>
        facts with { Approvals = facts.Approvals.Add(new(policy, clause, row, year, amount)) };

    public static SubjectFacts Paid(this SubjectFacts facts, string clause, int year, Rational amount, string? row = null,
        string? policy = null) =>
        facts with { Payments = facts.Payments.Add(new(policy, clause, row, year, amount)) };
}

/// <summary>What a clause says beside its amount.</summary>
internal sealed record Terms
{
    public IrDetail? PerRow { get; init; }
    public IrCondition[] Conditions { get; init; } = [];
    public IrFrequency? Frequency { get; init; }
    public IrExpression? SubjectCap { get; init; }
    public bool IsSubjectCapShared { get; init; }
    public IrExpression? CumulativeCap { get; init; }
    public IrExpression? RowCap { get; init; }
    public IrRounding? Rounding { get; init; }
    public IrShare[] Shares { get; init; } = [];
    public string? BenefitItem { get; init; }
    public string? Contest { get; init; }
    public bool PaysOneRow { get; init; }
    public string Form { get; init; } = "";
    public bool IsStackable { get; init; }
    public IrPassThrough? PassThrough { get; init; }
}
