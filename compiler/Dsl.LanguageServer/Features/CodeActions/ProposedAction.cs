// What the editor offers to do about the findings at a place.
using System.Collections.Immutable;
using Dsl.LanguageServer.Workspaces;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;

namespace Dsl.LanguageServer.Features.CodeActions;

/// <summary>Something that the editor offers to do.</summary>
/// <param name="Title">What it does.</param>
/// <param name="Finding">The finding that it fixes; null for a refactoring.</param>
/// <param name="IsPreferred">Whether it is the only fix of the finding.</param>
/// <param name="Edits">The changes by file.</param>
internal sealed record ProposedAction(string Title, Diagnostic? Finding, bool IsPreferred,
    ImmutableArray<(SourceText Source, ImmutableArray<TextEdit> Edits)> Edits)
{
    /// <summary>An action with one edit in one file.</summary>
    public static ProposedAction Of(string title, Diagnostic? finding, SourceText source, params ReadOnlySpan<TextEdit> edits) =>
        new(title, finding, false, [(source, [.. edits])]);

    /// <summary>Every fix for the findings that touch a span of a file.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled first.</exception>
    public static IEnumerable<ProposedAction> For(
        Snapshot snapshot, string path, TextSpan range, CancellationToken cancellation = default)
    {
        snapshot.Compilation.CheckExamples(cancellation);
        foreach (var finding in snapshot.Policies.AllFindings
            .Where(finding => finding.Source.Path == path && finding.Span.End >= range.Start && finding.Span.Start <= range.End))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var fix in finding.Fixes)
                yield return new(fix.Title, finding, fix == finding.PreferredFix, [(finding.Source, fix.Edits)]);
            foreach (var declaration in NewFact.For(snapshot, finding).Concat(NewTable.For(snapshot, finding))
                .Concat(PastedText.For(snapshot, finding)))
                yield return declaration;
            if (Suppression.For(snapshot, finding) is { } suppression)
                yield return suppression;
        }
    }
}
