// What completion proposes, before it is filtered.
namespace Dsl.LanguageServer.Features.Completion;

/// <summary>What a candidate is.</summary>
internal enum CandidateKind
{
    /// <summary>A sentence of the official text.</summary>
    Text,

    /// <summary>A function.</summary>
    Function,

    /// <summary>A fact.</summary>
    Field,

    /// <summary>A 令.</summary>
    Variable,

    /// <summary>A 数据 or a type.</summary>
    Class,

    /// <summary>A department, an area.</summary>
    Module,

    /// <summary>A unit.</summary>
    Unit,

    /// <summary>是 and 否, forms of 频次 and 竞合.</summary>
    Value,

    /// <summary>A 名录.</summary>
    Enum,

    /// <summary>A word of the language.</summary>
    Keyword,

    /// <summary>A whole clause.</summary>
    Snippet,

    /// <summary>A file.</summary>
    File,

    /// <summary>A clause, a document.</summary>
    Reference,

    /// <summary>A value of a list.</summary>
    EnumMember,

    /// <summary>A 参数, 测算日 and the like.</summary>
    Constant,

    /// <summary>A 明细.</summary>
    Struct,

    /// <summary>A word between operands.</summary>
    Operator,
}

/// <summary>A proposal.</summary>
/// <param name="Label">What is shown and searched.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Group">Proposals of a lower group come first; within a group they keep their order.</param>
internal sealed record Candidate(string Label, CandidateKind Kind, int Group = 0)
{
    /// <summary>Type, unit, title: shown after the label.</summary>
    public string Detail { get; init; } = "";

    /// <summary>What it means, as Markdown.</summary>
    public string Documentation { get; init; } = "";

    /// <summary>What is written; null for the label.</summary>
    public string? Insert { get; init; }

    /// <summary>What is written where the editor knows placeholders (${1:text}); null where there are none.</summary>
    public string? Snippet { get; init; }

    /// <summary>Whether it begins a block: the indentation that the editor put before it goes.</summary>
    public bool IsAtMargin { get; init; }

    /// <summary>Further words that find it, besides its label.</summary>
    public string Keywords { get; init; } = "";
}

/// <summary>Proposals for a place.</summary>
/// <param name="Typed">What is typed of the word so far.</param>
/// <param name="Replaced">What the proposals replace; within one line, up to the cursor.</param>
/// <param name="Candidates">The proposals that match what is typed, best first.</param>
internal sealed record Proposals(string Typed, Dsl.Syntax.Text.TextSpan Replaced, IReadOnlyList<Candidate> Candidates);
