// The same subject a while later: some of what was unknown is known now.
using System.Collections.Immutable;
using Dsl.Agreement.Tests.Generating;
using Dsl.Agreement.Tests.Registries;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Cells;
using Dsl.Facts.Records;
using Dsl.Ir.Facts;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;
using Dsl.Values.Exact;

namespace Dsl.Agreement.Tests.Properties;

/// <summary>Fills in facts.</summary>
internal sealed class Learning(Draw draw, IrProgram program)
{
    private readonly CellMaker _cells = new(draw, program, 0);
    private readonly int _percent = draw.Pick(20, 60, 100);

    /// <summary>The facts with some gaps filled by something that could be; what is known stays.</summary>
    public SubjectFacts Fill(SubjectFacts facts) => facts with
    {
        Values = Fill(facts.Subject.Fields, facts.Values),
        Details = [.. facts.Subject.Details.Select((detail, index) => Fill(detail, facts.Details[index]))],
    };

    /// <summary>The context with some values of external parameters.</summary>
    public EvaluationContext Fill(EvaluationContext context) => context with
    {
        Parameters = context.Parameters.AddRange(
            from parameter in ExternalParameters.External(program).DistinctBy(static parameter => parameter.Name)
            where !context.Parameters.ContainsKey(parameter.Name) && draw.Chance(_percent)
            let value = Value(new IrField(parameter.Name, parameter.Type, 0, null) { InputRange = Bounds.NonNegative })
            where value is not null
            select KeyValuePair.Create(parameter.Name, value)),
    };

    private ImmutableArray<RowFacts>? Fill(IrDetail detail, ImmutableArray<RowFacts>? rows)
    {
        // Blank columns of 其他政策支持 mean something of their own.
        if (detail.IsBuiltIn)
            return rows;
        if (rows is not { } known)
        {
            return !draw.Chance(_percent) ? null
                : [.. Enumerable.Range(1, draw.Between(0, 2))
                    .Select(number => detail.IsByYear
                        ? new RowFacts($"{2025 - number}",
                            [.. detail.Fields.Select(field => field == detail.Key ? NumberValue.Of(2025 - number) : Value(field))])
                        : new RowFacts($"P-{number}",
                            [.. detail.Fields.Select(field => field == detail.Key ? TextValue.Of($"P-{number}") : Value(field))]))];
        }
        return [.. known.Select(row => row with { Values = Fill(detail.Fields, row.Values) })];
    }

    private ImmutableArray<Value?> Fill(ImmutableArray<IrField> fields, ImmutableArray<Value?> values) =>
        [.. fields.Select((field, index) => values[index] ?? (field.Default is null && draw.Chance(_percent) ? Value(field) : null))];

    private Value? Value(IrField field) => ValueReader.Read(_cells.Known(field), field).Value;
}
