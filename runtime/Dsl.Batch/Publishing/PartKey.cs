// 事项行 and 期次 of a payment as one key.
namespace Dsl.Batch.Publishing;

/// <summary>Joins both, and takes them apart.</summary>
internal static class PartKey
{
    // No cell holds it.
    private const char Between = '\n';

    /// <summary>The key of a part.</summary>
    public static string Of(string rowKey, string part) => $"{rowKey}{Between}{part}";

    /// <summary>事项行 and 期次 of a key.</summary>
    public static (string RowKey, string Part) Split(string key) =>
        key.Split(Between) is [var rowKey, var part] ? (rowKey, part) : (key, "");
}
