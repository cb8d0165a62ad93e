// What became of each sentence of a document: drafted, left to decide (and why), explained, not drafted.
using System.Collections.Immutable;
using Dsl.Drafting.Phrases;
using Dsl.Drafting.Whole;
using Dsl.Drafting.Writing;

namespace Dsl.Drafting;

/// <summary>What became of a sentence.</summary>
public enum SentenceOutcome
{
    /// <summary>起草: a block says it, and nothing is left to decide.</summary>
    Drafted,

    /// <summary>起草，另有待定: a block says it, with questions beside it.</summary>
    DraftedWithQuestions,

    /// <summary>待定: nothing of its amount was drafted.</summary>
    Undecided,

    /// <summary>说明: it gives nothing that is computed.</summary>
    Explained,

    /// <summary>未起草: it stands in a comment only.</summary>
    NotDrafted,
}

/// <summary>A sentence of a document with what became of it.</summary>
/// <param name="Place">条.</param>
/// <param name="Text">Its words.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Number">The number of its block; empty for none.</param>
/// <param name="Award">Its 奖补 line as it was written, on one line; empty for none.</param>
/// <param name="Questions">Why it is 待定, a sentence each.</param>
/// <param name="Pays">Whether a verb of giving governs a figure of it.</param>
public sealed record ReportedSentence(
    string Place, string Text, SentenceOutcome Outcome, string Number, string Award, ImmutableArray<string> Questions, bool Pays);

internal static class DraftReport
{
    /// <summary>The sentences in the order of the draft, a row for each block that quotes one.</summary>
    public static ImmutableArray<ReportedSentence> Of(IEnumerable<PlacedBlock> blocks) =>
        [.. blocks.Where(static block => block.Block.Kind is not ("标题" or "原文")).SelectMany(Rows)];

    private static IEnumerable<ReportedSentence> Rows(PlacedBlock placed)
    {
        var (block, isWritten) = (placed.Block, placed.Extent == Extent.Whole && !placed.Block.IsRemark);
        var award = isWritten ? block.Lines.FirstOrDefault(static line => line.Keyword == "奖补")?.Content : null;
        var outcome = block.IsRemark || placed.Extent == Extent.Nothing ? SentenceOutcome.NotDrafted
            : placed.Extent == Extent.Explained || block.IsUndecided ? SentenceOutcome.Undecided
            : award is null && block.Kind == "条款" && block.Notes.Length == 0 ? SentenceOutcome.Explained
            : block.Notes.Length > 0 ? SentenceOutcome.DraftedWithQuestions
            : SentenceOutcome.Drafted;
        ImmutableArray<string> questions = placed.Extent == Extent.Explained ? [placed.Refusal] : isWritten ? block.Notes : [];
        var text = string.Join("……", block.Quote);
        yield return new(placed.Article.Place, text, outcome, block.IsRemark || block.Kind == "范围" ? "" : placed.Number,
            award is null ? "" : string.Join(' ', award.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), questions, Pays(text));
        foreach (var further in block.Further.Where(static further => UndecidedClause.HasMoney(FigureMask.Of(further))))
        {
            yield return new(placed.Article.Place, further, outcome, block.IsRemark ? "" : placed.Number, "", questions, Pays(further));
        }
    }

    private static bool Pays(string text) => UndecidedClause.Gives(FigureMask.Of(text));
}
