// A synthetic registry that fits the schema: subjects with details, approvals and history. Each subject draws from its own generator.
using System.Collections.Immutable;
using System.Globalization;
using Dsl.Evaluation.Questions;
using Dsl.Facts.Records;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;
using Dsl.Values.Terms;
using Dsl.Values.Types;

namespace Dsl.Verification.Sampling;

/// <summary>What a sample is asked for.</summary>
/// <param name="Rows">Subjects of the first kind; other kinds get a tenth.</param>
/// <param name="Seed">The same seed gives the same sample.</param>
public sealed record SampleOptions(long Rows, long Seed)
{
    /// <summary>How many facts of a million are missing.</summary>
    public long UnknownPartsPerMillion { get; init; }
}

/// <summary>Draws subjects.</summary>
public sealed class RegistrySampler
{
    private static readonly int[] RowCounts = [0, 0, 1, 1, 1, 2, 2, 3];

    private readonly IrProgram _program;
    private readonly SampleOptions _options;
    private readonly ValueSampler _values;

    /// <summary>A sampler for a program.</summary>
    public RegistrySampler(IrProgram program, SampleOptions options) =>
        (_program, _options, _values) = (program, options, new(new Thresholds(program), options.UnknownPartsPerMillion));

    /// <summary>The kinds of subjects that are drawn, 企业 (or the first) first.</summary>
    public IEnumerable<IrSubject> Kinds =>
        _program.Schema.Subjects.OrderBy(static subject => subject.Name == BuiltInTables.MainSubject ? 0 : 1);

    /// <summary>How many subjects of a kind are drawn.</summary>
    public long CountOf(IrSubject subject) => subject == Kinds.First() ? _options.Rows : (_options.Rows + 9) / 10;

    /// <summary>The subjects of a kind.</summary>
    public IEnumerable<SubjectFacts> Subjects(IrSubject subject) => Subjects(subject, CountOf(subject));

    /// <summary>The first subjects of a kind.</summary>
    public IEnumerable<SubjectFacts> Subjects(IrSubject subject, long count)
    {
        for (var index = 0L; index < count; index++)
            yield return Draw(subject, index);
    }

    /// <summary>A value for an external parameter or indicator.</summary>
    public Value Parameter(string name, DslType type) =>
        _values.Known(
            new IrField(name, type, 0, null)
                { InputRange = new(Rational.Zero, type is QuantityType { IsRatio: true } ? Rational.One : null) },
            SplitMix64.For((ulong)_options.Seed, name, 0));

