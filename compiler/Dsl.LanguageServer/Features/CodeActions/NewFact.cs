// A fact for a name that nothing declares: its type is what the place where it is used asks for;
// where that leaves a choice, each is offered.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Semantics.Symbols;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.CodeActions;

internal static class NewFact
{
    /// <summary>An action for each table that could hold the fact; none for another finding.</summary>
    public static IEnumerable<ProposedAction> For(Snapshot snapshot, Diagnostic finding)
    {
        if (finding.Rule != NameDiagnostics.UnknownName)
            yield break;
        foreach (var action in Single(snapshot, finding))
            yield return action;
        if (All(snapshot, finding) is { } all)
            yield return all;
    }

    /// <summary>All that the block lacks, each where the first proposal of its own would put it; null where it is but one.</summary>
    private static ProposedAction? All(Snapshot snapshot, Diagnostic finding)
    {
        if (snapshot.TreeOf(finding.Source.Path)
            ?.Root.Blocks.FirstOrDefault(block => block.Span.Start <= finding.Span.Start && finding.Span.End <= block.Span.End)
            is not { } block)
            return null;
        var missing = snapshot.Policies.Diagnostics
            .Where(other => other.Rule == NameDiagnostics.UnknownName && other.Source == finding.Source
                && block.Span.Start <= other.Span.Start && other.Span.End <= block.Span.End)
            .DistinctBy(static other => other.Source[other.Span])
            // Where there is a choice, the user makes it, fact by fact.
            .Where(other => Missing(snapshot, other) is (_, { Length: 1 }))
            .Select(other => Single(snapshot, other).FirstOrDefault()).OfType<ProposedAction>().ToList();
        if (missing.Count < 2)
            return null;
        // They all go to the ends of tables: one edit a place, the lines one below the other.
        var edits = missing.SelectMany(static action => action.Edits).GroupBy(static entry => entry.Source)
            .Select(static file => (file.Key, file.SelectMany(static entry => entry.Edits).GroupBy(static edit => edit.Span)
                .Select(static place => new TextEdit(place.Key, string.Concat(place.Select(static edit => edit.NewText))))
                .ToImmutableArray()));
        return new($"新建这里缺少的 {missing.Count} 个事实", finding, false, [.. edits]);
    }

    private static IEnumerable<ProposedAction> Single(Snapshot snapshot, Diagnostic finding)
    {
        if (Missing(snapshot, finding) is not var (place, types))
            yield break;
        var name = place.Token.Value;
        foreach (var table in Tables(snapshot, finding.Source.Path, place.Block))
        {
            if (table.Syntax is { } block && snapshot.TreeOf(table.Symbol.Source.Path) is { } schema)
            {
                var end = schema.Source.LineSpan(schema.Source.PositionOf(block.Span.End).Line).End;
                foreach (var type in types)
                    yield return ProposedAction.Of($"在 {table.Symbol.Name} 中新建事实「{name} : {type}」", finding, schema.Source,
                        new TextEdit(new(end, 0), $"\n  {name} : {type}"));
            }
        }
    }

    /// <summary>The name, and the types that it can have.</summary>
    private static (TreePath Place, ImmutableArray<string> Types)? Missing(Snapshot snapshot, Diagnostic finding) =>
        snapshot.TreeOf(finding.Source.Path) is { } tree && TreePath.To(tree, finding.Span.Start + 1) is { } place
            ? (place, FactTypes.Of(snapshot, tree, place))
            : null;

    /// <summary>The subject of the block, and the detail whose rows it goes over, nearest first.</summary>
    private static IEnumerable<(TableSymbol Symbol, BlockSyntax? Syntax)> Tables(Snapshot snapshot, string path, BlockSyntax? block)
    {
        var policy = snapshot.PolicyOf(path);
        var clause = policy?.Clauses.FirstOrDefault(clause => clause.LegalBasis.Syntax == block);
        var subject = clause?.Subject ?? policy?.Scopes.FirstOrDefault(scope => scope.Syntax == block)?.Subject
            ?? policy?.Procedures.FirstOrDefault(procedure => procedure.LegalBasis.Syntax == block)?.Subject
            ?? snapshot.Model.Subjects.FirstOrDefault(static subject => subject.Name == "企业")
                ?? (snapshot.Model.Subjects is [var only] ? only : null);
        foreach (var table in new TableSymbol?[] { clause?.PerRow, subject }.OfType<TableSymbol>())
        {
            yield return (table, snapshot.TreeOf(table.Source.Path)?.Root.Blocks
                .FirstOrDefault(candidate => candidate is DataBlock data && data.Name.Span == table.Span
                    || candidate is DetailBlock detail && detail.Name.Span == table.Span));
        }
    }
}
