// The levels of government that pay: a misspelt one would become a column of its own in every result.
using Dsl.Semantics.Binding.Context;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Policies;

/// <summary>The words that 级次, 资金 and 分担 take.</summary>
internal static class GovernmentLevels
{
    /// <summary>Reports each word that is no level, with the one probably meant.</summary>
    public static void Check(DiagnosticSink sink, IEnumerable<SyntaxToken> words)
    {
        foreach (var word in words.Where(static word => !word.IsMissing && !SyntaxFacts.GovernmentLevels.Contains(word.Value)))
        {
            if (ShareWords.Level(word.Value) is { } same)
            {
                sink.Add(DeclarationDiagnostics.LevelOfOtherName
                    .At(sink.Source, word.Span, word.Text, same, string.Join('、', SyntaxFacts.GovernmentLevels))
                    .WithFix($"改为「{same}」", new TextEdit(word.Span, same)));
                continue;
            }
            var meant = Spelling.Best(word.Value, SyntaxFacts.GovernmentLevels);
            var finding = DeclarationDiagnostics.UnknownLevel.At(sink.Source, word.Span, word.Text, Spelling.Hint(meant),
                string.Join('、', SyntaxFacts.GovernmentLevels));
            sink.Add(meant is null ? finding : finding.WithRename(word.Span, word.Value, meant));
        }
    }
}
