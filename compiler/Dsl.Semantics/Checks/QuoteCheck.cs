// Each 依据 stands word for word in the document.
using System.Collections.Immutable;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;

namespace Dsl.Semantics.Checks;

/// <summary>Quotations against the document; white space, line breaks and the width of punctuation aside.</summary>
public sealed class QuoteCheck : ICheck
{
    private static readonly DiagnosticRule NotInDocument = new("DSL3001", Severity.Error,
        "依据与原文不符：原文中没有这段话。", "依据应逐字引自原文；段落内略去的部分写「……」。");

    private static readonly DiagnosticRule Empty = NotInDocument.Worded("依据与原文不符：引文是空的。");

    private static readonly DiagnosticRule OutOfOrder =
        NotInDocument.Worded("依据与原文不符：「……」前后的话不在原文的同一段落，或次序颠倒。");

    private static readonly DiagnosticRule Differs = NotInDocument.Worded("依据与原文不符：引文写「{0}」，原文此处是「{1}」。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [NotInDocument];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, document) in context.Documents)
        {
            foreach (var token in policy.Tree.Root.Blocks.SelectMany(Quotation.TokensOf))
                Check(context, policy, document, new Quotation(token));
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, OfficialDocument document, Quotation quotation)
    {
        if (quotation.Token.IsMissing || document.Find(quotation) is not null)
            return;
        if (quotation.Pieces.IsEmpty)
            context.Report(Empty.At(policy.Source, quotation.Token.Span));
        else if (document.FindNearMiss(quotation) is { } miss)
            ReportMiss(context, policy, miss);
        else if (quotation.Pieces.Any(piece => document.Find(piece) is null))
            context.Report(NotInDocument.At(policy.Source, quotation.Inside));
        else
            context.Report(OutOfOrder.At(policy.Source, quotation.Inside));
    }

    private static void ReportMiss(CheckContext context, BoundPolicy policy, NearMiss miss)
    {
        var finding = Differs.At(policy.Source, miss.Place, miss.Quoted, miss.Official);
        context.Report(miss.Replacement is { } text ? finding.WithFix($"改为原文「{text}」", new TextEdit(miss.Whole, text)) : finding);
    }
}
