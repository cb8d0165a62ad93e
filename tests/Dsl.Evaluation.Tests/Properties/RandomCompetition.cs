// Random groups of competing clauses: some policies, with and without 每个, with a past; amounts known or not.
using Dsl.Evaluation.Tests.Support;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using static Dsl.Evaluation.Tests.Support.Build;

namespace Dsl.Evaluation.Tests.Properties;

/// <summary>What is drawn.</summary>
public enum CompetitionKind
{
    /// <summary>Anything.</summary>
    Any,

    /// <summary>Clauses that all stand against one another, and that all compete within the year.</summary>
    AllMeet,

    /// <summary>Clauses that all stand against one another, and that all are 一次性.</summary>
    AllRemember,

    /// <summary>
    /// Clauses without 每个 (and without support from outside, which is no part of the total), each pair of which may stand against one
    /// another or not, of any 频次.
    /// </summary>
    WithoutRows,
}

/// <summary>Makes a group of one 事项 from a seed. Few small figures, so that ties are common.</summary>
internal sealed class RandomCompetition
{
    private static readonly IrFrequency[] Frequencies =
        [new(FrequencyKind.Once, null, null), new(FrequencyKind.Once, null, null), new(FrequencyKind.Yearly, null, null),
            IrFrequency.Unlimited];

    private static readonly string[] RowKeys = ["a", "b", "c"];

    private readonly World _world;
    private readonly Random _random;
    private readonly CompetitionKind _kind;

    public RandomCompetition(World world, int seed, CompetitionKind kind = CompetitionKind.Any)
    {
        (_world, _random, _kind) = (world, new(seed), kind);
        Policies = [.. Enumerable.Range(0, 1 + _random.Next(3)).Select(Policy)];
    }

    public IrPolicy[] Policies { get; }

    /// <summary>Facts with gaps, and the same filled.</summary>
    public (SubjectFacts Open, SubjectFacts Known) Facts(int percentUnknown)
    {
        var known = _world.Facts.With(_world.Investment, Amount()).With(_world.Ranged, Amount()).With(_world.Honest, Chance(80))
            .With(_world.Done, Chance(80));
        var rows = RowKeys.Take(_random.Next(4)).Select(key => World.Project(key, Amount(), true)).ToArray();
        known = known.WithRows(_world.Projects, rows);
        foreach (var policy in Policies)
        {
            foreach (var clause in policy.Clauses.Where(_ => Chance(35)))
                known = known.Paid(clause.Number, 2021 + _random.Next(4), Amount() - (Chance(20) ? 6 : 0),
                    clause.PerRow is null ? null : Pick([.. RowKeys, PaymentRecord.CutRow]), policy.Number);
        }
        var outside = Enumerable.Range(1, Chance(40) && _kind != CompetitionKind.WithoutRows ? 1 + _random.Next(2) : 0)
            .Select(number => World.OtherGrant($"{number}", Pick("平台", "平台", "别的"), Amount(), Pick(null, null, "a"),
                Pick<int?>(null, 2024, 2023, 2022)))
            .ToArray();
        known = known.WithRows(_world.OtherSupport, outside);
        var open = known;
        foreach (var field in (IrField[])[_world.Investment, _world.Ranged, _world.Honest, _world.Done])
            open = Chance(percentUnknown) ? open.With(field, (Value?)null) : open;
        open = open.WithRows(_world.Projects,
            [.. rows.Select(row => Chance(percentUnknown) ? row with { Values = row.Values.SetItem(_world.Grant.Ordinal, null) } : row)]);
        open = open.WithRows(_world.OtherSupport,
            [.. outside.Select(row => Chance(percentUnknown / 3) ? row with { Values = row.Values.SetItem(4, null) } : row)]);
        return (Chance(percentUnknown / 6) ? open.WithoutTable(_world.Projects) : open, known);
    }