    private SubjectFacts Draw(IrSubject subject, long index)
    {
        var random = SplitMix64.For((ulong)_options.Seed, subject.Name, index);
        var kind = _program.Schema.Subjects.IndexOf(subject) % 26;
        var key = subject.Key.IsCreditCode
            ? CreditCode.Make(kind * 10_000_000L + index + 1)
            : string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + kind)}{index + 1:D8}");
        ImmutableArray<Value?> values = [TextValue.Of(key), .. subject.Fields.Skip(1).Select(field => _values.Next(field, random))];
        ImmutableArray<ImmutableArray<RowFacts>?> details = [.. subject.Details.Where(static detail => !detail.IsBuiltIn)
            .Select(detail => (ImmutableArray<RowFacts>?)Rows(detail, key, random))];
        var facts = new SubjectFacts(subject, key, values, details);
        var support = subject.Details is [.., { IsBuiltIn: true }] ? details.Add(OtherSupport(subject, facts, random)) : details;
        return facts with { Details = support, Approvals = Approvals(facts, random), Payments = Payments(facts, random) };
    }

    private ImmutableArray<RowFacts> Rows(IrDetail detail, string subject, SplitMix64 random)
    {
        var rows = ImmutableArray.CreateBuilder<RowFacts>();
        if (detail is { IsByYear: true, Key: { } year })
            return Years(detail, year, random);
        for (var (count, number) = (random.Pick(RowCounts), 1); number <= count; number++)
        {
            var key = detail.Key is null ? $"{number}" : $"{subject}-{number}";
            rows.Add(new(key, [.. detail.Fields.Select(field => field == detail.Key ? TextValue.Of(key) : _values.Next(field, random))]));
        }
        return rows.ToImmutable();
    }

    /// <summary>Some years up to the latest, one in eight of them missing.</summary>
    private ImmutableArray<RowFacts> Years(IrDetail detail, IrField key, SplitMix64 random)
    {
        var rows = ImmutableArray.CreateBuilder<RowFacts>();
        for (var (year, last) = (random.Between(2020, 2024), 2024L + random.Between(0, 1)); year <= last; year++)
        {
            if (random.Chance(125_000))
                continue;
            rows.Add(new($"{year}",
                [.. detail.Fields.Select(field => field == key ? NumberValue.Of(year) : _values.Next(field, random))]));
        }
        return rows.ToImmutable();
    }

    private ImmutableArray<RowFacts> OtherSupport(IrSubject subject, SubjectFacts facts, SplitMix64 random)
    {
        var rows = ImmutableArray.CreateBuilder<RowFacts>();
        foreach (var clause in ClausesOf(subject).Select(static pair => pair.Clause)
            .Where(clause => clause.BenefitItem is not null && random.Chance(60_000)))
        {
            var keys = RowKeys(clause, facts);
            if (keys.Count == 0)
                continue;
            rows.Add(new($"{rows.Count + 1}",
            [
                TextValue.Of("其他政策〔2020〕1号"), TextValue.Of(clause.BenefitItem ?? ""),
                random.Pick(keys) is { } key ? TextValue.Of(key) : null,
                null, NumberValue.Of(ValueSampler.Amount(random)),
            ]));
        }
        return rows.ToImmutable();
    }

    private ImmutableArray<ApprovalRecord> Approvals(SubjectFacts facts, SplitMix64 random)
    {
        var records = ImmutableArray.CreateBuilder<ApprovalRecord>();
        foreach (var (policy, clause) in ClausesOf(facts.Subject).Where(static pair => pair.Clause.Award is IrApproval or IrCaseByCase))
        {
            var ceilings = Thresholds.CeilingOf(clause);
            foreach (var key in RowKeys(clause, facts).Where(_ => random.Chance(500_000)))
            {
                var amount = !ceilings.IsEmpty && random.Chance(400_000)
                    ? random.Pick(ceilings) + new Rational(random.Between(-1, 1), 100)
                    : ValueSampler.Amount(random);
                records.Add(new(policy.Number, clause.Number, key, null, Rational.Max(amount, Rational.Zero)));
            }
        }
        return records.ToImmutable();
    }

    private ImmutableArray<PaymentRecord> Payments(SubjectFacts facts, SplitMix64 random)
    {
        var records = ImmutableArray.CreateBuilder<PaymentRecord>();
        foreach (var (policy, clause) in ClausesOf(facts.Subject)
            .Where(static pair => pair.Clause.Frequency.Kind != FrequencyKind.Unlimited
                || pair.Clause is not { CumulativeCap: null, RowCap: null, Frequency.IsStepUp: false } || pair.Clause.ReadsHistory
                || pair.Clause.Payout is not null))
        {
            foreach (var key in RowKeys(clause, facts).Where(_ => random.Chance(120_000)))
            {
                for (var (year, last) = (random.Between(2020, 2023), 2023); year <= last; year++)
                    records.Add(new(policy.Number, clause.Number, key, (int)year, ValueSampler.Amount(random))
                    {
                        Quantity = clause.Frequency.Allowance is { } allowance
                            ? (Rational)random.Between(0, (long)Rational.Min(allowance.Most, 1_000_000).Floor()) : null,
                    });
            }
            if (clause.Payout is { } payout)
                AddParts(records, policy, clause, payout, random);
        }
        return records.ToImmutable();
    }

    // Some of what was paid of the awards, to the fen or not.
    private static void AddParts(
        ImmutableArray<PaymentRecord>.Builder records, IrPolicy policy, IrClause clause, IrPayout payout, SplitMix64 random)
    {
        foreach (var award in records.ToList().FindAll(record =>
            record.PolicyNumber == policy.Number && record.ClauseNumber == clause.Number))
        {
            if (random.Chance(500_000))
                records.Add(new(policy.Number, clause.Number, clause.PerRow is null ? null : PaymentRecord.PartRow,
                    Math.Min(award.Year + payout.YearsToFirst, 2023), new((award.Amount * payout.Parts[0].Share * 100).Floor(), 100))
                {
                    Part = new(award.Year, 1),
                });
        }
    }

    private IEnumerable<(IrPolicy Policy, IrClause Clause)> ClausesOf(IrSubject subject) =>
        _program.Policies.SelectMany(static policy => policy.Clauses, static (policy, clause) => (policy, clause))
            .Where(pair => pair.clause.Subject == subject && pair.clause.Kind == ClauseKind.Award);

    /// <summary>The rows that a record can be for; one null for the subject as a whole.</summary>
    private static List<string?> RowKeys(IrClause clause, SubjectFacts facts) =>
        clause.PerRow is not { } detail ? [null]
        : facts.Details[detail.Ordinal] is { } rows ? [.. rows.Select(static row => (string?)row.Key)]
        : [];
}
