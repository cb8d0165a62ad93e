// policies/policy.json: defaults that belong to a set of policies.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Compiler;
using Dsl.Loading.Findings;
using Dsl.Loading.Json;
using Dsl.Syntax.Diagnostics;
using Dsl.Values.Exact;

namespace Dsl.Loading.Policies;

/// <summary>What policy.json says.</summary>
/// <param name="AsOf">测算日; null where not said.</param>
/// <param name="Year">年度; null where not said.</param>
/// <param name="Compilation">严重程度 by code.</param>
/// <param name="SwitchedOff">Codes of checks that are switched off (关闭).</param>
public sealed record PolicyConfiguration(DateOnly? AsOf, int? Year, CompilationConfiguration Compilation,
    ImmutableHashSet<string> SwitchedOff)
{
    /// <summary>The name of the file, beside or above the policies.</summary>
    public const string FileName = "policy.json";

    /// <summary>其他文件: 文号 of documents that are not written here, of which the shared records may be.</summary>
    public ImmutableArray<string> OtherDocuments { get; init; } = [];

    /// <summary>Nothing said.</summary>
    public static PolicyConfiguration Default { get; } = new(null, null, CompilationConfiguration.Default, []);

    /// <summary>Reads the text of the file.</summary>
    internal static (PolicyConfiguration Configuration, DataFinding? Finding) Parse(string path, string text)
    {
        // A text with half of a surrogate pair passes for JSON until it is read.
        if (JsonTextReader.Parse(path, text).Finding is { } malformed)
            return (Default, FileDiagnostics.BadConfiguration.With().At(malformed.Place));
        try
        {
            using var document = JsonDocument.Parse(text,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var (configuration, problem) = Read(document.RootElement);
            return (configuration, problem?.At(new(path)));
        }
        catch (JsonException error)
        {
            return (Default, FileDiagnostics.BadConfiguration.With().At(new(path, error.LineNumber + 1)));
        }
    }

    private static (PolicyConfiguration Configuration, DataProblem? Problem) Read(JsonElement root)
    {
        var result = Default;
        if (root.ValueKind != JsonValueKind.Object)
            return (result, FileDiagnostics.ConfigurationNoObject.With());
        foreach (var property in root.EnumerateObject())
        {
            switch (property.Name)
            {
                case "测算日" when property.Value.ValueKind == JsonValueKind.String
                    && CivilDate.TryParse(property.Value.GetString() ?? "", DateForms.Text, out var date):
                    result = result with { AsOf = date };
                    break;
                case "年度" when property.Value.ValueKind == JsonValueKind.Number && property.Value.TryGetInt32(out var year)
                    && year is >= 1 and <= 9999:
                    result = result with { Year = year };
                    break;
                case "严重程度" when property.Value.ValueKind == JsonValueKind.Object:
                    if (ReadSeverities(property.Value, result) is not { } changed)
                        return (result, FileDiagnostics.ConfigurationSeverity.With());
                    result = changed;
                    break;
                case "其他文件" when property.Value.ValueKind == JsonValueKind.Array
                    && property.Value.EnumerateArray()
                        .All(static item => item.ValueKind == JsonValueKind.String && !string.IsNullOrWhiteSpace(item.GetString())):
                    result =
                        result with { OtherDocuments = [.. property.Value.EnumerateArray().Select(static item => item.GetString() ?? "")] };
                    break;
                default:
                    return (result, (property.Name is "测算日" or "年度" or "严重程度" or "其他文件"
                        ? FileDiagnostics.ConfigurationValue
                        : FileDiagnostics.ConfigurationMember).With(property.Name));
            }
        }
        return (result, null);
    }

    private static PolicyConfiguration? ReadSeverities(JsonElement value, PolicyConfiguration configuration)
    {
        var severities = configuration.Compilation.Severities.ToBuilder();
        var switchedOff = configuration.SwitchedOff.ToBuilder();
        foreach (var entry in value.EnumerateObject())
        {
            switch (entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() : null)
            {
                case "错误": severities[entry.Name] = Severity.Error; break;
                case "警告": severities[entry.Name] = Severity.Warning; break;
                case "提示": severities[entry.Name] = Severity.Remark; break;
                case "关闭": switchedOff.Add(entry.Name); break;
                default: return null;
            }
        }
        return configuration with { Compilation = new(severities.ToImmutable()), SwitchedOff = switchedOff.ToImmutable() };
    }
}