    /// <summary>The same facts with one amount raised.</summary>
    public SubjectFacts Raised(SubjectFacts facts)
    {
        Rational More(Value? value) => ((value as NumberValue)?.Bounds.Low ?? 0) + 1 + _random.Next(4);
        var rows = facts.Details[_world.Projects.Ordinal] ?? [];
        var which = _random.Next(2 + rows.Length);
        if (which < 2)
            return facts.With(which == 0 ? _world.Investment : _world.Ranged,
                More(facts.Values[(which == 0 ? _world.Investment : _world.Ranged).Ordinal]));
        var row = rows[which - 2];
        return facts.WithRows(_world.Projects,
            [.. rows.SetItem(which - 2,
                row with { Values = row.Values.SetItem(_world.Grant.Ordinal, NumberValue.Of(More(row.Values[_world.Grant.Ordinal]))) })]);
    }

    /// <summary>The group, some facts and their result.</summary>
    public string Describe(SubjectFacts facts, SubjectResult result)
    {
        var clauses = result.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) =>
            $"{policy.Policy.Number}{(policy.Policy.Combination.OthersInArea ? "区" : "")}"
            + $"{(policy.Policy.Combination.WithinPolicy ? "内" : "")} {clause.Clause.Number}"
            + $" {clause.Clause.Frequency.Kind}{(clause.Clause.PerRow is null ? "" : " 每个")} "
            + $"{(clause.Clause.Award as IrFormula)?.Amount.Origin.Text}：{clause.Status} {clause.Amount.Low}..{clause.Amount.High}"
            + string.Concat(clause.Rows.Select(static row => $" {row.Key} {row.Amount.Low}..{row.Amount.High}"))
            + $" {clause.Unknowns} {clause.DisplacedBy}");
        var rows = facts.Details[_world.Projects.Ordinal] is { } known
            ? string.Concat(known.Select(row => $" {row.Key}={row.Values[_world.Grant.Ordinal] as NumberValue}"))
            : "没有表";
        var outside = string.Concat((facts.Details[_world.OtherSupport.Ordinal] ?? [])
            .Select(static row => "\n其他 "
                + string.Join(" ",
                    row.Values.Select(static value =>
                        value switch { NumberValue number => $"{number.Bounds.Low}", TextValue text => text.Text, _ => "空" }))));
        var paid = string.Concat(facts.Payments.Select(static record => $"\n兑现 {record.PolicyNumber} {record.ClauseNumber} "
            + $"{record.RowKey} {record.Year} {record.Amount}"));
        return string.Join("\n", clauses) + $"\n投资额 {(facts.Values[_world.Investment.Ordinal] as NumberValue)?.Bounds.Low} 利润 "
            + $"{(facts.Values[_world.Ranged.Ordinal] as NumberValue)?.Bounds.Low}{rows}{outside}{paid}";
    }

    private IrPolicy Policy(int index)
    {
        var number = $"{(char)('甲' + index)}";
        var clauses = Enumerable.Range(1, 1 + _random.Next(3)).Select(clause => Clause($"{clause}"));
        return World.Policy(number, new(2018 + _random.Next(3), 1, 1),
            _kind is CompetitionKind.AllMeet or CompetitionKind.AllRemember ? new(true, true, false) : new(Chance(50), Chance(60), false),
            [.. clauses]);
    }

    private IrClause Clause(string number)
    {
        var each = Chance(50) && _kind != CompetitionKind.WithoutRows ? _world.Projects : null;
        var amount = each is not null
            ? Pick(Money(Amount()), Of(_world.Grant), Min(Of(_world.Grant), Money(Amount())), Add(Of(_world.Grant), Money(2)))
            : Pick(Money(Amount()), Of(_world.Investment), Min(Of(_world.Investment), Money(Amount())), Of(_world.Ranged),
                Add(Of(_world.Investment), Money(1)));
        var when = Pick<IrExpression?>(null, null, null, Of(_world.Honest), Of(_world.Done));
        var frequency =
            _kind switch { CompetitionKind.AllRemember => Frequencies[0], CompetitionKind.AllMeet => Frequencies[2 + _random.Next(2)], _ =>
                Pick(Frequencies) };
        return _world.Formula(number, amount, when, each, "平台", frequency);
    }

    private Rational Amount() => _random.Next(10);

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] from) => from[_random.Next(from.Length)];
}
