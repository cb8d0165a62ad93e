// What is shown above each clause and target: the results of its examples, 试算, and whether its quotations stand in the official text.
using Dsl.LanguageServer.Features.Names;
using Dsl.LanguageServer.Workspaces;
using Dsl.Semantics.Checks.Sources;
using Dsl.Syntax.Text;
using Dsl.Syntax.Tree;

namespace Dsl.LanguageServer.Features.CodeLenses;

/// <summary>What a lens does when it is chosen.</summary>
internal enum LensKind
{
    RunExamples,
    TryOut,
    ShowSource,
}

/// <summary>A line above a block.</summary>
/// <param name="Span">The head of the block.</param>
/// <param name="Title">What is shown.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Number">The number of the clause or target.</param>
internal sealed record Lens(TextSpan Span, string Title, LensKind Kind, string Number)
{
    /// <summary>The lenses of a file. Results of examples are shown only where they are known: typing must not wait for them.</summary>
    public static IEnumerable<Lens> Of(Snapshot snapshot, string path)
    {
        if (snapshot.TreeOf(path) is not { } tree || snapshot.PolicyOf(path) is not { } bound)
            yield break;
        var examples = tree.Root.Blocks.OfType<ExampleBlock>().ToLookup(static example => (example.TargetKind.Value, example.Number.Value));
        // It is computed once per snapshot, for the findings: here it is counted.
        var failed = snapshot.HasExampleFindings ? snapshot.ExampleFindings.Where(finding => finding.Source.Path == path).ToList() : null;
        var computed = failed is null ? null : snapshot.Computable.Program.Policies.FirstOrDefault(policy => policy.Number == bound.Number);
        var document = Quotes.DocumentOf(snapshot, path);
        foreach (var block in tree.Root.Blocks.OfType<NumberedBlock>()
            .Where(static block => block.Keyword is { Value: "条款" or "目标" } && !block.Number.IsMissing))
        {
            var (kind, number) = (block.Keyword?.Value ?? "", block.Number.Value);
            var head = (block.Keyword?.Span ?? block.Span).Cover(block.Number.Span);
            var isSound = failed is null
                || (kind == "条款"
                    ? computed?.FindClause(number) is not null
                    : computed?.Targets.Any(target => target.LegalBasis.Number == number) == true);
            var own = examples[(kind, number)].ToList();
            // What an error leaves out was not checked: its own, or that of a clause that it is computed with.
            var left = computed is null ? 0 : own.Count(example =>
                !computed.Examples.Any(known => known.Origin.Start >= example.Span.Start && known.Origin.Start < example.Span.End));
            int? wrong = failed is null ? null : own.Count(example =>
                failed.Exists(finding => finding.Span.Start >= example.Span.Start && finding.Span.End <= example.Span.End));
            yield return new(head, ExamplesTitle(own.Count, wrong, left, isSound), LensKind.RunExamples, number);
            if (kind == "条款" && isSound)
                yield return new(head, "试算", LensKind.TryOut, number);
            var quotes = block.LinesOf<QuoteLine>().SelectMany(static line => line.Quotes).Where(static quote => !quote.IsMissing).ToList();
            if (document is not null && quotes.Count > 0)
            {
                var found = quotes.Count(quote => document.Find(new Quotation(quote)) is not null);
                yield return new(head, found == quotes.Count ? "原文" : $"原文（{quotes.Count - found} 处引文没有找到）",
                    LensKind.ShowSource, number);
            }
        }
    }

    private static string ExamplesTitle(int count, int? wrong, int left, bool isSound) =>
        count == 0 ? "没有算例"
        : !isSound || left == count ? $"算例 {count} 个（有错误，没有核对）"
        : (wrong switch { null => $"算例 {count} 个", 0 => $"算例 {count - left} 通过", _ =>
            $"算例 {count - left - wrong} 通过 / {wrong} 不符" })
            + (left > 0 ? $" / {left} 没有核对" : "");
}
