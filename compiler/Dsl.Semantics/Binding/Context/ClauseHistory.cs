// What a clause's records may be asked for, read from its lines: so that clauses may ask one another before they are bound.
using Dsl.Semantics.Bound;
using Dsl.Syntax.Tree;
using Dsl.Values.Types;

namespace Dsl.Semantics.Binding.Context;

/// <summary>What the records of a clause hold.</summary>
/// <param name="Pays">Whether it has 奖补: nothing is recorded of others.</param>
/// <param name="Counted">The unit of 数量 (计 …); null where it counts nothing, or writes it wrongly.</param>
/// <param name="Subject">对象 as it is written; null where it is the policy's.</param>
internal readonly record struct ClauseHistory(bool Pays, DslType? Counted, string? Subject)
{
    /// <summary>In how many parts an award is paid; 0 where it is paid at once, or in how many is written wrongly.</summary>
    public int Parts { get; init; }

    /// <summary>Reads a block.</summary>
    public static ClauseHistory Of(BlockSyntax? block) => block is null ? default
        : new(block.First<AwardLine>() is not null, BoundHistory.CountedBy(block.First<FrequencyLine>()),
            block.Words("对象") is [var word, ..] ? word.Value : null)
        {
            Parts = BoundPayout.PartsOf(block.First<PayoutLine>()),
        };
}

/// <summary>The clause that expressions stand in, where they ask for records of earlier years.</summary>
/// <param name="Policy">Its policy.</param>
/// <param name="Number">Its number.</param>
/// <param name="Line">频次; null where it is not said.</param>
internal sealed record HistoryScope(PolicyContext Policy, string Number, FrequencyLine? Line)
{
    /// <summary>The unit of what it counts; null where it counts nothing.</summary>
    public DslType? Counted => BoundHistory.CountedBy(Line);
}
