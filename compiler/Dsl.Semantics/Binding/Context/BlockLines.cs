// Reads the lines of a block by keyword, and reports those that stand twice.
using System.Collections.Immutable;
using Dsl.Semantics.Binding.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Binding.Context;

/// <summary>The lines of a block by their keyword.</summary>
internal static class BlockLines
{
    /// <summary>The first line of a keyword, or null.</summary>
    public static LineSyntax? First(this BlockSyntax block, string keyword) => block.LinesOf(keyword).FirstOrDefault();

    /// <summary>The free text of a line; empty where there is none.</summary>
    public static string Text(this BlockSyntax block, string keyword) => (block.First(keyword) as TextLine)?.Text.Value.Trim() ?? "";

    /// <summary>The words of all lines of a keyword.</summary>
    public static ImmutableArray<SyntaxToken> Words(this BlockSyntax block, string keyword) =>
        [.. block.LinesOf(keyword).OfType<WordsLine>().SelectMany(static line => line.Words.Items)
            .Where(static word => !word.IsMissing && word.Value.Length > 0)];

    /// <summary>
    /// The words of the one line of a keyword whose words make a phrase; a separator among them is reported, since it would mean nothing.
    /// </summary>
    public static ImmutableArray<SyntaxToken> Phrase(BlockSyntax block, string keyword, string forms, DiagnosticSink sink) =>
        block.First(keyword) is WordsLine line ? Phrase(line, keyword, forms, sink) : [];

    /// <summary>The words of a line that make a phrase.</summary>
    public static ImmutableArray<SyntaxToken> Phrase(WordsLine line, string keyword, string forms, DiagnosticSink sink)
    {
        if (line.Words.Elements.OfType<SyntaxToken>().FirstOrDefault(static token => token.Kind != SyntaxKind.Word) is { } separator)
            sink.Report(DeclarationDiagnostics.UnknownWord, separator.Span, separator.Text, keyword, "", forms);
        return [.. line.Words.Items.Where(static word => !word.IsMissing && word.Value.Length > 0)];
    }

    /// <summary>The expression of a line, or null.</summary>
    public static ExpressionSyntax? Expression(this BlockSyntax block, string keyword) =>
        (block.First(keyword) as ExpressionLine)?.Expression;

    /// <summary>Reports every line that may stand once and stands twice.</summary>
    public static void CheckOnce(BlockSyntax block, DiagnosticSink sink)
    {
        foreach (var group in block.Lines.Where(static line => line.Keyword is not null && line is not FieldLine)
            .GroupBy(static line => SyntaxFacts.CanonicalKeyword(line.Keyword?.Value ?? "")))
        {
            // 范围 as a line of a clause is 范围 不限; as a header it is no line.
            var once = group.Key == SyntaxFacts.ScopeUnlimited.Word ? SyntaxFacts.ScopeUnlimited : SyntaxFacts.FindLineKeyword(group.Key);
            if (once is not { Repeatable: false } || group.First().Keyword is not { } first)
                continue;
            foreach (var token in group.Skip(1).Select(static line => line.Keyword).OfType<SyntaxToken>())
                sink.Add(DeclarationDiagnostics.DuplicateLine.At(sink.Source, token.Span, token.Text) with
                    { Related = [(sink.Source, first.Span, "前一行在这里")] });
        }
    }

    /// <summary>The place of a block's keyword, for what concerns the whole block.</summary>
    public static TextSpan HeaderSpan(this BlockSyntax block) => block.Keyword?.Span ?? block.Span;
}
