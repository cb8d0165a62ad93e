// The result of drafting: texts to write, and open decisions.
using System.Collections.Immutable;
using Dsl.Drafting.Cleaning;
using Dsl.Drafting.Structure;

namespace Dsl.Drafting;

/// <summary>A draft that compiles without errors.</summary>
/// <param name="Policy">The .policy text, formatted.</param>
/// <param name="Schema">The data definitions, formatted; empty where they stand in the policy.</param>
/// <param name="Source">The cleaned official text.</param>
/// <param name="Head">The head of the document.</param>
/// <param name="Blocks">The blocks in their order.</param>
/// <param name="Undrafted">The sentences that nothing was drafted from; the policy has each in a comment 「未起草」.</param>
/// <param name="LeftOut">How many articles were left out because the text is too long.</param>
public sealed record Draft(
    string Policy, string Schema, CleanedText Source, DocumentHead Head, ImmutableArray<DraftedBlock> Blocks,
    ImmutableArray<UndraftedSentence> Undrafted, int LeftOut)
{
    /// <summary>What became of each sentence.</summary>
    public ImmutableArray<ReportedSentence> Sentences { get; init; } = [];

    /// <summary>How many comments 「待定」 there are, those of the head with them.</summary>
    public int Undecided => Blocks.Sum(static block => block.Notes.Length) + Head.Doubts.Count;
}

/// <summary>A sentence that nothing was drafted from.</summary>
/// <param name="Place">条.</param>
/// <param name="Text">Its words.</param>
public sealed record UndraftedSentence(string Place, string Text);

/// <summary>A drafted block.</summary>
/// <param name="Kind">条款, 目标, 资金池, 义务, 程序 or 范围.</param>
/// <param name="Number">Its number; empty for 范围.</param>
/// <param name="Place">条.</param>
/// <param name="Notes">What has to be decided, a sentence each.</param>
/// <param name="Nature">公式, 核定, 一事一议, 享受 or 说明 for a 条款; its kind for other blocks.</param>
public sealed record DraftedBlock(string Kind, string Number, string Place, string Title, ImmutableArray<string> Notes, string Nature);
