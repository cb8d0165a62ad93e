// Many subjects: a line of JSON each in, a line each out in the same order, as fast as the caller reads.
using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Audit;
using Dsl.Host.Problems;
using Dsl.Host.Settings;
using Dsl.Ir.Facts;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>POST /api/v1/evaluate/many.</summary>
internal static class EvaluateManyEndpoint
{
    /// <summary>The media type of lines of JSON.</summary>
    public const string MediaType = "application/x-ndjson";

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/evaluate/many", Evaluate).WithSummary("测算许多主体：一行一个主体的 JSON，按原来的次序一行一个回答")
            .WithTags("测算").Accepts<object>(MediaType).Takes(Evaluation.Parameters).RequireRole(Roles.Officer | Roles.Reviewer)
            .DisableRequestTimeout();

    private static async Task Evaluate(HttpContext http, RequestedDay day, AuditLog audit, HostSettings settings)
    {
        var asked = Evaluation.Of(http.Request, day);
        if (http.Request.ContentType?.StartsWith(MediaType, StringComparison.OrdinalIgnoreCase) != true)
            throw new HostException(ApiDiagnostics.NotJson.With($"没有写明是 {MediaType}"));
        // The policies must be there before the answer begins: after that only lines can say what is wrong.
        _ = day.SetOf(http.Request);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = null;
        http.Response.ContentType = MediaType + "; charset=utf-8";
        http.Response.Headers.CacheControl = "no-store";
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var caller = Caller.Of(http);
        var blocks = Channel.CreateBounded<Task<AnswerBlock>>(Environment.ProcessorCount * 2);
        var reading = ReadBlocks(new LineReader(http.Request.BodyReader, settings.MostBodyBytes), blocks.Writer,
            lines => AnswerAll(lines, asked, audit, new(caller.Actor, "成批测算") { Request = http.TraceIdentifier }), stop.Token);
        try
        {
            await WriteBlocks(http, blocks.Reader).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Hands lines on in blocks; a block that is not full goes on when the caller pauses.</summary>
    private static async Task ReadBlocks(LineReader reader, ChannelWriter<Task<AnswerBlock>> blocks,
        Func<IReadOnlyList<InputLine>, Task<AnswerBlock>> answer, CancellationToken cancellation)
    {
        try
        {
            while (await reader.Next(cancellation).ConfigureAwait(false) is { Count: > 0 } lines)
                await blocks.WriteAsync(Task.Run(() => answer(lines), cancellation), cancellation).ConfigureAwait(false);
            blocks.Complete();
        }
#pragma warning disable CA1031 // Whoever writes must hear of it.
        catch (Exception error)
        {
            blocks.Complete(error);
        }
#pragma warning restore CA1031
    }

    private static async Task WriteBlocks(HttpContext http, ChannelReader<Task<AnswerBlock>> blocks)
    {
        var (lines, evaluated) = (0L, 0L);
        await foreach (var pending in blocks.ReadAllAsync(http.RequestAborted).ConfigureAwait(false))
        {
            var block = await pending.ConfigureAwait(false);
            (lines, evaluated) = (lines + block.Lines, evaluated + block.Evaluated);
            HostMeter.Evaluation(block.Evaluated, block.Lines - block.Evaluated);
            // Waits for a caller who reads slowly; what is computed ahead is bounded.
            await http.Response.BodyWriter.WriteAsync(block.Text.WrittenMemory, http.RequestAborted).ConfigureAwait(false);
        }
        // Without this line the answer is not complete.
        var end = string.Create(CultureInfo.InvariantCulture,
            $"{{\"完\":{{\"行\":{lines},\"测算\":{evaluated},\"有误\":{lines - evaluated}}}}}\n");
        await http.Response.BodyWriter.WriteAsync(Encoding.UTF8.GetBytes(end), http.RequestAborted).ConfigureAwait(false);
    }

    private static async Task<AnswerBlock> AnswerAll(IReadOnlyList<InputLine> lines, Evaluation asked, AuditLog audit, AuditEntry act)
    {
        List<(PreparedFacts? Facts, DataProblem? Problem)> prepared =
            [.. lines.Select(line => line.Text is { } text ? Read(asked, text) : ((PreparedFacts?)null, line.Problem))];
        var keys = prepared.Select(static line => line.Facts?.Facts?.Key).OfType<string>().ToList();
        if (keys.Count > 0)
            await audit.Append(act with { Detail = string.Join('、', keys) }).ConfigureAwait(false);
        var (text, evaluated) = (new ArrayBufferWriter<byte>(lines.Count * 1024), 0);
        var results = Results(asked, prepared);
        for (var i = 0; i < lines.Count; i++)
        {
            await using (var json = new Utf8JsonWriter(text, JsonStyle.OneLine))
            {
                json.WriteStartObject();
                json.WriteNumber("行"u8, lines[i].Number);
                evaluated += WriteLine(json, asked, prepared[i], results[i], act.Request) ? 1 : 0;
                json.WriteEndObject();
            }
            text.Write("\n"u8);
        }
        return new(text, lines.Count, evaluated);
    }

    private static (PreparedFacts? Facts, DataProblem? Problem) Read(Evaluation asked, string text)
    {
        try
        {
            return (asked.Read(text), null);
        }
        catch (HostException error)
        {
            return (null, error.Problem);
        }
    }

    /// <summary>The texts of short answers, computed together where day and policies are the same; empty where there is none.</summary>
    private static ReadOnlyMemory<byte>[] Results(Evaluation asked, List<(PreparedFacts? Facts, DataProblem? Problem)> prepared)
    {
        var results = new ReadOnlyMemory<byte>[prepared.Count];
        if (!asked.IsShort)
            return results;
        var together = prepared.Index().Where(static line => line.Item.Facts?.Facts is not null)
            .GroupBy(static line => line.Item.Facts is { } facts && facts.Context.Parameters.IsEmpty
                ? (facts.Set, facts.Context.AsOf, facts.Context.Year, -1) : (line.Item.Facts?.Set, default, 0, line.Index));
        foreach (var group in together)
        {
            var lines = group.ToList();
            if (lines[0].Item.Facts is not { } first)
                continue;
            first.Set.Prepared.Evaluate([.. lines.Select(static line => line.Item.Facts?.Facts).OfType<SubjectFacts>()], first.Context,
                (index, outcome, subject) =>
                {
                    var text = new ArrayBufferWriter<byte>();
                    using (var json = new Utf8JsonWriter(text, JsonStyle.OneLine))
                        asked.Answer(json, first, outcome, subject);
                    results[lines[index].Index] = text.WrittenMemory;
                });
        }
        return results;
    }

    private static bool WriteLine(Utf8JsonWriter json, Evaluation asked, (PreparedFacts? Facts, DataProblem? Problem) line,
        ReadOnlyMemory<byte> outcome, string request)
    {
        if (line.Facts is { Facts: { } facts } prepared)
        {
            json.WritePropertyName("结果"u8);
            if (!outcome.IsEmpty)
                json.WriteRawValue(outcome.Span, skipInputValidation: true);
            else
                asked.Answer(json, prepared, facts);
            return true;
        }
        var errors = line.Facts?.Errors;
        json.WritePropertyName("错误"u8);
        ProblemAnswer.Write(json, line.Problem ?? ApiDiagnostics.BadFacts.With(errors?.Count ?? 0), request, errors);
        return false;
    }

    /// <summary>Answers of some lines.</summary>
    private sealed record AnswerBlock(ArrayBufferWriter<byte> Text, int Lines, int Evaluated);
}
