// What a check looks at together, so that it need not look again at what an edit left alone.
namespace Dsl.Semantics.Checks.Framework;

/// <summary>
/// What the findings of a check in a block depend on, beside the head of the policy, its document, the 事项 of all clauses and what files
/// declare for one another. A check that is run on such a part of a policy alone finds what it finds there in the whole.
/// </summary>
[Flags]
internal enum Reach
{
    /// <summary>The block alone.</summary>
    Block = 1,

    /// <summary>The blocks that quote the same places of the document.</summary>
    Quotations = 2,

    /// <summary>The clauses of the same article.</summary>
    Article = 4,

    /// <summary>The clauses that give a share of the same costs.</summary>
    Costs = 8,

    /// <summary>A clause with its 恒有.</summary>
    Number = 16,

    /// <summary>The head alone.</summary>
    Head = 32,

    /// <summary>The text of the whole file.</summary>
    File = 64,

    /// <summary>All files.</summary>
    Set = 128,

    /// <summary>Nothing is found in a file with errors, nor in one that uses such a schema.</summary>
    Sound = 256,
}
