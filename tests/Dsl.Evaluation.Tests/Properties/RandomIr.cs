// Random expressions, policies and facts from a seed: the same seed makes the same.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Functions;
using Dsl.Values.Terms;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Properties;

/// <summary>Makes random IR over a <see cref="World"/>.</summary>
internal sealed class RandomIr(World world, int seed)
{
    private readonly Random _random = new(seed);

    private int Next(int count) => _random.Next(count);

    private bool Flip() => Next(2) == 0;

    public IrExpression Amount(int depth, bool inRow)
    {
        if (depth == 0)
            return Next(4) switch
            {
                0 => Of(world.Investment),
                1 => Of(world.Ranged),
                2 when inRow => Of(world.Grant),
                _ => Money(Next(200) - 50),
            };
        IrExpression Part() => Amount(depth - 1, inRow);
        return Next(9) switch
        {
            0 => Add(Part(), Part()),
            1 => Subtract(Part(), Part()),
            2 => Times(Part(), Percent(Next(200) - 50)),
            3 => Over(Part(), Add(Number(Next(3)), Arithmetic(ArithmeticOperator.Multiply, Of(world.Staff), Number(Next(2))))),
            4 => Min(Part(), Part()),
            5 => Call("max", Part(), Part()),
            6 => If(Truth(depth - 1, inRow), Part(), Part()),
            7 => Aggregate((AggregateKind)(Next(2) == 0 ? 0 : 2 + Next(3)), world.Projects, Amount(depth - 1, true),
                Flip() ? Truth(depth - 1, true) : null),
            _ => new IrNegate(Part(), At("")),
        };
    }

    public IrExpression Truth(int depth, bool inRow)
    {
        if (depth == 0)
            return Next(4) switch
            {
                0 => Of(world.Honest),
                1 => Of(world.Recognised),
                2 when inRow => Of(world.Lead),
                _ => Member(Of(world.Industry), Flip(), "甲", "乙"),
            };
        IrExpression Part() => Truth(depth - 1, inRow);
        return Next(7) switch
        {
            0 => And(Part(), Part(), Part()),
            1 => Or(Part(), Part()),
            2 => Not(Part()),
            3 => If(Part(), Part(), Part()),
            4 => new IrSameTruth(Part(), Part(), At("")),
            5 => Aggregate(AggregateKind.Exists, world.Projects, null, Truth(depth - 1, true)),
            _ => Compare((ComparisonOperator)Next(6), Amount(depth - 1, inRow), Amount(depth - 1, inRow)),
        };
    }

    public IrPolicy[] Policies() =>
    [
        .. Enumerable.Range(1, 3).Select(index => new IrPolicy
        {
            Title = $"政策{index}",
            Number = $"政策{index}",
            Area = "区",
            EffectiveDate = new(2020 + Next(2), 1, 1),
            Combination = new(Flip(), Flip(), Next(4) == 0),
            Clauses = [.. Enumerable.Range(1, 2 + Next(2)).Select(number => Clause($"{number}"))],
            Procedures = Next(4) == 0
                ? [new(LegalBasis("9"), world.Enterprise, Flip() ? Truth(1, false) : null, [Condition(Of(world.Done), "步骤")], ["1"])]
                : [],
        }),
    ];

    private IrClause Clause(string number)
    {
        var each = Flip() ? world.Projects : null;
        IrAward award = Next(4) == 0 ? new IrApproval(Amount(1, each is not null)) : new IrFormula(Amount(2, each is not null));
        return world.Clause(number, award,
            new() { PerRow = each, Conditions = Flip() ? [Condition(Truth(1, each is not null))] : [],
                SubjectCap = Next(3) == 0 ? Amount(1, false) : null, CumulativeCap = Next(4) == 0 ? Money(Next(300)) : null,
                BenefitItem = Next(3) == 0 ? null : $"事项{Next(2)}", Shares = [new("市级", 6, 10), new("区级", 4, 10)] });
    }

    /// <summary>Facts with gaps, and the same facts with every gap filled by something possible.</summary>
    public (SubjectFacts Open, SubjectFacts Known) Facts()
    {
        var known = world.Facts.With(world.Investment, Next(300)).With(world.Staff, Next(4)).With(world.Honest, Flip())
            .With(world.Recognised, Flip())
            .With(world.Industry, Flip() ? "甲" : "丙").With(world.Founded, new DateOnly(2020, 1, 1)).With(world.Ranged, Next(601) - 100)
            .With(world.Second, Next(9)).With(world.Done, Flip())
            .WithRows(world.Projects, [.. Enumerable.Range(0, Next(4)).Select(index => World.Project($"{index}", Next(200), Flip()))])
            .WithRows(world.OtherSupport,
                [.. Enumerable.Range(0, Next(2))
                    .Select(index => World.OtherGrant($"{index}", $"事项{Next(2)}", Next(100), Flip() ? "0" : null))]);
        known = known.Paid("1", 2022, Next(100)) with { Approvals =
            [.. Enumerable.Range(0, Next(3)).Select(index => new ApprovalRecord(null, $"{index}", Flip() ? "0" : null, null, Next(100)))] };
        var open = known with { Values = [.. known.Values.Select(value => Next(3) == 0 ? null : value)] };
        foreach (var detail in new[] { world.Projects, world.OtherSupport })
        {
            var rows = known.Details[detail.Ordinal] ?? [];
            open = Next(4) == 0 ? open.WithoutTable(detail)
                : open.WithRows(detail,
                    [.. rows.Select(row => row with { Values =
                        [.. row.Values.Select((value, index) => MayBeMissing(detail, index) && Next(3) == 0 ? null : value)] })]);
        }
        return (open, known);
    }

    // Blank 文号, 事项行 and 年度 of 其他政策支持 mean something of their own, and keys are never missing.
    private bool MayBeMissing(IrDetail detail, int index) => ReferenceEquals(detail, world.OtherSupport) ? index is 1 or 4 : index > 0;
}
