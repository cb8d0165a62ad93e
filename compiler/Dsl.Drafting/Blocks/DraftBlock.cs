// A drafted block: its text, the facts that it needs, and what the user has to decide.
using System.Collections.Immutable;
using Dsl.Values.Exact;

namespace Dsl.Drafting.Blocks;

/// <summary>A fact that a block needs.</summary>
/// <param name="Table">The 明细 that it belongs to; null for the subject itself.</param>
/// <param name="Type">Its type with modifiers, such as 是否 认定.</param>
/// <param name="Comment">Its meaning in the words of the document; empty for none.</param>
internal sealed record Fact(string? Table, string Name, string Type, string Comment = "");

/// <summary>A condition that compares a fact with a figure.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Comparison">达到, 超过, 低于, …</param>
/// <param name="Value">The figure's value.</param>
/// <param name="Written">The figure.</param>
internal sealed record DraftThreshold(Fact Fact, string Comparison, Rational Value, string Written)
{
    /// <summary>Its words in the document.</summary>
    public string Text { get; init; } = "";

    public string Expression => $"{Fact.Name} {Comparison} {Written}";

    /// <summary>Whether more of the fact never fails it.</summary>
    public bool IsFloor => Comparison is "达到" or "超过" or "不低于";

    /// <summary>What holds where it does not.</summary>
    public string Complement => Comparison == "超过" ? "不超过" : "低于";
}

/// <summary>A line of a block.</summary>
/// <param name="Keyword">The word that it begins with.</param>
/// <param name="Content">What follows; for 奖补 with the =.</param>
internal sealed record DraftLine(string Keyword, string Content);

/// <summary>A drafted block.</summary>
internal sealed record DraftBlock
{
    /// <summary>条款, 目标, 资金池, 义务, 程序 or 范围; for words in a comment 标题, 原文 or 未起草.</summary>
    public required string Kind { get; init; }

    /// <summary>Its title; for 范围 the kind of subject.</summary>
    public required string Title { get; init; }

    /// <summary>The pieces of the quotation, each as it stands in the document.</summary>
    public required ImmutableArray<string> Quote { get; init; }

    /// <summary>Further sentences that it quotes, each in a line of its own.</summary>
    public ImmutableArray<string> Further { get; init; } = [];

    /// <summary>Whether it computes an award from a sentence of which every word was read.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the sentence is left to the user.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>Its lines but 条, 依据, 牵头 and 责任.</summary>
    public ImmutableArray<DraftLine> Lines { get; init; } = [];

    /// <summary>The facts that it needs.</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    /// <summary>The unit of the 明细 that it goes through, such as 件; empty for none.</summary>
    public string RowUnit { get; init; } = "";

    /// <summary>The conditions with figures.</summary>
    public ImmutableArray<DraftThreshold> Thresholds { get; init; } = [];

    /// <summary>The same with the terms of a further sentence, which is quoted beside it; null where they do not go together.</summary>
    public Func<string, DraftBlock?>? Limit { get; init; }

    /// <summary>What has to be decided, a sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The 明细 that it goes through; null for none.</summary>
    public string? Rows => Lines.FirstOrDefault(static line => line.Keyword == "每个")?.Content;

    /// <summary>
    /// Whether it is written as a comment: a heading, a sentence that clauses quote in parts, one that nothing was drafted from.
    /// </summary>
    public bool IsRemark => Kind is "标题" or "原文" or "未起草";

    public static DraftBlock Remark(string kind, string text) => new() { Kind = kind, Title = text, Quote = [text] };

    /// <summary>The same with a line more.</summary>
    public DraftBlock With(string keyword, string content) => this with { Lines = Lines.Add(new(keyword, content)) };
}
