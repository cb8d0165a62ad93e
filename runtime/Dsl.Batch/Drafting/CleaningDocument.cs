// The shape of STEM.cleaning.json: what was taken out of an official text.
using System.Text.Json.Serialization;
using Dsl.Loading.Json;

namespace Dsl.Batch.Drafting;

[JsonSerializable(typeof(CleaningDocument))]
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
internal sealed partial class CleaningShapes : JsonSerializerContext
{
    public static CleaningShapes Of { get; } = new(JsonStyle.ForShapes());
}

/// <summary>A cleaned text beside the one before.</summary>
internal sealed class CleaningDocument
{
    private readonly string _rawFile;
    private readonly string _rawHash;
    private readonly string _file;
    private readonly string _hash;
    private readonly IEnumerable<RemovedText> _removals;

    internal CleaningDocument(string rawFile, string rawHash, string file, string hash, IEnumerable<RemovedText> removals) =>
        (_rawFile, _rawHash, _file, _hash, _removals) = (rawFile, rawHash, file, hash, removals);

    [JsonPropertyName("原始文件")] public string RawFile => _rawFile;
    [JsonPropertyName("原始文件SHA256")] public string RawHash => _rawHash;
    [JsonPropertyName("清理后文件")] public string File => _file;
    [JsonPropertyName("清理后SHA256")] public string Hash => _hash;

    [JsonPropertyName("清理规则")]
    public string Rule { get; } =
        "删去全部空白（换行、空行、字间空格、换页处的空格），每个自然段一行；除「删去」所列外，不增、不减、不改一字。";

    [JsonPropertyName("删去")] public IEnumerable<RemovedText> Removals => _removals;
}

/// <summary>A piece that was taken out.</summary>
internal sealed record RemovedText(
    [property: JsonPropertyName("位置")] int Offset, [property: JsonPropertyName("文字")] string Text,
    [property: JsonPropertyName("理由")] string Reason);
