// One small change to the text of a policy, such as a typing mistake makes it.
namespace Dsl.Policies.Tests.Mutations;

/// <summary>A change of one span of a file.</summary>
/// <param name="Kind">What was changed: 数字, 单位, 运算, 列举, 日期, 频次, 删行 or 引文.</param>
/// <param name="Block">The header of the block that it stands in, as it is named: 条款 3.1, 政策.</param>
/// <param name="Number">The number of the 条款, 目标 … whose 算例 must notice it; null where any 算例 may.</param>
/// <param name="Line">The line, 1-based.</param>
/// <param name="Start">Offset in the file.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What is put there.</param>
internal sealed record Mutation(string Kind, string Block, string? Number, int Line, int Start, string Old, string New)
{
    /// <summary>
    /// The change without its place in the file, so that a list of changes outlives edits elsewhere: 条款 3.1 数字 3% → 4%.
    /// </summary>
    public string Name => $"{Block} {Kind} {OneLine(Old)} → {OneLine(New)}";

    /// <summary>The text with the change made.</summary>
    public string Apply(string text) => string.Concat(text.AsSpan(0, Start), New, text.AsSpan(Start + Old.Length));

    /// <inheritdoc/>
    public override string ToString() => $"{Line} {Name}";

    private static string OneLine(string text) =>
        text.Length == 0 ? "∅" : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
