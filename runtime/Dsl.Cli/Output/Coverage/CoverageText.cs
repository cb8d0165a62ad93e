// Coverage for people: the figures of each document, then what is not quoted and not used.
using Dsl.Semantics.Coverage;

namespace Dsl.Cli.Output.Coverage;

/// <summary>Writes coverage as text.</summary>
internal static class CoverageText
{
    /// <summary>Writes one section per document.</summary>
    public static void Write(TextWriter output, CoverageReport report)
    {
        foreach (var coverage in report.Policies)
            Write(output, coverage);
        foreach (var number in report.WithoutSource)
            output.WriteLine($"{number}：没有写原文，或者找不到原文，无法对照。");
    }

    private static void Write(TextWriter output, SourceCoverage coverage)
    {
        var sentences = coverage.Sentences.ToList();
        output.WriteLine($"{coverage.Policy.Number} {coverage.Policy.Title}（{coverage.Source.Path}）");
        output.WriteLine($"  句：{sentences.Count} 句，已引用 {Count(QuotedShare.Whole)}，部分引用 {Count(QuotedShare.Part)}，未引用 "
            + $"{Count(QuotedShare.None)}");
        output.WriteLine($"  数：{coverage.Figures.Length} 个，已使用 {Uses(FigureUse.Used)}，只在依据中 {Uses(FigureUse.Quoted)}，未引用 "
            + $"{Uses(FigureUse.NotQuoted)}");
        foreach (var share in (QuotedShare[])[QuotedShare.None, QuotedShare.Part])
        {
            foreach (var part in sentences.Where(part => part.Share == share))
                output.WriteLine($"  {CoverageReport.Word(share)} 第 {CoverageReport.LineOf(coverage, part.Span.Start)} 行："
                    + $"{coverage.Source[part.Span]}");
        }
        foreach (var figure in coverage.Figures.Where(static figure => figure.Use != FigureUse.Used))
            output.WriteLine($"  数 {CoverageReport.Word(figure.Use)} 第 {CoverageReport.LineOf(coverage, figure.Span.Start)} 行："
                + $"{coverage.Source[figure.Span]}");
        output.WriteLine();

        int Count(QuotedShare share) => sentences.Count(part => part.Share == share);
        int Uses(FigureUse use) => coverage.Figures.Count(figure => figure.Use == use);
    }
}
