// The department that the document names after the quoted paragraph （牵头单位：区科技局） is the clause's 牵头.
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Dsl.Semantics.Bound;
using Dsl.Semantics.Checks.Framework;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Diagnostics;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.Semantics.Checks;

/// <summary>牵头 against the document.</summary>
public sealed partial class LeadCheck : ICheck
{
    private static readonly DiagnosticRule Missing = new("DSL3013", Severity.Warning,
        "没有写牵头单位；原文这一段写明「{0}」。", "补上一行「牵头 {0}」。");

    private static readonly DiagnosticRule Other = new("DSL3014", Severity.Warning,
        "牵头写的是「{0}」，原文这一段写明「{1}」。", "按原文改正。");

    /// <inheritdoc/>
    public ImmutableArray<DiagnosticRule> Rules => [Missing, Other];

    /// <inheritdoc/>
    public void Run(CheckContext context)
    {
        foreach (var (policy, document) in context.Documents)
        {
            foreach (var block in policy.Tree.Root.Blocks.OfType<NumberedBlock>())
            {
                if (block.Lines.OfType<QuoteLine>().LastOrDefault() is { } line && LeadsIn(document, block) is { IsEmpty: false } leads)
                    Check(context, policy, block, line, leads);
            }
        }
    }

    private static void Check(CheckContext context, BoundPolicy policy, NumberedBlock block, QuoteLine line, ImmutableArray<string> leads)
    {
        var written = block.LinesOf<WordsLine>("牵头").ToList();
        var expected = string.Join('、', leads);
        if (written.Count == 0)
        {
            var start = policy.Source.LineSpan(policy.Source.PositionOf(line.Span.Start).Line).Start;
            var indent = policy.Source[TextSpan.FromBounds(start, line.Span.Start)];
            context.Report(Missing.At(policy.Source, block.Number.Span, expected)
                .WithFix($"补上「牵头 {expected}」",
                    new TextEdit(new TextSpan(line.Span.Start, 0),
                        $"牵头 {expected}\n{(string.IsNullOrWhiteSpace(indent) ? indent : "  ")}")));
            return;
        }
        var words = written.SelectMany(static lead => lead.Words.Items).ToList();
        if (words.Count == 0 || words.Exists(word => leads.Contains(word.Value, StringComparer.Ordinal)))
            return;
        var place = words[0].Span.Cover(words[^1].Span);
        context.Report(
            Other.At(policy.Source, place, policy.Source[place], expected).WithFix($"改为「{expected}」", new TextEdit(place, expected)));
    }

    /// <summary>The departments named in the paragraph of the block's last quotation, after it.</summary>
    public static ImmutableArray<string> LeadsIn(OfficialDocument document, NumberedBlock block)
    {
        foreach (var token in Quotation.TokensOf(block).Reverse())
        {
            if (document.Find(new Quotation(token)) is not { } place)
                continue;
            var rest = new ComparableText(document.RestOfParagraph(place.End)).Text;
            if (LeadInBrackets().Match(rest) is { Success: true } match)
                return [.. match.Groups["names"].Value.Split(['、', ',', ' '],
                    StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        }
        return [];
    }

    [GeneratedRegex("""\(牵头(?:单位|部门):(?<names>[^;。)]+)[;。)]""", RegexOptions.CultureInvariant)]
    private static partial Regex LeadInBrackets();
}
