// 忽略: a comment that says why a finding of a check does not matter. The user writes the reason.
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Checks;
using Dsl.Syntax.Diagnostics;

namespace Dsl.LanguageServer.Features.CodeActions;

internal static class Suppression
{
    /// <summary>What stands for the reason until it is written.</summary>
    public const string Reason = "（请写明理由）";

    /// <summary>The action; null for a finding that cannot be suppressed.</summary>
    public static ProposedAction? For(Snapshot snapshot, Diagnostic finding)
    {
        // The findings about 忽略 itself, and those of examples, are no remarks of checks.
        if (!finding.Code.StartsWith("DSL3", StringComparison.Ordinal) || Suppressions.Rules.Contains(finding.Rule)
            || snapshot.ExampleFindings.Contains(finding))
            return null;
        var (source, title) = (finding.Source, $"忽略 {finding.Code}，写明理由");
        var statement =
            snapshot.TreeOf(source.Path)
                ?.Root.Blocks.SelectMany(static block => block.Lines).FirstOrDefault(line => line.Span.Touches(finding.Span.Start))?.Span
            ?? finding.Span;
        var (first, last) =
            (source.LineSpan(source.PositionOf(statement.Start).Line), source.LineSpan(source.PositionOf(statement.End).Line));
        var text = $"// 忽略 {finding.Code} {Reason}";
        if (first == last && !source[first].Contains("//", StringComparison.Ordinal))
            return ProposedAction.Of(title, finding, source, new TextEdit(new(first.End, 0), "  " + text));
        // What lies on one line (a row of a table, say) is covered from above that line only;
        // what reaches over several, from above the statement.
        if (source.PositionOf(finding.Span.Start).Line == source.PositionOf(finding.Span.End).Line)
            first = source.LineSpan(source.PositionOf(finding.Span.Start).Line);
        var indent = source[first].Length - source[first].TrimStart().Length;
        return ProposedAction.Of(title, finding, source, new TextEdit(new(first.Start, 0), $"{source[first][..indent]}{text}\n"));
    }
}
