// The official text beside the policy: what is quoted by which block, and what became of its figures.
using System.Collections.Immutable;
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Sources;
using Dsl.Semantics.Coverage;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.Sources;

/// <summary>A policy and its official text.</summary>
/// <param name="Coverage">What of the text the policy quotes.</param>
/// <param name="Blocks">The blocks that quote, in the order of the file.</param>
/// <param name="NotFound">Quotations, in the file, that do not stand in the text.</param>
internal sealed record SourceView(SourceCoverage Coverage, ImmutableArray<QuotingBlock> Blocks, ImmutableArray<TextSpan> NotFound)
{
    /// <summary>
    /// The view of a file: of a policy, or of an official text with the first policy (by path) that names it;
    /// null with the reason where there is none.
    /// </summary>
    public static (SourceView? View, BoundPolicy? Policy, string Problem) Of(Snapshot snapshot, string path)
    {
        var policy = snapshot.PolicyOf(path) ?? snapshot.Model.Policies.FirstOrDefault(candidate => candidate.OfficialTextPath == path);
        if (policy is null)
            return (null, null, snapshot.TreeOf(path) is null ? "没有政策用这份原文。" : "这个文件里没有政策。");
        if (policy.OfficialTextPath is not { } official)
            return (null, policy, "政策没有写 原文，没有可以对照的。");
        if (Quotes.DocumentOf(snapshot, policy.Source.Path) is not { } document
            || !snapshot.Compilation.OfficialTexts.TryGetValue(official, out var text))
            return (null, policy, $"找不到原文 {PathText.NameOf(official)}。");
        var blocks =
            snapshot.TreeOf(policy.Source.Path)?.Root.Blocks.Select(QuotingBlock.Of).OfType<QuotingBlock>().ToImmutableArray() ?? [];
        var missing = blocks.SelectMany(static block => block.Quotes).Where(quote => document.Find(new Quotation(quote)) is null)
            .Select(static quote => quote.Span);
        return (new(SourceCoverage.Of(policy, text, snapshot.Model.Parameters), blocks, [.. missing]), policy, "");
    }

    /// <summary>The index in <see cref="Blocks"/> of the block that quotes a span.</summary>
    public int IndexOf(QuotedSpan quoted) => Blocks.IndexOf(Blocks.First(block => block.Syntax == quoted.Block));
}

/// <summary>A block with 依据.</summary>
/// <param name="Syntax">The block.</param>
/// <param name="Number">Its number in half width; empty for 范围.</param>
/// <param name="Quotes">Its quotations.</param>
internal sealed record QuotingBlock(BlockSyntax Syntax, string Number, ImmutableArray<SyntaxToken> Quotes)
{
    /// <summary>Keyword and number: 条款 1.2, 范围 企业.</summary>
    public string Label => BlockNames.NameOf(Syntax) ?? "";

    /// <summary>The block; null where it quotes nothing.</summary>
    public static QuotingBlock? Of(BlockSyntax block)
    {
        ImmutableArray<SyntaxToken> quotes =
            [.. block.Lines.OfType<QuoteLine>().SelectMany(static line => line.Quotes).Where(static quote => !quote.IsMissing)];
        return quotes.IsEmpty ? null : new(block, block is NumberedBlock numbered ? numbered.Number.Value : "", quotes);
    }
}
