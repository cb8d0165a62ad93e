// The SQL of policies against the interpreter: status and both ends of the amount, subject by subject, clause by clause.
using System.Collections.Immutable;
using System.Numerics;
using Dsl.Evaluation.Interpreting;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;
using Dsl.Sql.Clauses;
using Dsl.Sql.Dialects;
using Dsl.Sql.Scripts;
using Dsl.Values.Exact;
using Dsl.Values.Types;
using DuckDB.NET.Data;

namespace Dsl.Agreement.Tests.Sql;

/// <summary>What was compared.</summary>
internal sealed class SqlTally
{
    public int Said { get; set; }

    public int Clauses { get; set; }

    public int Rows { get; set; }

    public int Unjudged { get; set; }

    public Dictionary<string, int> Statuses { get; } = [];

    public Dictionary<string, int> Reasons { get; } = [];
}

/// <summary>Runs and compares.</summary>
internal static class SqlRuns
{
    /// <summary>The first difference, or null.</summary>
    public static string? FindDifference(IrProgram program, EvaluationContext context, IReadOnlyList<SubjectFacts> all, SqlTally tally)
    {
        // A table that no subject has was not supplied.
        var missing = program.Schema.Subjects.SelectMany(static subject => subject.Details)
            .Where(detail => all.Where(facts => facts.Subject.Details.Contains(detail)).All(facts => facts.Details[detail.Ordinal] is null))
            .ToImmutableHashSet();
        var script = SqlEmitter.Emit(program, SqlDialects.All[0], new(context) { Missing = missing });
        tally.Clauses += script.Clauses.Length;
        tally.Said += script.Clauses.Count(static clause => clause.Refusal is null);
        foreach (var refusal in script.Clauses.Select(static clause => clause.Refusal).OfType<Dsl.Ir.Printing.Refusal>())
            tally.Reasons[refusal.Reason] = tally.Reasons.GetValueOrDefault(refusal.Reason) + 1;
        var subjects = all.Where(facts => IsPlain(facts, script)).ToList();
        using var database = new SqlDatabase();
        try
        {
            database.Fill(program, script.Tables, subjects);
            var rows = database.Results(script.Text);
            return Compare(new(program, context), script, subjects, rows, tally);
        }
        catch (DuckDBException error)
        {
            return $"DuckDB：{error.Message}\n\n{script.Text}";
        }
    }

    private static string? Compare(Interpreter interpreter, SqlScript script, List<SubjectFacts> subjects,
        Dictionary<(string, string, string, string), SqlRow> rows, SqlTally tally)
    {
        foreach (var facts in subjects)
        {
            var results = interpreter.Evaluate(facts).Policies
                .SelectMany(static policy => policy.Clauses).ToDictionary(static result => result.Clause);
            foreach (var said in script.Clauses.Where(said => said.Refusal is null && ReferenceEquals(said.Clause.Subject, facts.Subject)))
            {
                var at = $"{facts.Key}：{said.Policy.Number} 条款 {said.Clause.Number}";
                if (!rows.TryGetValue((facts.Subject.Name, facts.Key, said.Policy.Number, said.Clause.Number), out var row))
                    return $"{at} 没有结果\n\n{script.Text}";
                tally.Rows++;
                tally.Statuses[row.Status] = tally.Statuses.GetValueOrDefault(row.Status) + 1;
                if (row.Status == SqlStatus.Unjudged && MayBeUnjudged(facts, said, script, results))
                {
                    tally.Unjudged++;
                    continue;
                }
                var result = results[said.Clause];
                var status = result.Status is ClauseStatus.MissingFacts or ClauseStatus.AwaitingDecision
                    ? SqlStatus.Open : result.Status.Word();
                var expected = new SqlRow(status, Fen(result.Amount.Low), Fen(result.Amount.High));
                if (row != expected)
                    return $"{at}\n  解释器：{expected}（{result.Status.Word()}）\n  SQL：{row}\n\n{script.Text}";
            }
        }
        return null;
    }

    private static BigInteger? Fen(Rational? amount) => amount is { } yuan ? (yuan * 100).RoundHalfAwayFromZero() : null;

    // Nothing but records, support and rivals that may be due makes a subject one that SQL does not judge.
    private static bool MayBeUnjudged(SubjectFacts facts, SaidClause said, SqlScript script, Dictionary<IrClause, ClauseResult> results) =>
        facts.Details[facts.Subject.OtherSupport.Ordinal] is { Length: > 0 }
        || facts.Payments.Any(static record => record.RowKey == PaymentRecord.CutRow)
        || facts.Approvals.GroupBy(static record => (record.ClauseNumber, record.RowKey)).Any(static group => group.Count() > 1)
        || said.Clause.PerRow is { Key: not { Type: TextType or EnumType } } && !(facts.Approvals.IsEmpty && facts.Payments.IsEmpty)
        || script.Clauses.Any(other => !ReferenceEquals(other, said) && ReferenceEquals(other.Clause.Subject, facts.Subject)
            && other.Clause.BenefitItem is { } matter && matter == said.Clause.BenefitItem
            && CompetitionResolver.CanMeet((said.Policy, said.Clause), (other.Policy, other.Clause))
            && (results[other.Clause].Status is not (ClauseStatus.NotEligible or ClauseStatus.NotInForce) || !facts.Payments.IsEmpty));

    /// <summary>Whether all facts that are read fit the columns: what is finer or out of range is an error, and tested elsewhere.</summary>
    private static bool IsPlain(SubjectFacts facts, SqlScript script)
    {
        bool IsRead(string table, string column) =>
            script.Tables.Any(read => read.Name == table && read.Columns.Any(one => one.Name == column));
        return facts.Subject.Fields.All(field => !IsRead(facts.Subject.Name, field.Name) || Fits(field, facts.Values))
            && facts.Subject.Details.All(detail => !script.Tables.Any(read => read.Name == detail.Name)
                || facts.Details[detail.Ordinal] is { } rows && rows.All(row => detail.Fields.All(field =>
                    !IsRead(detail.Name, field.Name) || Fits(field, row.Values))))
            && facts.Approvals.Select(static record => record.Amount).Concat(facts.Payments.Select(static record => record.Amount))
                .All(static amount => (amount * 100).IsInteger && Rational.Max(amount, -amount) < 10_000_000_000_000);
    }

    private static bool Fits(IrField field, ImmutableArray<Value?> values)
    {
        if (values[field.Ordinal] is not NumberValue { Bounds.Low: { } number } || field.Type is DateType or YearType)
            return true;
        var digits = field.Type is QuantityType { IsMoney: true } ? 2 : DigitsOf(field.Type);
        var fractions = number * BigInteger.Pow(10, digits);
        return fractions.IsInteger && BigInteger.Abs(fractions.Numerator) <= BigInteger.Pow(10, 16);
    }

    private static int DigitsOf(DslType type) => type switch
    {
        QuantityType { Dimension: var dimension } when dimension == Dimension.None => 6,
        QuantityType { Dimension.Factors: [(var unit, 1)] } => unit.Kind == UnitKind.Measure ? 4 : 0,
        _ => 4,
    };
}
