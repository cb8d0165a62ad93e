// Findings in a form that is written and read back: what is read is equal to what was written.
using System.Text.Json.Serialization;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Loading.Findings;

/// <summary>The words of a rule.</summary>
/// <param name="Message">What is wrong, as a template.</param>
/// <param name="Remedy">What to do, as a template.</param>
public sealed record KeptWords(
    [property: JsonPropertyName("message")] string Message, [property: JsonPropertyName("remedy")] string Remedy)
{
    internal static KeptWords Of(DiagnosticRule rule) => new(rule.Message, rule.Remedy);
}

/// <summary>A <see cref="DataProblem"/>.</summary>
public sealed record KeptProblem
{
    /// <summary>The code, such as DSL5201.</summary>
    [JsonPropertyName("code")] public required string Code { get; init; }

    /// <summary>error, warning or remark.</summary>
    [JsonPropertyName("severity")] public required string Severity { get; init; }

    /// <summary>What is wrong.</summary>
    [JsonPropertyName("message")] public required string Message { get; init; }

    /// <summary>What to do.</summary>
    [JsonPropertyName("remedy")] public required string Remedy { get; init; }

    /// <summary>The words of its rule: rules are compared by what they say.</summary>
    [JsonPropertyName("template")] public required KeptWords Template { get; init; }

    /// <summary>The words of the rule that this one is another wording of; null for a rule of its own.</summary>
    [JsonPropertyName("wordingOf"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public KeptWords? WordingOf { get; init; }

    /// <summary>A problem as it is kept.</summary>
    public static KeptProblem Of(DataProblem problem) => new()
    {
        Code = problem.Rule.Code,
        Severity = problem.Rule.Severity switch
        {
            Syntax.Diagnostics.Severity.Error => "error",
            Syntax.Diagnostics.Severity.Warning => "warning",
            _ => "remark",
        },
        Message = problem.Message,
        Remedy = problem.Remedy,
        Template = KeptWords.Of(problem.Rule),
        WordingOf = problem.Rule.WordingOf is { } original ? KeptWords.Of(original) : null,
    };

    /// <summary>The problem that was kept.</summary>
    public DataProblem Restored()
    {
        var severity = Severity switch
        {
            "error" => Syntax.Diagnostics.Severity.Error,
            "warning" => Syntax.Diagnostics.Severity.Warning,
            _ => Syntax.Diagnostics.Severity.Remark,
        };
        return new(
            WordingOf is { } original
                ? new DiagnosticRule(Code, severity, original.Message, original.Remedy).Worded(Template.Message, Template.Remedy)
                : new(Code, severity, Template.Message, Template.Remedy),
            Message, Remedy);
    }
}

/// <summary>A <see cref="DataFinding"/> about a table.</summary>
public sealed record KeptFinding
{
    /// <summary>What is wrong.</summary>
    [JsonPropertyName("problem")] public required KeptProblem Problem { get; init; }

    /// <summary>The file, as shown in messages.</summary>
    [JsonPropertyName("file")] public required string File { get; init; }

    /// <summary>The row; null for the file as a whole.</summary>
    [JsonPropertyName("row"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Row { get; init; }

    /// <summary>The column; null for the row as a whole.</summary>
    [JsonPropertyName("column"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Column { get; init; }

    /// <summary>What stands there; null where no single value is meant.</summary>
    [JsonPropertyName("value"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Value { get; init; }

    /// <summary>A finding as it is kept.</summary>
    public static KeptFinding Of(DataFinding finding) => new()
    {
        Problem = KeptProblem.Of(finding.Problem),
        File = finding.Place.File,
        Row = finding.Place.Row,
        Column = finding.Place.Column,
        Value = finding.Place.Value,
    };

    /// <summary>The finding that was kept.</summary>
    public DataFinding Restored() => Problem.Restored().At(new(File, Row, Column, Value));
}
