// A paragraph of the official text that was pasted into the policy: the clauses that it drafts.
using Dsl.LanguageServer.Features.Completion;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;

namespace Dsl.LanguageServer.Features.CodeActions;

/// <summary>Mends for a line that is no line of the language, but of the document.</summary>
internal static class PastedText
{
    private const string UnknownKeyword = "DSL1020";

    /// <summary>A shorter line is no paragraph: a keyword with a slip in it.</summary>
    private const int ShortestParagraph = 12;

    /// <summary>The actions for a finding; none unless the line stands in the official text.</summary>
    public static IEnumerable<ProposedAction> For(Snapshot snapshot, Diagnostic finding)
    {
        if (finding.Code != UnknownKeyword)
            yield break;
        var line = finding.Source.LineSpan(finding.Source.PositionOf(finding.Span.Start).Line);
        var text = finding.Source[line].Trim();
        if (text.Length < ShortestParagraph)
            yield break;
        if (DraftProposals.Of(snapshot, finding.Source.Path, text) is { Length: > 0 } drafted)
            yield return ProposedAction.Of("由这一段原文起草", finding, finding.Source, new TextEdit(line, drafted.TrimEnd('\n')));
        yield return ProposedAction.Of("写成注释", finding, finding.Source, new TextEdit(new(finding.Span.Start, 0), "// "));
    }
}
