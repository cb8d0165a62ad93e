// Words and constants that stand in one place: a second copy would drift from the first.
using System.Text.RegularExpressions;
using Xunit;

namespace Dsl.Repository.Tests.Code;

public class VocabularyTests
{
    [Theory]
    // 万, 亿 …: lists of scales, alternations and sets of their characters. FigureProposals offers 万元 before 元,
    // UnitPhrases knows 百分点, SourceParts asks only whether a sentence may speak of large sums.
    [InlineData("""["'](?:万亿|千万|百万|亿|万|千|百)["']|[百千万]亿?\|[百千万亿]|\[[^\]"]*(?:万亿|亿万|百千)[^\]"]*\]""", "/Quantities/",
        "/FigureProposals.cs", "/UnitPhrases.cs", "/SourceParts.cs")]
    // 及以上, 以上 …: lists of suffixes. The shapes of the drafter have words of their own around them.
    [InlineData("""["']及以[上下]["']|及\??以上\|""", "/Quantities/", "/EntitlementShape.cs", "/SubjectReading.cs")]
    // Full width to half width.
    [InlineData("0xFEE0|'！' - '!'", "/WidthFolding.cs")]
    // The last day of the calendar.
    [InlineData("3_?652_?058", "/CivilDate.cs")]
    // Folders and names of files: PathText takes them apart. OfficePackage reads names of parts inside a file.
    [InlineData(@"LastIndexOf\('/'\)", "/PathText.cs", "/OfficePackage.cs")]
    public void 只写在一处(string pattern, params string[] places)
    {
        var copies = new Regex(pattern, RegexOptions.CultureInvariant);
        var found = RepositoryFiles.Sources.Where(static file => file.IsProduct)
            .Where(file => !Array.Exists(places, place => file.Path.Contains(place, StringComparison.Ordinal)))
            .SelectMany(file => file.Lines.Where(static line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                .Where(line => copies.IsMatch(line)).Select(line => $"{file.Path}: {line.Trim()}"));
        Assert.Empty(found);
    }
}
