// 算例 for the sides of thresholds and caps of a clause that no example tries yet.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.Examples;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;
using Dsl.Verification.Boundaries;

namespace Dsl.LanguageServer.Features.CodeActions;

internal static class BoundaryExamples
{
    /// <summary>The computable clause that an offset lies in; null for none.</summary>
    public static (string Number, NumberedBlock Block)? ClauseAt(Snapshot snapshot, string path, int offset)
    {
        if (snapshot.TreeOf(path)?.Root.Blocks.OfType<NumberedBlock>().FirstOrDefault(block => block.Span.Touches(offset))
            is not { Keyword.Value: "条款" } found
            || !found.LinesOf("奖补").Any())
            return null;
        var number = found.Number.Value;
        return snapshot.PolicyOf(path) is { } policy
            && snapshot.Computable.Program.Policies.FirstOrDefault(candidate => candidate.Number == policy.Number)?.FindClause(number)
                is not null
            ? (number, found) : null;
    }

    /// <summary>The missing examples, after the last block about the clause; nothing where none is missing or none can be made.</summary>
    public static ImmutableArray<(SourceText Source, ImmutableArray<TextEdit> Edits)> Missing(Snapshot snapshot, string path, string number,
        CancellationToken cancellation)
    {
        if (snapshot.PolicyOf(path) is not { } bound || snapshot.TreeOf(path) is not { } tree
            || snapshot.Computable.Program.Policies.FirstOrDefault(policy => policy.Number == bound.Number) is not { } program
            || program.FindClause(number) is not { } clause)
            return [];
        var examples = new BoundaryFinder(snapshot.Computable.Program).Of(program, clause, cancellation)
            .SelectMany(boundary =>
                boundary.Missing.Select(proposal => BoundaryReportText.Example(snapshot.Computable.Program, boundary, proposal)))
            .Distinct().ToList();
        if (examples.Count == 0)
            return [];
        if (ExamplePlace.LastLineOf(tree, number) is not { } last)
            return [];
        var end = tree.Source.LineSpan(last).End;
        return [(tree.Source, [new TextEdit(new(end, 0), string.Concat(examples.Select(static example => "\n\n" + example.TrimEnd())))])];
    }
}
