// Problems as they are answered: problem+json (RFC 9457), words in Chinese, with the code of the catalogue and what to do.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Host.Problems;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>A problem of a request.</summary>
internal sealed record ProblemDocument(
    [property: JsonPropertyName("type")] string Type, [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status, [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("remedy")] string Remedy, [property: JsonPropertyName("request")] string Request,
    [property: JsonPropertyName("errors"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<ProblemEntry>? Errors);

/// <summary>One of several mistakes.</summary>
internal sealed record ProblemEntry(
    [property: JsonPropertyName("code")] string Code, [property: JsonPropertyName("message")] string Message,
    [property: JsonPropertyName("remedy")] string Remedy,
    [property: JsonPropertyName("row"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Row,
    [property: JsonPropertyName("place"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Place);

[JsonSerializable(typeof(ProblemDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class ProblemShapes : JsonSerializerContext
{
    public static ProblemShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>Answers with problems.</summary>
internal static class ProblemAnswer
{
    private const string MediaType = "application/problem+json; charset=utf-8";
    private const int MostErrors = 100;

    /// <summary>Writes a problem, unless the answer has begun.</summary>
    /// <param name="http">The request.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="errors">The single mistakes that it sums up.</param>
    public static Task Write(HttpContext http, DataProblem problem, IReadOnlyList<DataFinding>? errors = null)
    {
        if (http.Response.HasStarted)
            return Task.CompletedTask;
        var document = Document(problem, http.TraceIdentifier, errors);
        http.Response.StatusCode = document.Status;
        http.Response.ContentType = MediaType;
        http.Response.Headers.CacheControl = "no-store";
        return JsonSerializer.SerializeAsync(http.Response.Body, document, ProblemShapes.Of.ProblemDocument, http.RequestAborted);
    }

    /// <summary>Writes a problem as one value.</summary>
    public static void Write(Utf8JsonWriter json, DataProblem problem, string request, IReadOnlyList<DataFinding>? errors) =>
        JsonSerializer.Serialize(json, Document(problem, request, errors), ProblemShapes.Of.ProblemDocument);

    private static ProblemDocument Document(DataProblem problem, string request, IReadOnlyList<DataFinding>? errors) =>
        new($"/problems/{problem.Rule.Code}", problem.Message, ProblemStatus.Of(problem.Rule), problem.Rule.Code, problem.Remedy, request,
            errors is null ? null : [.. errors.Take(MostErrors).Select(Entry)]);

    private static ProblemEntry Entry(DataFinding finding) =>
        new(finding.Code, finding.Problem.Message, finding.Problem.Remedy, finding.Place.Row, finding.Place.Column);
}
