// The source location of an IR node. The IR does not depend on syntax trees.

namespace Dsl.Ir.Schema;

/// <summary>A span of a .policy file (path, line, column).</summary>
/// <param name="Path">The file as shown in messages.</param>
/// <param name="Line">First line, 1-based.</param>
/// <param name="Column">First column, 1-based, in UTF-16 units.</param>
/// <param name="Start">Offset in the file, 0-based.</param>
/// <param name="Length">Length in UTF-16 units.</param>
/// <param name="Text">The text itself, with white space runs folded, for explanations.</param>
public sealed record SourceLocation(string Path, int Line, int Column, int Start, int Length, string Text)
{
    public static SourceLocation None { get; } = new("", 0, 0, 0, 0, "");
}
