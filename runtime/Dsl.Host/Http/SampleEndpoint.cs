// Made-up subjects that lie in the folder of examples beside the policies: what a newcomer looks at first.
using System.Text.Json;
using System.Text.Json.Serialization;
using Dsl.Host.Access;
using Dsl.Host.Accounts;
using Dsl.Host.Runs;
using Dsl.Host.Settings;
using Dsl.Loading.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Dsl.Host.Http;

/// <summary>Facts of a made-up subject, as they stand in a file.</summary>
internal sealed record SampleLine(
    [property: JsonPropertyName("名称")] string Name, [property: JsonPropertyName("来源")] string Source,
    [property: JsonPropertyName("事实")] JsonElement Facts);

/// <summary>The made-up subjects.</summary>
internal sealed record SamplesDocument([property: JsonPropertyName("示例")] IReadOnlyList<SampleLine> Samples);

[JsonSerializable(typeof(SamplesDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class SampleShapes : JsonSerializerContext
{
    public static SampleShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>GET /api/v1/samples.</summary>
internal static class SampleEndpoint
{
    private const int Most = 20, MostBytes = 64 << 10;

    /// <summary>Adds the endpoint.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/samples", Samples)
            .WithSummary("示例主体的事实：政策文件夹的 sample 里，一个文件一个主体的 JSON").WithTags("政策")
            .Takes(ApiParameter.Date, ApiParameter.Set).RequireRole(Roles.Officer | Roles.Reviewer);

    private static Task Samples(HttpContext http, RequestedDay day, HostSettings settings)
    {
        var kinds = day.SetOf(http.Request).Program.Schema.Subjects.Select(static subject => subject.Name)
            .ToHashSet(StringComparer.Ordinal);
        // Tables may be JSON as well: what is no object with a kind of subject is none of one subject.
        var found = ImportWork.SampleFolders(settings).SelectMany(static folder => Directory.EnumerateFiles(folder, "*.json"))
            .Order(StringComparer.Ordinal).Select(Read).OfType<SampleLine>()
            .Where(sample => sample.Facts.EnumerateObject().Any(member => kinds.Contains(member.Name))).Take(Most);
        return JsonAnswer.Write(http, new SamplesDocument([.. found]), SampleShapes.Of.SamplesDocument);
    }

    private static SampleLine? Read(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes)
                return null;
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new(Path.GetFileNameWithoutExtension(path), Path.GetFileName(path), document.RootElement.Clone())
                : null;
        }
        // An example that cannot be read is no example.
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
