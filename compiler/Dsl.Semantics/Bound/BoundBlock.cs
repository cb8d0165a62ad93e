// A block with what it was bound to, the same object from version to version of the text as long as both are the same.
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Bound;

/// <summary>A block of a policy's file.</summary>
internal sealed class BoundBlock(BlockSyntax syntax, FilePart<object> part)
{
    /// <summary>The block.</summary>
    public BlockSyntax Syntax { get; } = syntax;

    /// <summary>What it was bound to, and what that added to the file; in the newest texts.</summary>
    public FilePart<object> Part { get; set; } = part;
}
