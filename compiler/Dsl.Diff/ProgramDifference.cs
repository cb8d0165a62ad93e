// The differences of two programs as plain data, the input of every report.
using System.Collections.Immutable;
using Dsl.Ir.Nodes;
using Dsl.Ir.Schema;

namespace Dsl.Diff;

/// <summary>What became of something.</summary>
public enum ChangeKind
{
    /// <summary>增加: only in the new version.</summary>
    Added,

    /// <summary>删去: only in the old version.</summary>
    Removed,

    /// <summary>改动.</summary>
    Changed,

    /// <summary>改号: the same content under another number.</summary>
    Renumbered,
}

/// <summary>The words for <see cref="ChangeKind"/>.</summary>
public static class ChangeKindExtensions
{
    private static readonly string[] Words = ["增加", "删去", "改动", "改号"];

    public static string Word(this ChangeKind kind) => Words[(int)kind];
}

/// <summary>One thing that is different.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Label">What it is: the word of its line, such as 条件 or 奖补.</param>
/// <param name="Old">The text of the old version; empty if added.</param>
/// <param name="New">The text of the new version; empty if removed.</param>
public sealed record Change(ChangeKind Kind, string Label, string Old, string New)
{
    /// <summary>What exactly differs inside: 3% → 4%, 增加「甲」. Empty where the texts say it all.</summary>
    public ImmutableArray<string> Details { get; init; } = [];

    /// <summary>Words that decide nothing: titles, places, quotations, remarks.</summary>
    public bool IsWording { get; init; }
}

/// <summary>A clause, target, … or a definition that is different.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Type">条款, 目标, 资金池, 义务, 程序; or 名录, 数据, 明细, 参数.</param>
/// <param name="OldNumber">Its number (for definitions its name) in the old version; empty where added.</param>
/// <param name="NewNumber">The same in the new version; empty where removed.</param>
/// <param name="Title">Its title, of the new version where there is one.</param>
/// <param name="Changes">Line by line, in the order in which a clause is read; added and removed items have all their lines.</param>
public sealed record ItemDifference(ChangeKind Kind, string Type, string OldNumber, string NewNumber, string Title,
    ImmutableArray<Change> Changes)
{
    /// <summary>Whether only words that decide nothing differ.</summary>
    public bool IsWording => Kind == ChangeKind.Changed && Changes.All(static change => change.IsWording);

    /// <summary>Where the new version (where removed, the old one) has it.</summary>
    public SourceLocation Origin { get; init; } = SourceLocation.None;
}

/// <summary>A policy that is different.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="Old">The old version; null where added.</param>
/// <param name="New">The new version; null where removed.</param>
/// <param name="Changes">Metadata and 范围.</param>
/// <param name="Items">Its clauses, targets, pools, duties and gates.</param>
public sealed record PolicyDifference(ChangeKind Kind, IrPolicy? Old, IrPolicy? New, ImmutableArray<Change> Changes,
    ImmutableArray<ItemDifference> Items)
{
    /// <summary>文号, of the new version where there is one.</summary>
    public string Number => (New ?? Old)?.Number ?? "";

    public string Title => (New ?? Old)?.Title ?? "";

    /// <summary>Whether only words that decide nothing differ.</summary>
    public bool IsWording =>
        Kind == ChangeKind.Changed && Changes.All(static change => change.IsWording) && Items.All(static item => item.IsWording);
}

/// <summary>A clause and what it became.</summary>
/// <param name="OldPolicy">Its policy in the old version; null where added.</param>
/// <param name="Old">The clause; null where added.</param>
/// <param name="NewPolicy">Its policy in the new version; null where removed.</param>
/// <param name="New">The clause; null where removed.</param>
public sealed record ClausePair(IrPolicy? OldPolicy, IrClause? Old, IrPolicy? NewPolicy, IrClause? New);

/// <summary>What two programs differ in.</summary>
/// <param name="Policies">The policies that differ, in the order of the new version, removed ones last.</param>
/// <param name="Definitions">名录, 数据, 明细 and 参数 that differ.</param>
/// <param name="Clauses">Every clause of both versions, also of those that do not differ.</param>
public sealed record ProgramDifference(ImmutableArray<PolicyDifference> Policies, ImmutableArray<ItemDifference> Definitions,
    ImmutableArray<ClausePair> Clauses)
{
    public bool IsSameMeaning => Policies.All(static policy => policy.IsWording) && Definitions.All(static item => item.IsWording);

    /// <summary>How many clauses, targets, …, definitions, and policies by their metadata, differ in meaning.</summary>
    public int Count => AllItems.Count(static item => !item.IsWording)
        + Policies.Count(static policy => policy.Kind != ChangeKind.Changed || policy.Changes.Any(static change => !change.IsWording));

    /// <summary>How many lines of mere wording differ.</summary>
    public int WordingCount =>
        AllItems.Where(static item => item.Kind is ChangeKind.Changed or ChangeKind.Renumbered).SelectMany(static item => item.Changes)
            .Concat(Policies.Where(static policy => policy.Kind is ChangeKind.Changed or ChangeKind.Renumbered)
                .SelectMany(static policy => policy.Changes))
            .Count(static change => change.IsWording);

    private IEnumerable<ItemDifference> AllItems => Policies.SelectMany(static policy => policy.Items).Concat(Definitions);
}
