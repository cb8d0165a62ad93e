// Somebody who knows all facts of a subject and is asked one after the other.
using Dsl.Evaluation.Interpreting;
using Dsl.Evaluation.Questions;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Ir.Schema;

namespace Dsl.Agreement.Tests.Questions;

/// <summary>Answers questions.</summary>
/// <param name="full">What is answered; where nothing stands, 不清楚.</param>
internal sealed class Respondent(QuestionCatalog catalog, EvaluationContext context, SubjectFacts full)
{
    private readonly HashSet<string> _unclear = [];

    /// <summary>What was asked, in this order.</summary>
    public List<FactQuestion> Asked { get; } = [];

    /// <summary>How many questions could not be excluded in the search in which they were most.</summary>
    public int Undecided { get; private set; }

    /// <summary>How many evaluations the largest search took.</summary>
    public int MostEvaluations { get; private set; }

    /// <summary>What is known at the end; records are there from the beginning.</summary>
    public SubjectFacts Facts { get; private set; } = SubjectFacts.Empty(full.Subject, full.Key) with
    {
        Values = SubjectFacts.Empty(full.Subject, full.Key).Values.SetItem(0, full.Values[0]),
        Approvals = full.Approvals,
        Payments = full.Payments,
    };

    /// <summary>Answers until nothing is asked; what is wrong with the result then, or null.</summary>
    public string? Answer()
    {
        var finder = new QuestionFinder(catalog, context);
        while (true)
        {
            var list = finder.Find(Facts, _unclear);
            (Undecided, MostEvaluations) = (Math.Max(Undecided, list.Undecided), Math.Max(MostEvaluations, list.Evaluations));
            if (list.Questions is not [var next, ..])
                break;
            if (Asked.Exists(asked => asked.Fact.Name == next.Fact.Name))
                return $"「{next.Fact.Name}」问了两次";
            Asked.Add(next);
            Answer(next.Fact);
        }
        var interpreter = new Interpreter(catalog.Program, context);
        return FindDifference(interpreter.Evaluate(Facts), interpreter.Evaluate(full));
    }

    /// <summary>What differs between two results, or null.</summary>
    public static string? FindDifference(SubjectResult asked, SubjectResult full)
    {
        foreach (var (left, right) in asked.Policies.SelectMany(static policy => policy.Clauses)
            .Zip(full.Policies.SelectMany(static policy => policy.Clauses)))
        {
            if (left.Status != right.Status || left.Amount != right.Amount)
                return $"条款 {left.Clause.Number}：问答得 {Text(left)}，事实齐全得 {Text(right)}";
        }
        var (less, more) = (asked.Totals, full.Totals);
        return less.Amount != more.Amount || less.Unbounded != more.Unbounded || !less.Forms.SequenceEqual(more.Forms)
            || !less.Levels.SequenceEqual(more.Levels) ? $"合计 {less} 与 {more}" : null;
    }

    private static string Text(ClauseResult clause) => $"{clause.Status.Word()} {clause.Amount}（{clause.Unknowns}）";

    private void Answer(OpenFact fact)
    {
        if (fact is { Detail: { } table, Field: null })
        {
            if (full.Details[table.Ordinal] is not { } rows)
                _unclear.Add(fact.Name);
            else
                Facts = Facts with { Details = Facts.Details.SetItem(table.Ordinal, [.. rows.Select(row => OnlyKey(table, row))]) };
            return;
        }
        if (fact.Field is not { } field || ValueOf(fact, field) is not { } value)
        {
            _unclear.Add(fact.Name);
            return;
        }
        if (fact.Detail is not { } detail)
        {
            Facts = Facts with { Values = Facts.Values.SetItem(field.Ordinal, value) };
            return;
        }
        var known = Facts.Details[detail.Ordinal] ?? [];
        Facts = Facts with
        {
            Details = Facts.Details.SetItem(detail.Ordinal, [.. known.Select(row => row.Key == fact.RowKey
                ? new RowFacts(row.Key, row.Values.SetItem(field.Ordinal, value)) : row)]),
        };
    }

    private Dsl.Values.Exact.Value? ValueOf(OpenFact fact, IrField field) => fact.Detail is not { } detail ? full.Values[field.Ordinal]
        : full.Details[detail.Ordinal]?.FirstOrDefault(row => row.Key == fact.RowKey)?.Values[field.Ordinal];

    // Rows are named first and then asked about; 其他政策支持 is stated with all its columns.
    private static RowFacts OnlyKey(IrDetail detail, RowFacts row) => detail.IsBuiltIn ? row
        : new(row.Key, [.. detail.Fields.Select(field => field == detail.Key ? row.Values[field.Ordinal] : null)]);
}
