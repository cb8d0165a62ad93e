// The shapes of what is said of two runs, and of one subject in a run.
using System.Text.Json.Serialization;
using Dsl.Batch.Comparing;
using Dsl.Batch.Results;
using Dsl.Loading.Json;
using Dsl.Values.Exact;
using Dsl.Values.Quantities;

namespace Dsl.Host.Http;

/// <summary>Amounts in two runs: 金额 is certain; 最高 leaves out what has no bound, 不封顶 counts that.</summary>
internal sealed record RunAmounts(
    [property: JsonPropertyName("原金额")] string Old, [property: JsonPropertyName("新金额")] string New,
    [property: JsonPropertyName("增加")] string Gain, [property: JsonPropertyName("原最高")] string OldMost,
    [property: JsonPropertyName("新最高")] string NewMost, [property: JsonPropertyName("原不封顶")] long OldUnbounded,
    [property: JsonPropertyName("新不封顶")] long NewUnbounded)
{
    public static RunAmounts Of(AmountSum old, AmountSum @new) =>
        new(QuantityFormat.Ledger(old.Low), QuantityFormat.Ledger(@new.Low), QuantityFormat.Ledger(@new.Low - old.Low),
            QuantityFormat.Ledger(old.High), QuantityFormat.Ledger(@new.High), old.Unbounded, @new.Unbounded);

    public static RunAmounts Of(Bounds old, Bounds @new)
    {
        var (before, after) = (new AmountSum(), new AmountSum());
        before.Add(old);
        after.Add(@new);
        return Of(before, after);
    }
}

/// <summary>How many subjects changed how.</summary>
internal sealed record ChangedSubjects
{
    [JsonPropertyName("增加")] public required long Gain { get; init; }

    [JsonPropertyName("减少")] public required long Lose { get; init; }

    [JsonPropertyName("可能增加")] public required long MayGain { get; init; }

    [JsonPropertyName("可能减少")] public required long MayLose { get; init; }

    [JsonPropertyName("此增彼减")] public required long Shift { get; init; }

    [JsonPropertyName("不变")] public required long Same { get; init; }

    [JsonPropertyName("只在原来")] public required long OnlyOld { get; init; }

    [JsonPropertyName("只在新的")] public required long OnlyNew { get; init; }
}

/// <summary>A clause in two runs.</summary>
internal sealed record ComparedClauseLine(
    [property: JsonPropertyName("文号")] string PolicyNumber, [property: JsonPropertyName("条款")] string ClauseNumber,
    [property: JsonPropertyName("原主体数")] long OldSubjects, [property: JsonPropertyName("新主体数")] long NewSubjects,
    [property: JsonPropertyName("金额")] RunAmounts Amounts);

/// <summary>A subject in two runs.</summary>
internal sealed record ComparedSubjectLine(
    [property: JsonPropertyName("主体")] string Key, [property: JsonPropertyName("金额")] RunAmounts Amounts);

/// <summary>Two runs against each other.</summary>
internal sealed record RunComparisonDocument(
    [property: JsonPropertyName("原来")] JobDocument Old, [property: JsonPropertyName("新的")] JobDocument New,
    [property: JsonPropertyName("合计")] RunAmounts Total, [property: JsonPropertyName("主体")] ChangedSubjects Subjects,
    [property: JsonPropertyName("有变化的条款")] IReadOnlyList<ComparedClauseLine> Clauses,
    [property: JsonPropertyName("增加最多")] IReadOnlyList<ComparedSubjectLine> Gainers,
    [property: JsonPropertyName("减少最多")] IReadOnlyList<ComparedSubjectLine> Losers)
{
    public static RunComparisonDocument Of(JobDocument old, JobDocument @new, ResultComparison found, Masking masking)
    {
        long Count(SubjectChange change) => found.Subjects.GetValueOrDefault(change);
        IReadOnlyList<ComparedSubjectLine> Lines(IEnumerable<SubjectShift> subjects) =>
            [.. subjects.Select(subject => new ComparedSubjectLine(masking.Text(subject.Key), RunAmounts.Of(subject.Old, subject.New)))];
        return new(old, @new, RunAmounts.Of(found.Old, found.New),
            new()
            {
                Gain = Count(SubjectChange.Gains), Lose = Count(SubjectChange.Loses), MayGain = Count(SubjectChange.MayGain),
                MayLose = Count(SubjectChange.MayLose), Shift = Count(SubjectChange.Shifts), Same = Count(SubjectChange.Same),
                OnlyOld = found.OnlyOld, OnlyNew = found.OnlyNew,
            },
            [.. found.Clauses.Select(static clause => new ComparedClauseLine(clause.PolicyNumber, clause.ClauseNumber, clause.OldSubjects,
                clause.NewSubjects, RunAmounts.Of(clause.Old, clause.New)))],
            Lines(found.Gainers), Lines(found.Losers));
    }
}

[JsonSerializable(typeof(RunComparisonDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class RunComparisonShapes : JsonSerializerContext
{
    public static RunComparisonShapes Of { get; } = new(JsonStyle.ForShapes());
}
