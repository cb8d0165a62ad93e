// 算例 → facts of a subject, the input of an evaluation.
using System.Collections.Immutable;
using System.Diagnostics;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Symbols;
using Dsl.Values.Exact;
using Dsl.Values.Text;

namespace Dsl.Compiler.Lowering;

internal static class ExampleLowering
{
    private const string DefaultKey = "算例";

    public static IrExample Lower(BoundPolicy policy, BoundExample example, SchemaLowering schema) => new()
    {
        Number = example.Number,
        IsTarget = example.IsTarget,
        Title = example.Syntax.Title.Value.Trim(),
        Facts = Facts(policy, example, schema),
        Groups = Groups(policy, example, schema),
        ExpectedParts = [.. example.ExpectedParts.Select(static part => new IrExpectedPart(part.Part, part.Status, part.Figure))],
        Parameters = example.Parameters.SetItems(example.Figures.Select(figure =>
            KeyValuePair.Create(IrTarget.InputName(policy.Number, example.Number, figure.Part), figure.Value))),
        AsOf = example.AsOf,
        Year = example.Year,
        CompetingClauses = example.CompetingClauses,
        ExpectedPayout = example.ExpectedPayout,
        ExpectedStatus = Status(example),
        ExpectedAmount = example.ExpectedAmount,
        Origin = Locations.Of(policy.Source,
            example.Syntax.Keyword is { } keyword ? keyword.Span.Cover(example.Syntax.Title.Span) : example.Syntax.Span),
        ExpectationOrigin = example.Expectation is { } expectation ? Locations.Of(policy.Source, expectation.Span) : SourceLocation.None,
    };

    /// <summary>应得 60万元 alone says 符合 and exactly that amount; a range alone says nothing of the status.</summary>
    private static string? Status(BoundExample example) =>
        example.ExpectedStatus ?? (!example.IsTarget && example.ExpectedAmount is { IsPoint: true } ? "符合" : null);

    private static SubjectFacts Facts(BoundPolicy policy, BoundExample example, SchemaLowering schema)
    {
        var subject = schema[example.Subject];
        var values = Values(example.Facts, subject.Fields.Length, schema);
        var details = example.Subject.Details.Select(detail => Rows(example, detail, schema)).ToImmutableArray();
        var keys = details.SelectMany(static rows => rows ?? []).Select(static row => row.Key).ToList();
        // A record refers to a row by the spelling of the row.
        string? Named(string? rowKey) => rowKey is null ? null : Identity.Find(rowKey, keys) ?? rowKey;
        return new SubjectFacts(subject, values[0] is { } key ? KeyText(key) : DefaultKey, values, details)
        {
            Approvals = [.. example.Approvals.Select(record =>
                new ApprovalRecord(record.Of.PolicyNumber, record.Of.ClauseNumber, Named(record.RowKey), record.Year, record.Amount))],
            Payments = [.. example.Payments.Select(record => new PaymentRecord(
                record.Of.PolicyNumber, record.Of.ClauseNumber, Named(record.RowKey),
                record.Year ?? throw new UnreachableException("a payment says its year"), record.Amount) 
            {
                Quantity = record.Quantity,
                Part = record.Part is var (awardYear, number) ? new PaymentPart(awardYear, number) : null,
            })],
        };
    }

    /// <summary>The groups; beside them the one subject of the example, where anything is said of it.</summary>
    private static ImmutableArray<IrSubjectGroup> Groups(BoundPolicy policy, BoundExample example, SchemaLowering schema)
    {
        var groups = example.Groups.Select(group => new IrSubjectGroup(
            group.Count,
            SubjectFacts.Empty(schema[group.Subject], DefaultKey) with
                { Values = Values(group.Facts, schema[group.Subject].Fields.Length, schema) }));
        var hasSubject = !example.Groups.IsEmpty && (!example.Facts.IsEmpty || !example.Rows.IsEmpty);
        return hasSubject ? [.. groups, new(1, Facts(policy, example, schema))] : [.. groups];
    }

    private static ImmutableArray<RowFacts>? Rows(BoundExample example, DetailSymbol detail, SchemaLowering schema)
    {
        if (!example.Rows.TryGetValue(detail, out var rows))
            return detail.IsBuiltIn ? [] : null;
        var lowered = schema[detail];
        return [.. rows.Select((row, index) =>
        {
            var values = Values(row, lowered.Fields.Length, schema);
            var key = lowered.Key is { } field && values[field.Ordinal] is { } value ? KeyText(value) : $"{index + 1}";
            return new RowFacts(key, values);
        })];
    }

    private static ImmutableArray<Value?> Values(ImmutableArray<BoundGiven> given, int count, SchemaLowering schema)
    {
        var values = new Value?[count];
        foreach (var (symbol, value) in given)
            values[schema[symbol].Ordinal] =
                symbol is { Name: "事项", Table: DetailSymbol { IsBuiltIn: true } } && value is TextValue { Text: { } matter }
                    ? TextValue.Of(schema.BenefitItem(matter))
                    : value;
        return [.. values];
    }

    private static string KeyText(Value value) => value switch
    {
        TextValue { Text: { } text } => text,
        NumberValue { Bounds.Low: { } number } => number.ToString(),
        _ => "",
    };
}
