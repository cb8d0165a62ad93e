// What completion proposes, before it is filtered and put into the protocol's words.
namespace Dsl.LanguageServer.Features.Completion;

/// <summary>The kinds of the protocol that are used here, by its numbers.</summary>
internal enum CandidateKind
{
    /// <summary>A sentence.</summary>
    Text = 1,

    /// <summary>A function.</summary>
    Function = 3,

    /// <summary>A fact.</summary>
    Field = 5,

    /// <summary>A 令.</summary>
    Variable = 6,

    /// <summary>A 数据 or a type.</summary>
    Class = 7,

    /// <summary>A department, an area.</summary>
    Module = 9,

    /// <summary>A unit.</summary>
    Unit = 11,

    /// <summary>是 and 否, forms of 频次 and 竞合.</summary>
    Value = 12,

    /// <summary>A 名录.</summary>
    Enum = 13,

    /// <summary>A word of the language.</summary>
    Keyword = 14,

    /// <summary>A whole clause.</summary>
    Snippet = 15,

    /// <summary>A file.</summary>
    File = 17,

    /// <summary>A clause, a document.</summary>
    Reference = 18,

    /// <summary>A value of a list.</summary>
    EnumMember = 20,

    /// <summary>A 参数, 测算日 and the like.</summary>
    Constant = 21,

    /// <summary>A 明细.</summary>
    Struct = 22,

    /// <summary>A word between operands.</summary>
    Operator = 24,
}

/// <summary>A proposal.</summary>
/// <param name="Label">What is shown and searched.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Group">Proposals of a lower group come first; within a group they keep their order.</param>
internal sealed record Candidate(string Label, CandidateKind Kind, int Group = 0)
{
    /// <summary>Type, unit, title: behind the label.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What it means, as Markdown.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>What is written; null for the label.</summary>
    public string? Insert { get; init; }

    /// <summary>What is written where the client knows placeholders, in their notation; null where there are none.</summary>
    public string? Snippet { get; init; }

    /// <summary>Whether it begins a block: the indentation that the editor put before it goes.</summary>
    public bool IsAtMargin { get; init; }

    /// <summary>Further words that find it, besides its label.</summary>
    public string Keywords { get; init; } = "";
}

/// <summary>Proposals for a place.</summary>
/// <param name="Typed">What is typed of the word so far.</param>
/// <param name="Replaced">What the proposals replace; within one line, up to the cursor.</param>
/// <param name="Candidates">The proposals that fit what is typed, best first.</param>
internal sealed record Proposals(string Typed, Dsl.Syntax.Text.TextSpan Replaced, IReadOnlyList<Candidate> Candidates);
