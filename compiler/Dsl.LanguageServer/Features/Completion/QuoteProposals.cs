// 依据: sentences of the official text that are not quoted yet.
using System.Text.RegularExpressions;
using Dsl.Semantics.Coverage;

namespace Dsl.LanguageServer.Features.Completion;

internal static partial class QuoteProposals
{
    private const int LongestLabel = 48;

    /// <summary>The sentences that hold what is typed, those after the last quoted one first.</summary>
    /// <param name="inputs">The place.</param>
    /// <param name="typed">What is typed after 「.</param>
    /// <param name="withBrackets">Whether 「 is not written yet.</param>
    public static IEnumerable<Candidate> For(CompletionInputs inputs, string typed, bool withBrackets = false)
    {
        var (snapshot, place) = (inputs.Snapshot, inputs.Place);
        if (snapshot.PolicyOf(place.Tree.Source.Path) is not { OfficialTextPath: { } path } policy
            || snapshot.SourceOf(path) is not { } source)
            return [];
        var coverage = SourceCoverage.Of(policy, source, snapshot.Model.Parameters);
        var start = place.Block?.Span.Start ?? 0;
        var last = coverage.Quoted.Where(stretch => stretch.Block.Span.Start <= start && stretch.Block.Span.End <= place.Offset)
            .Select(static stretch => stretch.Span.End).DefaultIfEmpty(0).Last();
        var (content, at) = (place.Tree.Source.Content, place.Tree.Source.OffsetOf(place.Offset));
        var close = at < content.Length && content[at] == '」' ? "" : "」";
        return coverage.Sentences.Where(static part => part.Share != QuotedShare.Whole)
            .Select(part => (Text: Sentence(source[part.Span]), part.Span, IsFresh: part.Share == QuotedShare.None))
            .Where(part => part.Text.Length > 0 && Fits(typed, part.Text))
            .OrderByDescending(static part => part.IsFresh).ThenByDescending(part => part.Span.Start >= last)
            .ThenBy(static part => part.Span.Start)
            .Select(part =>
                new Candidate(part.Text.Length > LongestLabel ? part.Text[..LongestLabel] + "……" : part.Text, CandidateKind.Text)
                {
                    Detail = part.IsFresh ? "原文，尚未引用" : "原文，引用了一部分",
                    Documentation = part.Text,
                    Insert = withBrackets ? $"「{part.Text}」" : part.Text + close,
                    Keywords = part.Text,
                });
    }

    private static bool Fits(string typed, string sentence) =>
        typed.Length == 0 || sentence.Contains(typed, StringComparison.OrdinalIgnoreCase) || SoundMatch.Rank(typed, sentence) is not null;

    // The number of a paragraph and the mark at the end of a sentence are not quoted.
    private static string Sentence(string text) => Number().Replace(text.ReplaceLineEndings(""), "").TrimEnd('。', '；', ';');

    [GeneratedRegex("^(?:[0-9０-９]+ *[.．、]|[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、) *")]
    private static partial Regex Number();
}
