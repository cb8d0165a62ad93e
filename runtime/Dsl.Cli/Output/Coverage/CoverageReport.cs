// What `policy coverage` reports on, and the words that all its formats share.
using Dsl.Semantics.Coverage;

namespace Dsl.Cli.Output.Coverage;

/// <summary>The coverage of some policies.</summary>
/// <param name="Policies">Those whose document is available.</param>
/// <param name="WithoutSource">The numbers of those without 原文.</param>
internal sealed record CoverageReport(IReadOnlyList<SourceCoverage> Policies, IReadOnlyList<string> WithoutSource)
{
    public static string Word(QuotedShare share) => share switch
    {
        QuotedShare.Whole => "已引用",
        QuotedShare.Part => "部分引用",
        _ => "未引用",
    };

    public static string Word(FigureUse use) => use switch
    {
        FigureUse.Used => "已使用",
        FigureUse.Quoted => "只在依据中",
        _ => "未引用",
    };

    public static string Word(SourceRole role) => role switch
    {
        SourceRole.Heading => "标题",
        SourceRole.Departments => "责任单位",
        _ => "正文",
    };

    /// <summary>The line of a place, from 1.</summary>
    public static int LineOf(SourceCoverage coverage, int position) => coverage.Source.PositionOf(position).Line + 1;
}
