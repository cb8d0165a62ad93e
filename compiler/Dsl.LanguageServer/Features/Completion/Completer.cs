// Completion: what may stand at a place, filtered by what is typed, best first.
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Completion;

/// <summary>What proposals are made from.</summary>
/// <param name="Snapshot">The folder.</param>
/// <param name="Names">What names may stand for there.</param>
internal sealed record CompletionInputs(Snapshot Snapshot, CompletionPlace Place, NamesInSight Names)
{
    /// <summary>The files of data definitions, as 使用 names them.</summary>
    public IEnumerable<string> SchemaFiles => Snapshot.Compilation.Trees
        .Where(static tree => tree.Root.Blocks.Any(static block => block is ListBlock or DataBlock or DetailBlock)
            && !tree.Root.Blocks.OfType<PolicyBlock>().Any())
        .Select(tree => Relative(tree.Source.Path));

    /// <summary>A path as the file names it: relative to its own folder where it lies below.</summary>
    public string Relative(string path) => PathText.Relative(Place.Tree.Source.Path, path);
}

internal static class Completer
{
    /// <summary>How many proposals are given at most.</summary>
    public const int Most = 200;

    /// <summary>The proposals for a place, best first; null where nothing is to be proposed (comments, titles).</summary>
    public static Proposals? Propose(Snapshot snapshot, SyntaxTree tree, int offset)
    {
        if (CompletionPlace.At(tree, offset) is not { } place)
            return null;
        var inputs = new CompletionInputs(snapshot, place, NamesInSight.At(snapshot, place));
        if (place.IsInQuote)
            return new(place.Typed, place.Word, [.. QuoteProposals.For(inputs, place.Typed).Take(Most)]);
        // Digits that are changed before a unit: Enter and Tab are not to write a second one.
        var (content, at) = (tree.Source.Content, tree.Source.OffsetOf(offset));
        if (place.Figure.Length > 0 && place.Typed.Length == 0 && at < content.Length
            && (char.IsLetterOrDigit(content[at]) || content[at] is '%' or '‰' or '.'))
            return null;
        // Nothing may touch the end of a finished figure: what Enter or Tab took there would change it.
        if (place.Word.Length == 0 && place.Figure.Length == 0 && at > 0 && EndsFigure(content[at - 1]))
            return null;
        if (place.Figure.Length == 0)
            return Filtered(place.Typed, place.Word, For(inputs));
        // 5G应用 begins like a figure and is a name.
        var run = tree.Source[place.Run];
        var names = place.Word.Length > 0
            ? For(inputs).Where(candidate => candidate.Label.StartsWith(run, StringComparison.OrdinalIgnoreCase)).ToList()
            : [];
        return names.Count > 0
            ? Filtered(run, place.Run, names)
            : Filtered(place.Typed, place.Word, [.. AsItStands(place), .. FigureProposals.For(inputs)]);
    }

    private static bool EndsFigure(char last) => last is '%' or '％' or '‰';

    /// <summary>Digits without a unit are a figure too: Enter and Tab leave them as they are until a unit is chosen.</summary>
    private static IEnumerable<Candidate> AsItStands(CompletionPlace place) =>
        place.Word.Length > 0 || place.IsPerUnit
            ? []
            : [new Candidate(place.Figure, CandidateKind.Value, -1) { Detail = "没有单位的数", Insert = "" }];

    private static Proposals Filtered(string typed, TextSpan replaced, IEnumerable<Candidate> candidates)
    {
        var fitting = candidates.DistinctBy(static candidate => candidate.Label)
            .Select((candidate, index) => (Candidate: candidate, Index: index, Rank: typed.Length == 0 ? 0 : RankOf(typed, candidate)))
            .Where(static entry => entry.Rank is not null)
            .OrderBy(static entry => entry.Rank).ThenBy(static entry => entry.Candidate.Group).ThenBy(static entry => entry.Index)
            .Select(static entry => entry.Candidate);
        return new(typed, replaced, [.. fitting.Take(Most)]);
    }

    private static int? RankOf(string typed, Candidate candidate)
    {
        var rank = SoundMatch.Rank(typed, candidate.Label);
        return rank is null && candidate.Keywords.Length > 0 && SoundMatch.Rank(typed, candidate.Keywords) is { } other ? other + 1 : rank;
    }

    private static IEnumerable<Candidate> For(CompletionInputs inputs)
    {
        var place = inputs.Place;
        if (place.IsLineStart)
            return LineProposals.For(inputs);
        if (place.Path.OfType<LineSyntax>().LastOrDefault() is null)
            return HeaderProposals.For(inputs);
        return place.Keyword?.Shape switch
        {
            LineForm.Words => WordProposals.For(inputs),
            LineForm.Text => WordProposals.ForText(inputs),
            LineForm.Quotes => QuoteProposals.For(inputs, "", withBrackets: true),
            LineForm.Frequency => FrequencyProposals.For(inputs),
            LineForm.Payout => PayoutProposals.For(inputs),
            LineForm.Quota => PlaceProposals.ForQuota(inputs),
            LineForm.Budget => PlaceProposals.ForBudget(inputs),
            LineForm.Share => ShareOf(inputs),
            LineForm.Field => DeclarationProposals.ForField(inputs),
            LineForm.Indicator => DeclarationProposals.ForIndicator(inputs),
            LineForm.Given => ExampleProposals.ForGiven(inputs),
            LineForm.Record => ExampleProposals.ForRecord(inputs),
            LineForm.Expect => ExampleProposals.ForExpect(inputs),
            LineForm.JointCap => CapProposals.ForJointCap(inputs),
            LineForm.Expression when CapProposals.MannerOf(place) is { } manner => [.. ExpressionProposals.For(inputs), manner],
            LineForm.TargetPart when place.BlockKind == BlockKinds.Example => ExampleProposals.ForPart(inputs),
            LineForm.Let when place.Before.Count == 1 => [],
            LineForm.Award when place.Previous is { Kind: SyntaxKind.Equals } =>
                [.. FixedWords.AwardModes, .. ExpressionProposals.For(inputs)],
            LineForm.Award when place.Previous is { Kind: SyntaxKind.Name, Value: SyntaxFacts.Approval } =>
                [FixedWords.AtMost, FixedWords.AtLeast],
            LineForm.Award when place.Previous is { Kind: SyntaxKind.Name, Value: "一事一议" } => [FixedWords.AtLeast],
            LineForm.Award when place.Before.Count == 1 => [FixedWords.Equal],
            null when place.BlockKind is BlockKinds.Data or BlockKinds.Detail => DeclarationProposals.ForField(inputs),
            null when place.BlockKind != BlockKinds.Scope => [],
            _ => ExpressionProposals.For(inputs),
        };
    }

    private static IEnumerable<Candidate> ShareOf(CompletionInputs inputs) =>
        inputs.Place.Before.Any(static token => token.Kind == SyntaxKind.Equals) ? []
        : inputs.Place.Previous is { Kind: SyntaxKind.Name } ? [FixedWords.Equal]
        : FixedWords.Levels;
}
