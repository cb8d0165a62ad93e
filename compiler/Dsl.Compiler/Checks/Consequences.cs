// One mistake is reported once: consequences of an unreadable line for names, types and checks are not reported.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks;
using Dsl.Syntax;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Compiler.Checks;

/// <summary>Drops findings that follow from others, and fixes that require a name which does not exist.</summary>
internal static class Consequences
{
    /// <summary>The findings of form, and those of meaning that lie outside what could not be read.</summary>
    public static ImmutableArray<Diagnostic> WithoutUnread(ImmutableArray<SyntaxTree> trees, BoundModel model)
    {
        var unread =
            trees.Where(static tree => !tree.Diagnostics.IsEmpty).ToDictionary(static tree => tree.Source, static tree => Unread(tree));
        var errors = model.Diagnostics.Where(static finding => finding.Severity == Severity.Error).ToList();
        var (starts, ends) = (errors.Select(static error => (error.Source, error.Span.Start)).ToHashSet(),
            errors.Select(static error => (error.Source, error.Span.End)).ToHashSet());
        var names = new Lazy<HashSet<string>>(() => Names(trees, model));
        return
        [
            .. trees.SelectMany(static tree => tree.Diagnostics)
                .Where(finding => !IsAfterName(finding) || !ends.Contains((finding.Source, finding.Span.Start)))
                .Select(finding => WithKnownNames(finding, names)),
            // 5-10万元: the finding about 5 is part of the finding about the whole.
            .. model.Diagnostics
                .Where(finding => finding.Severity == Severity.Error || !starts.Contains((finding.Source, finding.Span.Start)))
                .Where(finding => !unread.TryGetValue(finding.Source, out var spans) || !Holds(spans, finding.Span.Start)),
        ];
    }

    /// <summary>
    /// The findings of the checks except those about blocks with syntax or binding errors, where they could be wrong.
    /// </summary>
    public static IEnumerable<Diagnostic> OfSoundBlocks(ImmutableArray<SyntaxTree> trees, ImmutableArray<Diagnostic> before,
        IEnumerable<Diagnostic> checks)
    {
        var broken = before.Where(static finding => finding.Severity == Severity.Error).ToLookup(static finding => finding.Source);
        var spans = trees.Where(tree => broken.Contains(tree.Source))
            .ToDictionary(static tree => tree.Source, tree => BrokenBlocks(tree, broken[tree.Source]));
        var ofComments = Suppressions.Rules.Select(static rule => rule.Code).ToHashSet(StringComparer.Ordinal);
        return checks.Where(finding => ofComments.Contains(finding.Code) || !spans.TryGetValue(finding.Source, out var blocks)
            || !Holds(blocks, finding.Span.Start));
    }

    private static List<TextSpan> BrokenBlocks(SyntaxTree tree, IEnumerable<Diagnostic> errors)
    {
        var places = errors.Select(static error => error.Span.Start).Order().ToList();
        var starts = tree.Root.Blocks.Select(static block => block.Span.Start).Append(int.MaxValue).ToList();
        var found = new List<TextSpan>();
        var next = 0;
        for (var i = 0; i + 1 < starts.Count; i++)
        {
            while (next < places.Count && places[next] < starts[i])
                next++;
            // The head of the policy holds for every clause, but a mistake in it is not a mistake of the clauses.
            if (next < places.Count && places[next] < starts[i + 1] && tree.Root.Blocks[i] is not PolicyBlock)
                found.Add(TextSpan.FromBounds(starts[i], PositionAfter(tree.Source, Math.Max(tree.Root.Blocks[i].Span.End, places[next]))));
        }
        return found;
    }

    /// <summary>The statements (in a table: the rows) of which a part is not in the tree as what it was meant to be.</summary>
    private static List<TextSpan> Unread(SyntaxTree tree)
    {
        var errors = tree.Diagnostics.Where(static finding => finding.Severity == Severity.Error)
            .Select(static finding => finding.Span.Start).Order().ToList();
        var found = new List<TextSpan>();
        foreach (var block in tree.Root.Blocks.Where(block => HasError(block.Span)))
        {
            var header = TextSpan.FromBounds(block.Span.Start, block.Lines is [var first, ..] ? first.Span.Start - 1 : block.Span.End);
            if (HasError(header))
                found.Add(header);
            foreach (var line in block.Lines.Where(line => HasError(line.Span)))
                found.AddRange(line is WordsLine or ShareLine || !line.Skipped.IsEmpty ? [line.Span] : Broken(line));
        }
        return found;

        bool HasError(TextSpan statement)
        {
            var from = errors.BinarySearch(statement.Start);
            from = from < 0 ? ~from : from;
            return from < errors.Count && errors[from] <= statement.End;
        }
    }

    /// <summary>实际费用的50%: tokens after an unknown name are reported only once the name is right.</summary>
    private static bool IsAfterName(Diagnostic finding) => finding.Span.Length == 1 && finding.Source[finding.Span] == "的";

    private static IEnumerable<TextSpan> Broken(LineSyntax line)
    {
        var left = new Stack<(SyntaxElement Part, TextSpan Span)>([(line, line.Span)]);
        while (left.TryPop(out var next))
        {
            switch (next.Part)
            {
                case SyntaxToken { Kind: SyntaxKind.Bad } or SyntaxToken { IsMissing: true } or ErrorExpression:
                    yield return next.Span;
                    break;
                case SyntaxNode node:
                    foreach (var child in node.Children)
                        left.Push((child, child is TableRowSyntax row ? row.Span : next.Span));
                    break;
            }
        }
    }

    /// <summary>The position after a character, which may be the first of the next statement.</summary>
    private static int PositionAfter(SourceText source, int place) => source.AddressOf(source.OffsetOf(place) + 1);

    private static bool Holds(List<TextSpan> spans, int position) =>
        spans.Exists(span => span.Start <= position && position <= span.End);

    private static Diagnostic WithKnownNames(Diagnostic finding, Lazy<HashSet<string>> names) =>
        finding.Fixes.Any(static fix => fix.Needs is not null)
            ? finding with { Fixes = [.. finding.Fixes.Where(fix => fix.Needs is not { } name || names.Value.Contains(name))] }
            : finding;

    private static HashSet<string> Names(ImmutableArray<SyntaxTree> trees, BoundModel model) =>
    [
        .. model.Subjects.SelectMany(static subject => subject.Fields)
            .Concat(model.Subjects.SelectMany(static subject => subject.Details).SelectMany(static detail => detail.Fields))
            .Select(static field => field.Name),
        .. model.Parameters.Select(static parameter => parameter.Name), .. model.Lists.SelectMany(static list => list.Type.Members),
        .. trees.SelectMany(static tree => tree.Root.Blocks).SelectMany(static block => block.Lines).OfType<LetLine>()
            .Select(static line => line.Name.Value),
    ];
}
