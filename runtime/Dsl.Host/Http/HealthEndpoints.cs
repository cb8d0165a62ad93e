// Whether the process lives, and whether it can serve. The first never asks the store.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Policies;
using Dsl.Host.Problems;
using Dsl.Host.Store;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>How the service stands.</summary>
internal sealed record HealthDocument(
    [property: JsonPropertyName("ready")] bool IsReady, [property: JsonPropertyName("open")] bool IsOpen,
    [property: JsonPropertyName("store"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? StoreProblem,
    [property: JsonPropertyName("policies"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<HealthOfSlot>? Policies);

/// <summary>How a folder of policies stands.</summary>
internal sealed record HealthOfSlot(
    [property: JsonPropertyName("folder")] string Folder, [property: JsonPropertyName("from")] string? From,
    [property: JsonPropertyName("serving")] string? Serving, [property: JsonPropertyName("loadedAt")] DateTimeOffset? LoadedAt,
    [property: JsonPropertyName("refusedAt")] DateTimeOffset? RefusedAt,
    [property: JsonPropertyName("refused")] IReadOnlyList<string>? Refused);

[JsonSerializable(typeof(HealthDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class HealthShapes : JsonSerializerContext
{
    public static HealthShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>/health/live and /health/ready.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Adds the endpoints.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/health/live", static () => Results.Text("ok")).WithSummary("进程在运行").WithTags("运行")
            .AllowAnonymous().ShortCircuit();
        routes.MapGet("/health/ready", Ready).WithSummary("政策已经载入并试算过，控制库可用；详情要登录").WithTags("运行")
            .AllowAnonymous();
    }

    private static async Task Ready(HttpContext http, PolicySets sets, IControlStore store)
    {
        var now = sets.Now;
        var storeProblem = await StoreProblem(store, http.RequestAborted).ConfigureAwait(false);
        // Paths and findings are no business of strangers; whether it is ready is what a probe asks.
        var caller = Caller.Of(http);
        var isKnown = caller.Roles != Roles.None;
        var document = new HealthDocument(now.IsReady && storeProblem is null, caller == Caller.OfOpenService,
            isKnown ? storeProblem : null, isKnown ? [.. now.Slots.Select(Of)] : null);
        http.Response.StatusCode = document.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
        http.Response.ContentType = "application/json; charset=utf-8";
        await JsonSerializer.SerializeAsync(http.Response.Body, document, HealthShapes.Of.HealthDocument, http.RequestAborted)
            .ConfigureAwait(false);
    }

    private static HealthOfSlot Of(PolicySlot slot) =>
        new(slot.Slot, slot.From is { } from ? Values.Exact.CivilDate.Format(from) : null, slot.Serving?.Hash, slot.Serving?.LoadedAt,
            slot.Refused?.At, slot.Refused?.Findings);

    private static async Task<string?> StoreProblem(IControlStore store, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await store.Read(static session => session.First<long>("SELECT seq FROM audit_head WHERE id = 1"), patience.Token)
                .ConfigureAwait(false);
            return null;
        }
        catch (HostException error)
        {
            return error.Problem.Message;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"控制库 {Patience.TotalSeconds:0} 秒没有回答";
        }
    }
}
