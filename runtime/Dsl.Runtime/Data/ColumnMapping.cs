// Which column of a registry is which field: the mapping file {"研发费用(万元)": {"字段": "申报研发费用", "单位": "万元"}}.
using System.Collections.Immutable;
using System.Text.Json;
using Dsl.Runtime.Loading;

namespace Dsl.Runtime.Data;

/// <summary>What a column stands for.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Unit">The unit of figures that carry none, such as 万元; null for the field's own.</param>
public sealed record MappedColumn(string Field, string? Unit);

/// <summary>Columns whose headers differ from the schema.</summary>
/// <param name="Columns">By header.</param>
public sealed record ColumnMapping(ImmutableDictionary<string, MappedColumn> Columns)
{
    /// <summary>Headers are as in the schema.</summary>
    public static ColumnMapping None { get; } = new(ImmutableDictionary<string, MappedColumn>.Empty);

    /// <summary>Reads a mapping file.</summary>
    public static (ColumnMapping Mapping, DataFinding? Finding) Read(string path)
    {
        var reading = TextFile.Read(path);
        if (reading.Text is not { } text)
            return (None, reading.Finding);
        (ColumnMapping, DataFinding?) Fail(string reason, long? line) => (None, FileRules.BadMapping.With(reason).At(new(PathText.Shown(path), line)));
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return Fail("最外层应当是一对花括号", null);
            var columns = ImmutableDictionary.CreateBuilder<string, MappedColumn>();
            foreach (var entry in document.RootElement.EnumerateObject())
            {
                if (ReadColumn(entry.Value) is not { } column)
                    return Fail($"“{entry.Name}”的写法不对", null);
                columns[Normalize(entry.Name)] = column;
            }
            return (new(columns.ToImmutable()), null);
        }
        catch (JsonException error)
        {
            return Fail("不是正确的 JSON", error.LineNumber + 1);
        }
    }

    /// <summary>What a header stands for.</summary>
    internal MappedColumn Resolve(string header) => Columns.GetValueOrDefault(Normalize(header)) ?? new(Normalize(header), null);

    internal static string Normalize(string header) => FigureText.Normalize(header);

    private static MappedColumn? ReadColumn(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new(Normalize(value.GetString() ?? ""), null);
        if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty("字段", out var field) || field.ValueKind != JsonValueKind.String)
            return null;
        var unit = value.TryGetProperty("单位", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        return new(Normalize(field.GetString() ?? ""), unit);
    }
}
