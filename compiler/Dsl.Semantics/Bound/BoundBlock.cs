// A block with what it was bound to, the same object from version to version of the text as long as both are the same.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Checks.Framework;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Bound;

/// <summary>A block of a policy's file.</summary>
internal sealed class BoundBlock(BlockSyntax syntax, PolicyHead head, FilePart<object> part, ImmutableArray<Question> questions)
{
    /// <summary>The block.</summary>
    public BlockSyntax Syntax { get; } = syntax;

    /// <summary>The head that it was bound under.</summary>
    public PolicyHead Head { get; } = head;

    /// <summary>What it was bound to, and what that added to the file.</summary>
    public FilePart<object> Part { get; set; } = part;

    /// <summary>What its binder asked about the rest.</summary>
    public ImmutableArray<Question> Questions { get; } = questions;

    /// <summary>The numbers of the policy's blocks when the answers were looked at last.</summary>
    public ImmutableArray<object?> Numbers { get; set; }

    /// <summary>What the checks found in it; null where they did not run yet.</summary>
    public CheckedBlock? Checked { get; set; }
}
