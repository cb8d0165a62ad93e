// 竞合 between clauses that are named, as bound tree and IR have it.
namespace Dsl.Values.Terms;

/// <summary>How named clauses stand to one another.</summary>
public enum ExclusionKind
{
    /// <summary>从高不重复, 不重复享受: the higher one; rows of one 明细 meet row by row.</summary>
    Higher,

    /// <summary>只给一项: the highest one, of all clauses and of all their rows.</summary>
    OnlyOne,

    /// <summary>晋级补差: the highest one, less what was received before, also under the clause itself.</summary>
    StepUp,

    /// <summary>择一: the one that a field of the subject names.</summary>
    Choice,
}
