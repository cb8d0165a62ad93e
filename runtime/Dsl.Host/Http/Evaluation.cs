// What an evaluation asks for beside its facts: the day, the policies, the depth of the answer.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Batch.Results;
using Dsl.Evaluation.Explaining;
using Dsl.Evaluation.Interpreting;
using Dsl.Facts.Json;
using Dsl.Facts.Results;
using Dsl.Host.Policies;
using Dsl.Ir.Facts;
using Dsl.Ir.Results;
using Dsl.Loading.Findings;
using Dsl.Syntax.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Dsl.Host.Http;

/// <summary>Facts that were read.</summary>
/// <param name="Set">The policies that they are for.</param>
/// <param name="Facts">The facts; null where there are errors.</param>
/// <param name="Context">Dates and parameters.</param>
/// <param name="Errors">What is wrong with them.</param>
internal sealed record PreparedFacts(
    PolicySet Set, SubjectFacts? Facts, EvaluationContext Context, IReadOnlyList<DataFinding> Errors)
{
    /// <summary>What was answered with 不清楚.</summary>
    public ImmutableHashSet<string> Unclear { get; init; } = [];
}

/// <summary>An evaluation as it was asked for. Safe on several threads.</summary>
internal sealed class Evaluation
{
    private const string Status = "状态", Missing = "缺什么", Everything = "全部";

    private readonly RequestedDay _day;
    private readonly HttpRequest _request;
    private readonly string _depth;
    private readonly DateOnly? _asOf;
    private readonly int? _year;

    private Evaluation(HttpRequest request, RequestedDay day)
    {
        (_request, _day) = (request, day);
        _depth = RequestReading.Word(request, "detail", Status, Missing, Everything);
        (_asOf, _year) = (RequestReading.Date(request, "date"), RequestReading.Number(request, "year", 1900, 9999));
    }

    /// <summary>The parameters of the address, for the description of the interface.</summary>
    public static ImmutableArray<ApiParameter> Parameters { get; } =
    [
        new("detail", $"{Status}（缺省）：各条款的状态和金额；{Missing}：还缺事实或等核定的条款，最多再得多少；{Everything}：连同推导"),
        ApiParameter.Date, new("year", "年度，缺省是测算日所在的年"), ApiParameter.Set,
    ];

    /// <summary>Whether only statuses and amounts are wanted, which compiled code computes.</summary>
    public bool IsShort => _depth != Everything;

    /// <summary>What a request asks for.</summary>
    /// <exception cref="Problems.HostException">A parameter of the address is wrong.</exception>
    public static Evaluation Of(HttpRequest request, RequestedDay day) => new(request, day);

    /// <summary>Reads facts.</summary>
    /// <exception cref="Problems.HostException">There are no policies for them.</exception>
    public PreparedFacts Read(string text)
    {
        var set = _day.SetOf(_request, text);
        EvaluationContext ContextOf(DateOnly? ofFacts, int? yearOfFacts) =>
            set.Policies.Context(_asOf ?? ofFacts ?? _day.OfSettings, _year ?? (_asOf is null ? yearOfFacts : null), _day.Today);
        var reading = FactsJson.Read(set.Program, "请求", text, yearOf: (ofFacts, ofYear) => ContextOf(ofFacts, ofYear).Year,
            otherDocuments: set.Policies.Documents([]));
        return new(set, reading.Facts, ContextOf(reading.AsOf, reading.Year) with { Parameters = reading.Parameters },
            [.. reading.Findings.Where(static finding => finding.Severity == Severity.Error)]) { Unclear = reading.Unclear };
    }

    /// <summary>Evaluates a subject and writes the answer as one value.</summary>
    public void Answer(Utf8JsonWriter json, PreparedFacts prepared, SubjectFacts facts)
    {
        if (IsShort)
        {
            prepared.Set.Prepared.Evaluate([facts], prepared.Context, (_, results, subject) => Answer(json, prepared, results, subject));
            return;
        }
        var trace = new EvaluationTrace();
        var result = new Interpreter(prepared.Set.Program, prepared.Context).Evaluate(facts, trace);
        ResultJson.Write(json, result, Explainer.Explain(result, trace), StampOf(prepared));
    }

    /// <summary>Writes the short answer of a subject that was evaluated.</summary>
    public void Answer(Utf8JsonWriter json, PreparedFacts prepared, ResultBatch results, int subject) =>
        StatusJson.Write(json, results, subject, prepared.Context, _depth == Missing, StampOf(prepared));

    private static ResultStamp StampOf(PreparedFacts prepared) => new(prepared.Set.Hash, ProgramIdentity.Version);
}
