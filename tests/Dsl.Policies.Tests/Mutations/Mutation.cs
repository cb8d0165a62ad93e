// One small change to the text of a policy, such as a typing mistake makes it.
namespace Dsl.Policies.Tests.Mutations;

/// <summary>A change of one stretch of a file.</summary>
/// <param name="Kind">What was changed: 数字, 运算, 单位, 引文 or 列举.</param>
/// <param name="Clause">The number of the 条款 that it stands in; null elsewhere.</param>
/// <param name="Line">The line, 1-based.</param>
/// <param name="Start">Offset in the file.</param>
/// <param name="Old">What stands there.</param>
/// <param name="New">What is put there.</param>
internal sealed record Mutation(string Kind, string? Clause, int Line, int Start, string Old, string New)
{
    /// <summary>The text with the change made.</summary>
    public string Apply(string text) => string.Concat(text.AsSpan(0, Start), New, text.AsSpan(Start + Old.Length));

    /// <inheritdoc/>
    public override string ToString() => $"{Line} {Kind} {Old} → {New}";
}
