// The shapes of what is asked next.
using System.Text.Json.Serialization;
using Dsl.Evaluation.Questions;
using Dsl.Ir.Nodes;
using Dsl.Loading.Json;
using Dsl.Values.Quantities;
using Dsl.Values.Types;

namespace Dsl.Host.Questions;

/// <summary>What is still to be asked.</summary>
/// <param name="Left">How many questions there are, whether or not all are listed.</param>
/// <param name="AtMost">By how much they can still move the total, as far as there is an upper bound.</param>
/// <param name="Unbounded">不封顶: how many amounts have none.</param>
/// <param name="Undecided">How many are asked because it could not be excluded in time that they matter.</param>
/// <param name="Questions">Topic by topic.</param>
internal sealed record QuestionsDocument(
    [property: JsonPropertyName("还有")] int Left, [property: JsonPropertyName("最多再影响")] string AtMost,
    [property: JsonPropertyName("不封顶")] int Unbounded, [property: JsonPropertyName("未能排除")] int Undecided,
    [property: JsonPropertyName("问题")] IReadOnlyList<QuestionLine> Questions)
{
    public static QuestionsDocument Of(QuestionList list, int most) => new(list.Questions.Length,
        QuantityFormat.Ledger(list.AtStake.Most), list.AtStake.Unbounded, list.Undecided,
        [.. list.Questions.Take(most).Select(static question => new QuestionLine(question))]);
}

/// <summary>A question.</summary>
internal sealed class QuestionLine
{
    private readonly FactQuestion _question;

    internal QuestionLine(FactQuestion question) => _question = question;

    [JsonPropertyName("事实")] public string Name => _question.Fact.Name;
    [JsonPropertyName("主题")] public string Topic => _question.Topic;

    [JsonPropertyName("表"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Table => _question.Fact.Detail?.Name;

    [JsonPropertyName("行"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Row => _question.Fact.RowKey;

    /// <summary>Null where it is asked which rows the table has.</summary>
    [JsonPropertyName("字段")] public string? Field => _question.Fact.Field?.Name;

    /// <summary>What names the rows of a table; null where they are numbered, and in other questions.</summary>
    [JsonPropertyName("主键"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Key => _question.Fact is { Field: null, Detail: { } detail } ? detail.Key?.Name : null;

    [JsonPropertyName("类型")] public string Type => _question.Fact.Field?.Type.DisplayName ?? "明细";
    [JsonPropertyName("可取")] public IEnumerable<string>? Members => (_question.Fact.Field?.Type as EnumType)?.Members;
    [JsonPropertyName("可取其他")] public bool IsOpen => _question.Fact.Field?.Type is EnumType { IsOpen: true };
    [JsonPropertyName("认定")] public bool IsRecognition => _question.Fact.Field is { IsRecognition: true };

    [JsonPropertyName("条款")]
    public IEnumerable<AskingClause> Clauses => _question.Clauses.Select(static pair => new AskingClause(pair.Policy, pair.Clause));

    [JsonPropertyName("最多影响")] public string AtMost => QuantityFormat.Ledger(_question.AtStake.Most);
    [JsonPropertyName("不封顶")] public int Unbounded => _question.AtStake.Unbounded;
    [JsonPropertyName("未能排除")] public bool IsUndecided => !_question.IsProven;
}

/// <summary>A clause that an answer can change.</summary>
internal sealed class AskingClause
{
    internal AskingClause(IrPolicy policy, IrClause clause) =>
        (Policy, Number, Title) = (policy.Number, clause.Number, clause.LegalBasis.Title);

    [JsonPropertyName("文号")] public string Policy { get; }
    [JsonPropertyName("条款")] public string Number { get; }
    [JsonPropertyName("标题")] public string Title { get; }
}

[JsonSerializable(typeof(QuestionsDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class QuestionShapes : JsonSerializerContext
{
    public static QuestionShapes Of { get; } = new(JsonStyle.ForShapes());
}
